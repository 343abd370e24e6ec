/// Numbers for XGBoost: row-major, 32-bit, NaN = missing.
public struct DenseMatrix: Sendable {
    public let rowCount: Int
    public let columnCount: Int
    public var values: [Float]

    public init(rowCount: Int, columnCount: Int) {
        self.rowCount = rowCount
        self.columnCount = columnCount
        values = [Float](repeating: .nan, count: rowCount * columnCount)
    }

    public init(rowCount: Int, columnCount: Int, values: [Float]) {
        precondition(values.count == rowCount * columnCount, "a dense matrix holds rows × columns values")
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.values = values
    }
}
