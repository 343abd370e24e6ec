import Kernel
import Testing

@testable import Showcase

/// The planted effects are there in the raw shares, the planted null is not, and without effects nothing is.
struct PlantedTests {
    static let seeds = 1...8 as ClosedRange<UInt64>

    /// Most of those to whom the whole rule applies leave within 90 days; of the others few.
    @Test(arguments: seeds)
    func mostLeaveByTheRule(seed: UInt64) {
        let shares = LeavingShares(ShowcaseCompany.generate(people: 600, months: 24, seed: seed))
        let (rule, rest) = (shares.share { $0 == 3 }, shares.share { $0 < 3 })
        #expect(rule.count > 40)
        #expect(rule.share > 0.55, "\(rule)")
        #expect(rest.share < 0.12, "\(rest)")
    }

    @Test(arguments: seeds)
    func withoutEffectTheRuleSaysNothing(seed: UInt64) {
        let shares = LeavingShares(ShowcaseCompany.generate(people: 600, months: 24, seed: seed, effect: .none))
        let (rule, rest) = (shares.share { $0 == 3 }, shares.share { $0 < 3 })
        #expect(abs(rule.share - rest.share) < 0.09, "\(rule) against \(rest)")
        #expect(rest.share < 0.12)
    }

    /// The lucky number of those who leave within 90 days is that of everybody: means within 3.5 standard errors.
    @Test(arguments: seeds, ShowcaseEffect.allCases)
    func theNullIsNull(seed: UInt64, effect: ShowcaseEffect) {
        let company = ShowcaseCompany.generate(people: 600, months: 24, seed: seed, effect: effect)
        let ends = LeavingShares.ends(company)
        var (leaving, staying): ([Double], [Double]) = ([], [])
        for value in company.values(of: .luckyNumber) where Int(value.day) + 90 <= company.today.number {
            let end = LeavingShares.end(Int(value.person), value.day, ends)
            if end <= Int(value.day) + 90 {
                leaving.append(value.value(of: .luckyNumber))
            } else {
                staying.append(value.value(of: .luckyNumber))
            }
        }
        #expect(leaving.count > 100)
        let distance = abs(Self.mean(leaving) - Self.mean(staying))
        // Evenly on 1…99: the spread is 28.6.
        #expect(distance < 3.5 * 28.6 / Double(leaving.count).squareRoot())
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

    /// Mentoring and commute differ by branch, and so does leaving: a confounder, as documented.
    @Test func theBranchConfounds() {
        let company = ShowcaseCompany.generate(people: 3_000, months: 24, seed: 3)
        let isShenzhen = Set(company.employments.filter { $0.city == "深圳" }.map(\.person))
        func mean(_ metric: ShowcaseMetric, _ here: Bool) -> Double {
            Self.mean(
                company.values(of: metric).filter { isShenzhen.contains(Int($0.person)) == here }
                    .map { $0.value(of: metric) })
        }
        #expect(mean(.commute, true) > mean(.commute, false) + 8)
        #expect(mean(.mentorRating, true) < mean(.mentorRating, false))
        func share(_ here: Bool) -> Double {
            let stretches = company.employments.filter { isShenzhen.contains($0.person) == here }
            return Double(stretches.count { $0.last != nil }) / Double(stretches.count)
        }
        #expect(share(true) > share(false))
    }

    /// Without effects everybody leaves alike: new or old, seller or not.
    @Test func withoutEffectTenureSaysNothing() {
        let company = ShowcaseCompany.generate(people: 5_000, months: 24, seed: 11, effect: .none)
        func yearly(_ stretches: [ShowcaseEmployment]) -> Double {
            var (years, left) = (0.0, 0)
            for stretch in stretches {
                let first = max(stretch.hired, company.start)
                let last = min(stretch.last ?? company.today, company.today)
                guard last > first else { continue }
                years += Double(last - first) / 365
                if let end = stretch.last, end <= company.today { left += 1 }
            }
            return Double(left) / years
        }
        let old = company.employments.filter { $0.hired < company.start }
        let new = company.employments.filter { $0.hired >= company.start && $0.hired <= company.today }
        #expect(abs(yearly(old) - yearly(new)) < 0.035, "\(yearly(old)) against \(yearly(new))")
    }

    @Test func metricsKeepToTheirScales() {
        let company = ShowcaseCompany.generate(people: 600, months: 12, seed: 4)
        let scales: [ShowcaseMetric: ClosedRange<Double>] = [
            .trainingCompletion: 0...1, .mentorRating: 0...10, .growth: -1...1, .engagement: 0...10,
            .luckyNumber: 1...99, .overtimeHours: 0...100, .lateDays: 0...5, .commute: 4...110, .visits: 4...16,
        ]
        for (metric, scale) in scales {
            #expect(!company.values(of: metric).isEmpty)
            #expect(company.values(of: metric).allSatisfy { scale.contains($0.value(of: metric)) }, "\(metric)")
        }
        let late = company.values(of: .visits).count { $0.knownOn > $0.day + 2 }
        #expect(late > 0)
    }
}
