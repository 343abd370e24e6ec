import Foundation
import Kernel
import Organization
import Retention
import SQL
import Shell

/// How long rows of metrics take from their sheet into the database, beside the bare insertion of the same rows.
public struct FactTimes: Sendable {
    /// Seconds from the file to the commit, read and checked as the wizard does it.
    public let first: Double
    /// Seconds of the same file a second time, which changes nothing.
    public let again: Double
    /// Seconds to insert the same rows into a table of the same shape, unread and unchecked.
    public let bare: Double
    public let rows: Int

    private static let metrics = 5
    private static let weeks = 20

    /// - Parameters:
    ///   - rows: at least; five metrics of twenty weeks for as many people as that takes.
    ///   - sheet: where the sheet is kept for others to read.
    public static func measure(rows: Int, sheet: String?) async throws -> FactTimes {
        try await BenchHouse.with { bench in
            let house = bench.house
            let people = max(1, (rows + metrics * weeks - 1) / (metrics * weeks))
            let viewer = Viewer.program([.importData, .editFacts])
            let staff = bench.folder + "/staff.csv"
            try Data(SampleStaff(count: people, today: house.today).csv.utf8).write(to: URL(filePath: staff))
            guard
                try await Importing.run(file: staff, kind: "staff", house: house, viewer: viewer, dryRun: false)
                    .reconciliation != nil
            else { throw ImportRefusal.problems(rows: people, problems: 1) }
            try await define(house)
            let file = bench.folder + "/metrics.csv"
            let count = try await write(file, house)
            if let sheet { try Data(contentsOf: URL(filePath: file)).write(to: URL(filePath: sheet)) }
            let clock = ContinuousClock()
            let options = FormFields([("known", "day")])
            func bring() async throws -> Duration {
                try await clock.measure {
                    let result = try await Importing.run(
                        file: file, kind: "metrics", house: house, viewer: viewer, dryRun: false, options: options)
                    guard result.reconciliation != nil else {
                        throw ImportRefusal.problems(
                            rows: result.report.refusedRows, problems: result.report.problemCount)
                    }
                }
            }
            let (first, again) = (try await bring(), try await bring())
            return FactTimes(
                first: first.benchSeconds, again: again.benchSeconds, bare: try await bare(house), rows: count)
        }
    }

    private static func define(_ house: House) async throws {
        try await house.database.write { tx in
            let ids = try tx.newIDs(metrics)
            try tx.insert(
                into: "metrics",
                [
                    "id", "code", "name_zh", "name_en", "unit", "grain", "purpose_zh", "purpose_en", "basis",
                    "kept_months", "audience", "better",
                ],
                values: zip(ids, 1...).flatMap { id, number -> [SQLValue] in
                    [
                        .integer(id), .text("metric_\(number)"), .text("指标\(number)"), .text("Metric \(number)"),
                        .text(FactUnit.score.rawValue), .text(FactGrain.week.rawValue), .text("测试"), .text("Test"),
                        .text(LegalBasis.employment.rawValue), .integer(24), .text(FieldClass.work.rawValue),
                        .text("higher"),
                    ]
                })
        }
    }

    /// In the order systems export: week by week, person by person.
    private static func write(_ file: String, _ house: House) async throws -> Int {
        let numbers = try await house.database.read { tx in
            try tx.rows("select number from people order by id") { row in try row.value(String.self) }
        }
        var (text, count): ([UInt8], Int) = (Array("工号,日期,指标,数值\n".utf8), 0)
        text.reserveCapacity(numbers.count * metrics * weeks * 34)
        for week in 0..<weeks {
            let day = (house.today - 7 * (weeks - week)).iso
            for (place, number) in numbers.enumerated() {
                for metric in 1...metrics {
                    let value = (place &* 7_919 &+ week &* 104_729 &+ metric &* 1_299_709) % 10_000
                    text += "\(number),\(day),metric_\(metric),\(value / 100).\(value % 100 / 10)\(value % 10)\n".utf8
                    count += 1
                }
            }
        }
        try Data(text).write(to: URL(filePath: file))
        return count
    }

    private static func bare(_ house: House) async throws -> Double {
        let rows = try await house.database.read { tx in
            try tx.rows("select metric_id, day, subject_id, known_on, value from metric_values") { row in
                [
                    SQLValue.integer(try row.value()), .integer(try row.value()), .integer(try row.value()),
                    .integer(try row.value()), .real(try row.value()),
                ]
            }
        }
        return try await house.database.write { tx in
            try tx.run(
                """
                create table bare_values (
                    metric_id \(.id) not null, day \(.integer) not null, subject_id \(.id) not null,
                    known_on \(.integer) not null, value \(.real) not null,
                    primary key (metric_id, day, subject_id, known_on))\(ending: .narrowEnd)
                """)
            try tx.run("create index bare_values_by_subject on bare_values (subject_id, metric_id, day)")
            return try ContinuousClock().measure {
                for start in stride(from: 0, to: rows.count, by: 5_000) {
                    try tx.insert(
                        into: "bare_values", ["metric_id", "day", "subject_id", "known_on", "value"],
                        values: rows[start..<min(start + 5_000, rows.count)].flatMap { $0 })
                }
            }.benchSeconds
        }
    }
}
