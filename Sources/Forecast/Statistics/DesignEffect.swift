/// How much less a share of rows says when the rows of a group go together, such as several months of one person.
public enum DesignEffect {
    /// The variance of the share between groups over that of as many independent rows (Kish 1965, §5.4); 1 at least.
    /// Where all outcomes are the same, the size of the groups as a row finds it: the most it can be.
    ///
    /// - Parameters: one per row; groups by number.
    public static func ofShare(_ outcome: [Double], groups: [Int]) -> Double {
        let count = Double(outcome.count)
        guard count > 0 else { return 1 }
        let share = outcome.reduce(0, +) / count
        var sums: [Int: (rows: Double, residual: Double)] = [:]
        for (value, group) in zip(outcome, groups) {
            let before = sums[group] ?? (0, 0)
            sums[group] = (before.rows + 1, before.residual + value - share)
        }
        guard share > 0, share < 1, sums.count > 1 else {
            return sums.values.reduce(0) { $0 + $1.rows * $1.rows } / count
        }
        let squares = sums.values.reduce(0) { $0 + $1.residual * $1.residual }
        let correction = Double(sums.count) / Double(sums.count - 1)
        return max(1, correction * squares / (count * share * (1 - share)))
    }
}
