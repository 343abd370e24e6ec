import Kernel
import Organization
import Testing

@testable import Showcase

/// The same numbers give the same company, of any size, and nothing in it contradicts itself.
struct GenerationTests {
    static let sizes = [20, 33, 60, 100, 300, 601, 2_000]

    @Test(arguments: sizes, ShowcaseEffect.allCases)
    func nothingContradictsItself(people: Int, effect: ShowcaseEffect) {
        for seed in 1...3 as ClosedRange<UInt64> {
            let company = ShowcaseCompany.generate(people: people, months: 24, seed: seed, effect: effect)
            #expect(Contradictions.found(in: company) == [])
            let day = company.today
            let employed = company.employments.count { $0.hired <= day && day <= $0.last ?? .last }
            #expect(employed == people)
        }
    }

    @Test(arguments: [6, 12, 36])
    func everyLengthHolds(months: Int) {
        let company = ShowcaseCompany.generate(people: 300, months: months, seed: 5)
        #expect(Contradictions.found(in: company) == [])
        #expect(company.start >= company.today.adding(months: -months))
        #expect(company.start < company.today.adding(months: -months) + 7)
    }

    @Test func sameSeedSameCompany() {
        let (one, other) = (Self.sheets(seed: 7), Self.sheets(seed: 7))
        #expect(one == other)
        #expect(Self.sheets(seed: 8) != one)
    }

    /// FNV-1a over the three sheets, so that another machine or another compiler that makes another company is noticed.
    @Test func sameOnEveryMachine() {
        #expect(Self.fingerprint(Self.sheets(seed: 7)) == 0xAF93_CF7C_09DB_E727)
    }

    private static func sheets(seed: UInt64) -> String {
        let company = ShowcaseCompany.generate(people: 300, months: 12, seed: seed)
        return company.staffCSV + company.separationsCSV + company.metricsCSV()
    }

    private static func fingerprint(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// GB 11643 with the person's own birth day and sex; nobody's number, phone or staff number is another's.
    @Test func papersAreValidAndDifferent() {
        let company = ShowcaseCompany.generate(people: 3_000, months: 12, seed: 2)
        var wrong: [String] = []
        for person in company.people {
            let number = try? IdentityNumber(person.identity, today: company.today)
            let sex: IdentityNumber.Sex = person.gender == .female ? .female : .male
            if number?.birthday != person.birthday || number?.sex != sex { wrong.append(person.number) }
            if !BankCardNumber.passesLuhn(person.card) { wrong.append(person.card) }
            if (try? PhoneNumber(mobile: person.phone)) == nil { wrong.append(person.phone) }
        }
        #expect(wrong == [])
        #expect(Set(company.people.map(\.identity)).count == company.people.count)
        #expect(Set(company.people.map(\.phone)).count == company.people.count)
        #expect(Set(company.people.map(\.number)).count == company.people.count)
    }

    /// Hires, returns, moves, promotions, raises, renewals, and both kinds of leaving: nothing a personnel file knows is
    /// missing, in believable numbers.
    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func everythingHappens(seed: UInt64) {
        let company = ShowcaseCompany.generate(people: 600, months: 24, seed: seed)
        let causes = Dictionary(grouping: company.assignments, by: \.cause).mapValues(\.count)
        #expect(causes[.transfer] ?? 0 > 10)
        #expect(causes[.promotion] ?? 0 > 50)
        #expect(causes[.newManager] ?? 0 > 30)
        #expect(company.pay.count > company.employments.count * 3 / 2)
        #expect(company.contracts.contains { $0.renewals == 2 && $0.kind == .openEnded })
        #expect(Set(company.separations.map(\.kind)) == Set(SeparationKind.allCases))
        let left = company.separations.count { $0.last <= company.today }
        let yearly = Double(left) / 600 / 2
        #expect((0.12...0.32).contains(yearly), "turnover of \(yearly) a year")
        #expect(company.separations.count { $0.kind == .voluntary } > left / 2)
    }

    @Test func thePlacesAreShared() {
        for people in Self.sizes + [20_000] {
            let plan = CompanyPlan(people: people)
            #expect(plan.nodes.count + plan.nodes.reduce(0) { $0 + $1.unit.places } == people)
            let widest = plan.nodes.map { $0.children.count }.max() ?? 0
            #expect(widest <= 13)
        }
    }

    @Test func sharesAddUp() {
        #expect(CompanyPlan.shares(of: 10, [1, 1, 1]) == [4, 3, 3])
        #expect(CompanyPlan.shares(of: 7, [62, 18, 20]) == [4, 1, 2])
        #expect(CompanyPlan.shares(of: 0, [1, 2]) == [0, 0])
    }
}
