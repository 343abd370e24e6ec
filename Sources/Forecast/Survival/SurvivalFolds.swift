/// Inner folds for time to event: events spread evenly, rows that repeat each other kept together.
enum SurvivalFolds {
    static func inner(
        _ frame: Frame, rows: [Int], outcome: SurvivalOutcome, _ resampling: Resampling, count: Int, seed: UInt64
    ) -> Folds {
        let events = outcome.events.map { $0 ? 1.0 : 0 }
        if case .stratified = resampling {
            let (groups, distinct) = duplicates(frame, rows: rows, outcome: outcome)
            if distinct < rows.count {
                return .grouped(rows: rows, groups: groups, outcome: events, count: count, seed: seed)
            }
        }
        return resampling.folds(frame, rows: rows, outcome: events, count: count, seed: seed)
    }

    /// A number per row of the frame that equal rows (facts, time and event) share.
    static func duplicates(_ frame: Frame, rows: [Int], outcome: SurvivalOutcome) -> (groups: [Int], distinct: Int) {
        var known: [[UInt64]: Int] = [:]
        var groups = [Int](repeating: -1, count: frame.rowCount)
        for row in rows {
            var key: [UInt64] = [outcome.times[row].bitPattern, outcome.events[row] ? 1 : 0]
            for column in frame.columns {
                switch column.values {
                case .numeric(let numbers): key.append(numbers[row].bitPattern)
                case .categorical(let codes, _): key.append(UInt64(bitPattern: Int64(codes[row])))
                }
            }
            let group = known[key] ?? known.count
            known[key] = group
            groups[row] = group
        }
        return (groups, known.count)
    }
}
