/// A design matrix by rows that keeps only what is not zero; one-hot columns make most of it zero.
struct SparseRows {
    let columnCount: Int
    private(set) var starts: [Int] = [0]
    private(set) var indices: [Int32] = []
    private(set) var values: [Double] = []
    var rowCount: Int { starts.count - 1 }

    init(columnCount: Int) { self.columnCount = columnCount }

    /// - Precondition: `index` rises within a row.
    mutating func append(_ index: Int, _ value: Double) {
        guard value != 0 else { return }
        indices.append(Int32(index))
        values.append(value)
    }

    mutating func endRow() { starts.append(indices.count) }

    /// The product with a vector plus a constant, per row.
    func times(_ vector: [Double], plus constant: Double) -> [Double] {
        indices.withUnsafeBufferPointer { indices in
            values.withUnsafeBufferPointer { values in
                vector.withUnsafeBufferPointer { vector in
                    (0..<rowCount).map { row in
                        var sum = constant
                        for entry in starts[row]..<starts[row + 1] {
                            sum += values[entry] * vector[Int(indices[entry])]
                        }
                        return sum
                    }
                }
            }
        }
    }

    /// Σ weight · x xᵀ over (columns + 1)², the last column being the constant 1; lower triangle only.
    func gram(weights: [Double]) -> [Double] {
        let order = columnCount + 1
        var result = [Double](repeating: 0, count: order * order)
        result.withUnsafeMutableBufferPointer { gram in
            indices.withUnsafeBufferPointer { indices in
                values.withUnsafeBufferPointer { values in
                    for row in 0..<rowCount {
                        let weight = weights[row]
                        let (start, end) = (starts[row], starts[row + 1])
                        for outer in start..<end {
                            let scaled = weight * values[outer]
                            let line = Int(indices[outer]) * order
                            for inner in start...outer { gram[line + Int(indices[inner])] += scaled * values[inner] }
                            gram[columnCount * order + Int(indices[outer])] += scaled
                        }
                        gram[columnCount * order + columnCount] += weight
                    }
                }
            }
        }
        return result
    }

    /// Σ residual · x over columns + 1, the last being the constant 1.
    func transposedTimes(_ residuals: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: columnCount + 1)
        for row in 0..<rowCount {
            let residual = residuals[row]
            for entry in starts[row]..<starts[row + 1] { result[Int(indices[entry])] += residual * values[entry] }
            result[columnCount] += residual
        }
        return result
    }
}
