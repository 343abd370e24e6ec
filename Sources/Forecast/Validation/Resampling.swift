/// How rows may be divided inside a training part.
public enum Resampling: Sendable {
    /// Outcomes spread evenly; records that are exact copies of one another stay together.
    case stratified
    /// Rows of one group stay together; a group number per row of the frame.
    case grouped([Int])
    /// Earlier rows predict later ones; a time per row of the frame.
    case timeOrdered([Double])

    /// - Parameter frame: its rows are looked through for copies.
    public func folds(
        _ frame: Frame, rows: [Int], outcome: [Double], count: Int, repeats: Int = 1, seed: UInt64
    ) -> Folds {
        switch self {
        case .stratified:
            .stratified(
                rows: rows, outcome: outcome, count: count, repeats: repeats, seed: seed,
                copies: frame.copies(rows, outcome)
            )
        case .grouped(let groups):
            .grouped(rows: rows, groups: groups, outcome: outcome, count: count, repeats: repeats, seed: seed)
        case .timeOrdered(let order):
            .timeOrdered(rows: rows, order: order, count: count)
        }
    }

    /// Whether models of inner folds have seen most rows, so that their average can stand for a refit.
    var foldsCoverAllRows: Bool {
        if case .timeOrdered = self { false } else { true }
    }
}
