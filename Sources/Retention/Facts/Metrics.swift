import Kernel
import SQL
import Shell

/// The register of metrics and what is stored of them. Days are kept as day numbers, because millions of them are compared.
package enum Metrics {
    /// Every metric by code.
    package static func all(_ tx: Transaction) throws -> [Metric] {
        try tx.rows("select \(columns) from metrics order by code") { row in try Metric(&row) }
    }

    /// - Throws: ``Missing``.
    package static func metric(_ id: ID<Metric>, _ tx: Transaction) throws -> Metric {
        let found = try tx.first("select \(columns) from metrics where id = \(id)") { row in try Metric(&row) }
        guard let found else { throw Missing() }
        return found
    }

    package static func metric(code: String, _ tx: Transaction) throws -> Metric? {
        try tx.first("select \(columns) from metrics where code = \(code)") { row in try Metric(&row) }
    }

    /// What was known of one person at the end of a day, oldest first: of a value recorded twice, the later record.
    /// - Parameter from: the earliest day; without it everything that is kept.
    package static func values(
        of metric: ID<Metric>, subject: Int64, from: Day = .first, through day: Day, _ tx: Transaction
    ) throws -> [MetricValue] {
        var found: [MetricValue] = []
        try tx.each(
            """
            select day, value from metric_values
            where subject_id = \(subject) and metric_id = \(metric) and day between \(from.number) and \(day.number)
                and known_on <= \(day.number)
            order by day, known_on
            """
        ) { row in
            let value = MetricValue(day: Day(number: try row.value()), value: try row.value())
            if found.last?.day == value.day { found.removeLast() }
            found.append(value)
        }
        return found
    }

    /// The newest value of every metric of one person at the end of a day.
    package static func latest(
        of subject: Int64, through day: Day, _ tx: Transaction
    ) throws -> [(metric: ID<Metric>, value: MetricValue)] {
        try tx.rows(
            """
            select metric_id, day, value from (
                select metric_id, day, value,
                    row_number() over (partition by metric_id order by day desc, known_on desc) as place
                from metric_values
                where subject_id = \(subject) and day <= \(day.number) and known_on <= \(day.number)) v
            where place = 1 order by metric_id
            """
        ) { row in
            (try row.value(), MetricValue(day: Day(number: try row.value()), value: try row.value()))
        }
    }

    static let columns: Query =
        """
        id, code, name_zh, name_en, unit, grain, purpose_zh, purpose_en, basis, kept_months, audience, better
        """
}

extension Metric {
    init(_ row: inout Row) throws {
        func word<Value: RawRepresentable>(_ type: Value.Type = Value.self) throws -> Value
        where Value.RawValue == String {
            let text: String = try row.value()
            guard let value = Value(rawValue: text) else { throw row.unreadable(row.position - 1, "\(Value.self)") }
            return value
        }
        self.init(
            id: try row.value(), code: try row.value(), name: Phrase(zh: try row.value(), en: try row.value()),
            unit: try word(), grain: try word(), purpose: Phrase(zh: try row.value(), en: try row.value()),
            basis: try word(), keptMonths: try row.value(), audience: try word(), better: try word())
    }
}
