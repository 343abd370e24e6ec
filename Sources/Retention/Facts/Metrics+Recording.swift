import Kernel
import SQL
import Shell

extension Metrics {
    static let valueColumns: [StaticString] = ["metric_id", "day", "subject_id", "known_on", "value"]

    /// Writes records outside an import, and what follows from them.
    static func write(_ merge: MetricMerge, of metrics: [Metric], on today: Day, _ tx: Transaction) throws {
        var values: [SQLValue] = []
        for record in merge.inserts + merge.updates { values += row(record, metrics) }
        try tx.insert(
            into: "metric_values", valueColumns, values: values,
            ending: "on conflict (metric_id, day, subject_id, known_on) do update set value = excluded.value")
        try forgetSnapshots(of: merge.inserts, metrics, before: today, tx)
        try count(merge.inserts, metrics, tx)
    }

    static func row(_ record: MetricRecord, _ metrics: [Metric]) -> [SQLValue] {
        [
            metrics[Int(record.metric)].id.sqlValue, .integer(Int64(record.day)), .integer(record.subject),
            .integer(Int64(record.known)), .real(record.value),
        ]
    }

    /// Takes the facts of metrics out of the snapshots that history was brought in for: they are measured again by the
    /// next run. What is known from today on touches no snapshot, since snapshots are of days that are over.
    static func forgetSnapshots(
        of records: [MetricRecord], _ metrics: [Metric], before today: Day, _ tx: Transaction
    ) throws {
        var first: [UInt16: Int32] = [:]
        for record in records where Int(record.known) < today.number {
            first[record.metric] = min(first[record.metric] ?? .max, record.known)
        }
        for (place, known) in first.sorted(by: { $0.key < $1.key }) {
            try forgetSnapshots(of: metrics[Int(place)], from: Day(number: Int(known)), tx)
        }
    }

    static func forgetSnapshots(of metric: Metric, from day: Day, _ tx: Transaction) throws {
        let codes = DerivedFact.allCases.map { $0.code(metric) }
        try tx.execute(
            """
            delete from snapshot_columns where code in \(codes)
                and snapshot_id in (select id from snapshots where day >= \(day))
            """)
    }

    /// What the list shows, after these records were added: only the last day is read again, however long the history is.
    static func count(_ records: [MetricRecord], _ metrics: [Metric], _ tx: Transaction) throws {
        var added: [UInt16: (last: Int32, count: Int)] = [:]
        for record in records {
            let known = added[record.metric] ?? (.min, 0)
            added[record.metric] = (max(known.last, record.day), known.count + 1)
        }
        guard !added.isEmpty else { return }
        try tx.insert(
            into: "metric_figures", ["metric_id", "last_day", "last_count", "value_count"],
            values: added.sorted { $0.key < $1.key }.flatMap { place, new -> [SQLValue] in
                [metrics[Int(place)].id.sqlValue, .integer(Int64(new.last)), .integer(0), new.count.sqlValue]
            },
            ending: """
                on conflict (metric_id) do update set value_count = metric_figures.value_count + excluded.value_count,
                    last_day = case when excluded.last_day > metric_figures.last_day then excluded.last_day
                        else metric_figures.last_day end
                """)
        try tx.execute(
            """
            update metric_figures set last_count = (
                select count(distinct v.subject_id) from metric_values v
                where v.metric_id = metric_figures.metric_id and v.day = metric_figures.last_day)
            where metric_id in \(added.keys.sorted().map { metrics[Int($0)].id })
            """)
    }

    /// Takes away the values that are kept no longer.
    static func purge(_ metric: Metric, today: Day, _ tx: Transaction) throws {
        let limit = today.adding(months: -metric.keptMonths).number
        let gone = try tx.execute("delete from metric_values where metric_id = \(metric.id) and day <= \(limit)")
        guard gone > 0 else { return }
        try tx.execute(
            "update metric_figures set value_count = value_count - \(gone) where metric_id = \(metric.id)")
        try tx.execute("delete from metric_figures where metric_id = \(metric.id) and value_count <= 0")
    }

    /// The same from all values, after some were taken away.
    static func count(_ metrics: [ID<Metric>], _ tx: Transaction) throws {
        guard !metrics.isEmpty else { return }
        try tx.execute("delete from metric_figures where metric_id in \(metrics)")
        try tx.execute(
            """
            insert into metric_figures (metric_id, last_day, last_count, value_count)
            select f.metric_id, f.last_day, (
                    select count(distinct v.subject_id) from metric_values v
                    where v.metric_id = f.metric_id and v.day = f.last_day),
                f.value_count
            from (select metric_id, max(day) as last_day, count(*) as value_count from metric_values
                  where metric_id in \(metrics) group by metric_id) f
            """)
    }
}
