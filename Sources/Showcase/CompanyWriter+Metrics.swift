import Kernel
import Organization
import Retention
import SQL
import Shell

extension CompanyWriter {
    /// Defines the metrics and writes their values in the order of the primary key.
    func writeMetrics(_ tx: Transaction) throws {
        let first = try tx.newIDs(ShowcaseMetric.allCases.count).lowerBound
        try insert(
            ShowcaseMetric.allCases, into: "metrics",
            [
                "id", "code", "name_zh", "name_en", "unit", "grain", "purpose_zh", "purpose_en", "basis", "kept_months",
                "audience", "better",
            ], tx
        ) { place, metric in
            [
                .integer(first + Int64(place)), metric.code.sqlValue, metric.name.zh.sqlValue, metric.name.en.sqlValue,
                metric.unit.rawValue.sqlValue, metric.grain.rawValue.sqlValue, metric.purpose.zh.sqlValue,
                metric.purpose.en.sqlValue, metric.basis.rawValue.sqlValue, .integer(36),
                metric.audience.rawValue.sqlValue, metric.better.rawValue.sqlValue,
            ]
        }
        try withoutIndex(tx) {
            for (place, metric) in ShowcaseMetric.allCases.enumerated() {
                try insert(
                    company.values[place], into: "metric_values",
                    ["metric_id", "day", "subject_id", "known_on", "value"], tx
                ) { _, value in
                    [
                        .integer(first + Int64(place)), .integer(Int64(value.day)),
                        .integer(person(Int(value.person))), .integer(Int64(value.knownOn)),
                        .real(value.value(of: metric)),
                    ]
                }
            }
        }
        let measured = company.values.indices.filter { !company.values[$0].isEmpty }
        try insert(
            measured, into: "metric_figures", ["metric_id", "last_day", "last_count", "value_count"], tx
        ) { _, place in
            let values = company.values[place]
            let last = values.map(\.day).max()
            let people = Set(values.lazy.filter { $0.day == last }.map(\.person))
            return [
                .integer(first + Int64(place)), .integer(Int64(last ?? 0)), people.count.sqlValue,
                values.count.sqlValue,
            ]
        }
    }

    /// Millions of values are found a place in the second index faster when it is made anew from all of them.
    private func withoutIndex(_ tx: Transaction, _ body: () throws -> Void) throws {
        guard tx.dialect == .sqlite, company.valueCount > 500_000 else { return try body() }
        let indexes: [(name: String, definition: String)] = try tx.rows(
            """
            select name, sql from sqlite_schema
            where type = 'index' and tbl_name = 'metric_values' and sql is not null order by name
            """
        ) { row in (try row.value(), try row.value()) }
        for index in indexes { try tx.run(Definition(stringLiteral: "drop index \(index.name)")) }
        try body()
        for index in indexes { try tx.run(Definition(stringLiteral: index.definition)) }
    }
}
