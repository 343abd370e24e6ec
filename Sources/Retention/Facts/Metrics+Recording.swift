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
        try count(Set((merge.inserts + merge.updates).map(\.metric)).sorted().map { metrics[Int($0)].id }, tx)
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

    /// What the list shows: the last day, how many have a value on it, and how many values there are.
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
