import Kernel
import SQL
import Testing

@testable import Retention
@testable import Shell

struct MetricsImportTests {
    private static let staff = "工号,姓名,部门,入职日期\n1,甲,总部,2020-01-01\n2,乙,总部,2020-01-01\n"
    private static let head = "工号,日期,指标,数值\n"

    @Test(arguments: Engine.all) func aSheetComesInAndGoesOutAgain(_ engine: Engine) async throws {
        try await Population.with(engine) { company in
            try await company.bring(Self.staff)
            try await company.metric("sales", unit: .money)
            try await company.metric("training", unit: .share)
            let empty = try await company.database.dump()
            let text =
                Self.head + "1,2026-06-01,sales,\"1,234.50\"\n1,2026-06-08,指标sales,0\n2,2026/6/8,Metric training,85%\n"
            let first = try await company.bring(text, as: "metrics")
            #expect(first.report.problemCount == 0)
            #expect(first.reconciliation?.counts == ImportCounts(created: 3))
            try await company.database.read { tx in
                let values = try tx.rows("select value from metric_values order by value") { row in
                    try row.value(Double.self)
                }
                #expect(values == [0, 0.85, 123_450])
            }
            let again = try await company.bring(text, as: "metrics")
            #expect(again.report.counts == ImportCounts(unchanged: 3))
            // A correction on the same day changes the record; undoing brings the old value back.
            let other = try await company.bring(Self.head + "1,2026-06-08,sales,5\n", as: "metrics")
            #expect(other.reconciliation?.counts == ImportCounts(updated: 1))
            try await Importing.undo(try #require(other.batch), house: company.house, viewer: company.program)
            try await company.database.read { tx throws in
                #expect(try tx.value("select min(value) from metric_values", as: Double.self) == 0)
            }
            try await Importing.undo(try #require(first.batch), house: company.house, viewer: company.program)
            try await company.database.read { tx throws in
                #expect(try tx.value("select count(*) from metric_values", as: Int.self) == 0)
                #expect(try tx.value("select count(*) from metric_figures", as: Int.self) == 0)
            }
            #expect(!empty.isEmpty)
        }
    }

    /// Of every row: what is wrong, at its row and column; nothing of the file is written.
    @Test(arguments: [
        ("9,2026-06-01,sales,1", "工号"), ("1,2026-13-01,sales,1", "日期"), ("1,2026-06-16,sales,1", "日期"),
        ("1,2026-06-01,没有,1", "指标"), ("1,2026-06-01,sales,abc", "数值"), ("1,2026-06-01,sales,nan", "数值"),
        ("1,2026-06-01,training,85", "数值"), ("1,2026-06-01,late,也许", "数值"), (",2026-06-01,sales,1", "工号"),
        ("1,2026-06-01,sales,", "数值"), ("1,2026-06-01,sales,1e99", "数值"),
    ])
    func everyProblemIsNamed(_ row: String, _ column: String) async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await company.metric("sales")
            try await company.metric("training", unit: .share)
            try await company.metric("late", unit: .flag)
            let good = "2,2026-06-01,sales,3\n"
            let result = try await company.bring(Self.head + good + row + "\n", as: "metrics")
            #expect(result.reconciliation == nil)
            #expect(
                result.report.problems.contains { $0.row == 3 && $0.column == column && $0.weight == .refused },
                "\(result.report.problems)")
            let rest = try await company.bring(Self.head + good + row + "\n", as: "metrics", takesGoodRows: true)
            #expect(rest.reconciliation?.counts == ImportCounts(created: 1))
        }
    }

    @Test func rowsThatContradictEachOtherAreRefused() async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await company.metric("sales")
            let report = try await company.bring(
                Self.head
                    + "1,2026-06-01,sales,1\n2,2026-06-01,sales,1\n1,2026-06-01,指标sales,2\n1,2026-06-01,sales,1\n",
                as: "metrics", dryRun: true
            ).report
            #expect(report.problems.filter { $0.weight == .refused }.map(\.row) == [4])
        }
    }

    @Test(arguments: [("", "2026-06-15"), ("today", "2026-06-15"), ("day", "2026-06-01")])
    func whenValuesCountAsKnown(_ choice: String, _ known: String) async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await company.metric("sales")
            let options = choice.isEmpty ? FormFields() : FormFields([("known", choice)])
            let result = try await company.bring(
                Self.head + "1,2026-06-01,sales,1\n", as: "metrics", options: options)
            #expect(result.report.problems.contains { $0.weight == .note } == (choice != "day"))
            try await company.database.read { tx in
                let stored = try tx.value("select known_on from metric_values", as: Int.self)
                #expect(stored == iso(known).number)
            }
        }
    }

    @Test func aDayOfItsOwnIsTakenAtItsWord() async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await company.metric("sales")
            let head = "subject,day,metric,value,known_on\n"
            let result = try await company.bring(
                head + "1,2026-06-01,sales,1,2026-06-03\n1,2026-06-01,sales,2,2026-06-09\n2,2026-06-01,sales,4,\n",
                as: "metrics")
            #expect(result.reconciliation?.counts == ImportCounts(created: 3))
            let bad = try await company.bring(head + "1,2026-06-05,sales,1,2026-06-03\n", as: "metrics", dryRun: true)
            #expect(bad.report.problems.contains { $0.column == "known_on" && $0.weight == .refused })
        }
    }
}
