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

extension DenseMatrix {
    /// Writes whole columns, in order, on all cores; codes below zero and NaN become NaN.
    ///
    /// - Precondition: `columnCount` columns of `rowCount` values each.
    public mutating func fill(_ columns: [FeatureColumn]) {
        precondition(columns.count == columnCount, "one column per column of the matrix")
        let (width, height) = (columnCount, rowCount)
        values.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let target = buffer
            // Blocks of rows, so that the piece of the matrix being written stays in the cache.
            Parallel.blocks(height, size: 1024) { rows in
                withUnsafeTemporaryAllocation(of: Float.self, capacity: rows.count) { piece in
                    guard let piece = piece.baseAddress else { return }
                    for (column, values) in columns.enumerated() {
                        values.copy(.first(height), rows, to: piece)
                        for place in 0..<rows.count {
                            target[(rows.lowerBound + place) * width + column] = piece[place]
                        }
                    }
                }
            }
        }
    }
}
