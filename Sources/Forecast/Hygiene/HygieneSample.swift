/// The rows a check looks at closely, and their outcomes.
struct HygieneSample: Sendable {
    static let size = 40_000

    /// Evenly spread, ascending.
    let rows: [Int]
    /// Per sampled row; nil when there is no outcome to compare with.
    let outcome: [Double]?
    let isWhole: Bool

    /// How many rows of each outcome a search for leaks needs at least.
    static let leastPerOutcome = 10

    init(rowCount: Int, outcome: [Double]?) {
        isWhole = rowCount <= Self.size
        rows = isWhole ? Array(0..<rowCount) : (0..<Self.size).map { $0 * rowCount / Self.size }
        guard let outcome else {
            self.outcome = nil
            return
        }
        let picked = rows.map { outcome[$0] }
        let positives = picked.count { $0 == 1 }
        let negatives = picked.count { $0 == 0 }
        self.outcome = min(positives, negatives) >= Self.leastPerOutcome ? picked : nil
    }
}
