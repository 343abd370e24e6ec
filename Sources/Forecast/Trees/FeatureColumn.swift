/// A column of values to be scored, in the feature order of the model. Missing: NaN, or a negative code.
public enum FeatureColumn: Sendable {
    case doubles([Double])
    case floats([Float])
    /// Codes of categories in the model's own numbering.
    case codes([Int32])
    /// A feature the data do not have: missing in every row.
    case absent

    /// The values of some rows as XGBoost sees them: `Float`, NaN for missing.
    @inline(__always)
    func copy(_ rows: Rows, _ range: Range<Int>, to target: UnsafeMutablePointer<Float>) {
        switch self {
        case .doubles(let values):
            values.withUnsafeBufferPointer { values in
                rows.each(range) { target[$0] = Float(values[$1]) }
            }
        case .floats(let values):
            values.withUnsafeBufferPointer { values in
                rows.each(range) { target[$0] = values[$1] }
            }
        case .codes(let values):
            values.withUnsafeBufferPointer { values in
                rows.each(range) { target[$0] = values[$1] < 0 ? .nan : Float(values[$1]) }
            }
        case .absent:
            rows.each(range) { place, _ in target[place] = .nan }
        }
    }

    /// Which rows of the columns to score, in order.
    public enum Rows: Sendable {
        /// Rows 0 ..< count.
        case first(Int)
        case listed([Int])

        public var count: Int {
            switch self {
            case .first(let count): count
            case .listed(let rows): rows.count
            }
        }

        @inline(__always)
        func each(_ range: Range<Int>, _ body: (_ place: Int, _ row: Int) -> Void) {
            switch self {
            case .first:
                for place in 0..<range.count { body(place, range.lowerBound + place) }
            case .listed(let rows):
                rows.withUnsafeBufferPointer { rows in
                    for place in 0..<range.count { body(place, rows[range.lowerBound + place]) }
                }
            }
        }
    }
}
