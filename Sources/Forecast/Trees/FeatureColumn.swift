/// A column of values to be scored, in the feature order of the model. Missing: NaN, or a negative code.
public enum FeatureColumn: Sendable {
    case doubles([Double])
    case floats([Float])
    /// Codes of categories in the model's own numbering.
    case codes([Int32])
    /// Codes looked up in a table: `table[code]`, or `missing` for a negative code.
    case mapped(codes: [Int32], table: [Float], missing: Float)
    /// Numbers looked up among ascending `values`: the entry of `table` at the same place, or `missing`.
    case matched([Double], values: [Double], table: [Float], missing: Float)
    /// The same value in every row; NaN for a feature the data do not have.
    case constant(Float)

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
        case .mapped(let codes, let table, let missing):
            codes.withUnsafeBufferPointer { codes in
                table.withUnsafeBufferPointer { table in
                    rows.each(range) { target[$0] = codes[$1] < 0 ? missing : table[Int(codes[$1])] }
                }
            }
        case .matched(let numbers, let values, let table, let missing):
            rows.each(range) { place, row in
                target[place] = values.binarySearch(numbers[row]).map { table[$0] } ?? missing
            }
        case .constant(let value):
            rows.each(range) { place, _ in target[place] = value }
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
