import Kernel
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell
@testable import Showcase

/// The company in a house: on both engines, whole, and clean in the eyes of the data-quality page.
struct FillTests {
    @Test(arguments: Engine.all)
    func everythingIsWritten(engine: Engine) async throws {
        try await FilledHouse.with(engine) { it in
            let company = try await Showcase.fill(it.house, people: 300, months: 12, seed: 7)
            #expect(try await it.count("people") == company.people.count)
            #expect(try await it.count("employments") == company.employments.count)
            #expect(try await it.count("assignments") == company.assignments.count)
            #expect(try await it.count("pay_rates") == company.pay.count)
            #expect(try await it.count("contracts") == company.contracts.count)
            #expect(try await it.count("separations") == company.separations.count)
            #expect(try await it.count("unit_paths") == company.units.count)
            #expect(try await it.count("staff", where: "is_employed = 1") == 300)
            #expect(try await it.count("staff", where: "manager_id is null") == 1)
            #expect(try await it.count("staff", where: "status = 'planned'") > 0)
            #expect(try await it.count("metrics") == ShowcaseMetric.allCases.count)
            #expect(try await it.count("metric_values") == company.valueCount)
        }
    }

    /// Nothing is wrong but what ``Planted/Blemish`` documents.
    @Test(arguments: ShowcaseEffect.allCases)
    func qualityIsAsDocumented(effect: ShowcaseEffect) async throws {
        try await FilledHouse.with { it in
            let company = try await Showcase.fill(it.house, people: 3_000, months: 24, seed: 9, effect: effect)
            let findings = try await it.house.database.read { tx in try QualityFindings(on: FilledHouse.today, tx) }
            #expect(findings.checked == company.people.count)
            var counts: [QualityCheck: Int] = [:]
            for found in findings.found {
                for place in found.checks.places { counts[QualityCheck.allCases[place], default: 0] += 1 }
            }
            let wrong = Set(counts.keys).subtracting([.emergencyContactMissing, .contractStartsLate])
            #expect(wrong.isEmpty, "\(counts)")
            let without = Double(counts[.emergencyContactMissing] ?? 0) / 3_000
            #expect((0.3...2.5).contains(without / Planted.Blemish.noEmergencyContact))
            // The documented share is of contracts of the told time; the board counts people.
            #expect(counts[.contractStartsLate] ?? 0 <= 30)
        }
    }

    /// The metrics stand as the room of retention reads them: as known at the end of a day, of corrected values the later.
    @Test func metricsAreReadAsKnown() async throws {
        try await FilledHouse.with { it in
            let company = try await Showcase.fill(it.house, people: 100, months: 12, seed: 3)
            let kept = company.values(of: .sales)
            let last = try #require(kept.last)
            let number = company.people[Int(last.person)].number
            try await it.house.database.read { tx in
                let metric = try #require(try Metrics.metric(code: "sales", tx))
                #expect(metric.better == .higher)
                #expect(metric.unit == .money)
                let subject = try #require(
                    try tx.value("select id from people where number = \(number)", as: Int64.self))
                for through in [FilledHouse.today, FilledHouse.today - 40] {
                    var known: [Int32: ShowcaseValue] = [:]
                    for value in kept where value.person == last.person && value.knownOn <= through.number {
                        known[value.day] = value
                    }
                    let values = try Metrics.values(of: metric.id, subject: subject, through: through, tx)
                    #expect(values.map { Int32($0.day.number) } == known.keys.sorted())
                    #expect(values.map(\.value) == known.keys.sorted().map { known[$0]?.value(of: .sales) ?? .nan })
                }
            }
        }
    }

    /// The sheets go through the imports like anybody's own files, and no row is refused.
    @Test func sheetsAreTaken() async throws {
        let company = ShowcaseCompany.generate(people: 200, months: 12, seed: 5, today: FilledHouse.today)
        try await FilledHouse.with { it in
            let staff = try await it.bring(company.staffCSV, as: "staff")
            #expect(staff.refusedRows == 0, "\(staff.problems.prefix(3))")
            #expect(try await it.count("employments") == company.employments.count)
            let leavers = try await it.bring(company.separationsCSV, as: "separations")
            #expect(leavers.refusedRows == 0, "\(leavers.problems.prefix(3))")
            #expect(try await it.count("separations", where: "notice_day is not null") == company.separations.count)
        }
    }

    @Test func sheetsOfMetricsAreTaken() async throws {
        try await FilledHouse.with { it in
            let company = try await Showcase.fill(it.house, people: 100, months: 6, seed: 5)
            let again = try await it.bring(company.metricsCSV(), as: "metrics")
            #expect(again.refusedRows == 0, "\(again.problems.prefix(3))")
            #expect(again.counts?.unchanged == company.valueCount)
            #expect(try await it.count("metric_values") == company.valueCount)
        }
    }

    /// Enough rows for a benchmark of a million values, and exactly as many as asked for.
    @Test func sheetsAreAsLongAsAskedFor() {
        let company = ShowcaseCompany.generate(people: 300, months: 12, seed: 1)
        var lines = 0
        company.metricLines(atMost: 12_345) { _ in lines += 1 }
        #expect(lines == 12_346)
        lines = 0
        company.metricLines { _ in lines += 1 }
        #expect(lines == company.valueCount + 1)
        #expect(company.staffCSV.split(separator: "\n").count == company.employments.count + 1)
    }
}
