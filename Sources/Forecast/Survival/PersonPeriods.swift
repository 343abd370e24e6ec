/// One record per row and interval it entered, with whether it left there (Singer and Willett 1993).
///
/// A row censored inside an interval was exposed to about half of it (the actuarial convention), so it weighs one half there.
struct PersonPeriods: Sendable {
    /// Position in the list of rows.
    private(set) var position: [Int32] = []
    private(set) var interval: [Int32] = []
    private(set) var left: [Double] = []
    private(set) var weight: [Double] = []

    /// - Parameter rows: rows of `outcome`.
    init(_ outcome: SurvivalOutcome, rows: [Int], grid: TimeGrid) {
        for (index, row) in rows.enumerated() {
            let last = grid.interval(of: outcome.times[row])
            for step in 0...last {
                position.append(Int32(index))
                interval.append(Int32(step))
                left.append(step == last && outcome.events[row] ? 1 : 0)
                weight.append(step == last && !outcome.events[row] ? 0.5 : 1)
            }
        }
    }

    var count: Int { position.count }

    /// Share of all exposure that falls into each interval.
    func exposure(intervals: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: intervals)
        for index in position.indices { sums[Int(interval[index])] += weight[index] }
        let total = sums.reduce(0, +)
        return sums.map { $0 / total }
    }
}
