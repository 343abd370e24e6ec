import Forecast
import Kernel
import SQL

/// What the signal rules alone would have said at each snapshot, to compare a model with them.
enum SignalHistory {
    /// Points of the signals open on the day of each row, unknown before the first signals were looked for; nil when there
    /// were hardly any yet.
    static func points(of rows: TrainingRows, _ tx: Transaction) throws -> [Double]? {
        var hits: [Int64: [(from: Int, until: Int, points: Int)]] = [:]
        try tx.each(
            """
            select h.subject_id, h.day, h.until_day, v.severity
            from signal_hits h join signal_versions v on v.signal = h.signal and v.version = h.version
            where h.is_withdrawn = 0
            """
        ) { row in
            let (subject, day) = (try row.value(Int64.self), try row.value(Day.self))
            let until = try row.value(Day?.self)
            let severity = try row.value(Signal.Severity.self)
            hits[subject, default: []].append(
                (day.number, until?.number ?? .max, SignalPoints.weights.first { $0.severity == severity }?.points ?? 0)
            )
        }
        guard let since = hits.values.lazy.flatMap({ $0 }).map(\.from).min() else { return nil }
        return points(of: rows, since: since, hits)
    }

    /// - Parameter since: before it nobody looked for signals, which is not the same as finding none.
    static func points(
        of rows: TrainingRows, since: Int, _ hits: [Int64: [(from: Int, until: Int, points: Int)]]
    ) -> [Double]? {
        var points = rows.days.map { $0 < since ? Double.nan : 0 }
        var found = 0
        for row in points.indices where !points[row].isNaN {
            guard let own = hits[rows.subjects[row]] else { continue }
            let day = rows.days[row]
            let sum = own.reduce(0) { $0 + ($1.from <= day && day < $1.until ? $1.points : 0) }
            if sum > 0 { found += 1 }
            points[row] = Double(sum)
        }
        return found >= 30 ? points : nil
    }
}
