import Kernel
import SQL
import Shell

/// A metric as the list shows it.
struct MetricRow: Codable, Sendable {
    let metric: Metric
    /// The newest day with a value.
    let lastDay: Day?
    /// How many people have a value on it.
    let lastCount: Int
    let valueCount: Int
    /// Of the people employed on that day, how many have a value; nil without values.
    let coverage: Double?

    static func all(_ tx: Transaction) throws -> [MetricRow] {
        let rows = try tx.rows(
            """
            select \(Metrics.columns), f.last_day, f.last_count, f.value_count
            from metrics m left join metric_figures f on f.metric_id = m.id order by code
            """
        ) { row in
            (
                metric: try Metric(&row), day: try row.value(Int?.self).map(Day.init(number:)),
                count: try row.value(Int?.self) ?? 0, values: try row.value(Int?.self) ?? 0
            )
        }
        let employed = try employed(on: Set(rows.compactMap(\.day)).sorted(), tx)
        return rows.map { row in
            let base = row.day.flatMap { employed[$0] } ?? 0
            return MetricRow(
                metric: row.metric, lastDay: row.day, lastCount: row.count, valueCount: row.values,
                coverage: base == 0 ? nil : min(1, Double(row.count) / Double(base)))
        }
    }

    /// Headcounts of some days in one question.
    private static func employed(on days: [Day], _ tx: Transaction) throws -> [Day: Int] {
        guard !days.isEmpty else { return [:] }
        var counts: [Day: Int] = [:]
        let parts = days.map { day -> Query in
            """
            select \(day.number) as day, count(distinct person_id) as people from employments
            where hired_on <= \(day) and (last_day is null or last_day >= \(day))
            """
        }
        try tx.each(parts.dropFirst().reduce(parts[0]) { $0 + " union all " + $1 }) { row in
            counts[Day(number: try row.value())] = try row.value(Int.self)
        }
        return counts
    }
}

/// One day of a metric, without anybody's own value.
struct MetricDay: Codable, Sendable {
    let day: Day
    let people: Int
    /// Nil where so few people have a value that it would give one away.
    let mean: Double?

    /// The newest days, at most so many, the newest first.
    static func newest(_ metric: ID<Metric>, limit: Int, _ tx: Transaction) throws -> [MetricDay] {
        // From day to day along the key, instead of through all values.
        let first = try tx.value(
            """
            with recursive steps (day, place) as (
                select max(day), 1 from metric_values where metric_id = \(metric)
                union all
                select (select max(v.day) from metric_values v where v.metric_id = \(metric) and v.day < s.day),
                    s.place + 1
                from steps s where s.day is not null and s.place < \(limit))
            select min(day) from steps
            """, as: Int?.self)
        guard let first = first ?? nil else { return [] }
        var found: [MetricDay] = []
        var (day, subject): (Int64?, Int64?) = (nil, nil)
        var (people, sum, last) = (0, 0.0, 0.0)
        func close() {
            guard let day else { return }
            found.append(
                MetricDay(
                    day: Day(number: Int(day)), people: people, mean: people < 5 ? nil : (sum + last) / Double(people)))
        }
        // In the order of the key: of a value recorded twice the later record comes last and counts.
        try tx.each(
            """
            select day, subject_id, value from metric_values where metric_id = \(metric) and day >= \(first)
            order by day, subject_id, known_on
            """
        ) { row in
            let (of, whose) = (try row.value(Int64.self), try row.value(Int64.self))
            if of != day {
                close()
                (day, subject, people, sum, last) = (of, nil, 0, 0, 0)
            }
            if whose != subject {
                (subject, people, sum) = (whose, people + 1, sum + last)
            }
            last = try row.value()
        }
        close()
        return found.reversed()
    }

    /// How many days a page shows: of a large company fewer, because every value of them is read.
    static func shown(people: Int) -> Int { min(12, max(2, 100_000 / max(1, people))) }
}
