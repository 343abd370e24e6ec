import Foundation

/// Factor of a symmetric positive definite matrix, row-major, lower triangle.
struct Cholesky {
    private let order: Int
    private var factor: [Double]

    /// - Returns: nil when the matrix is not positive definite.
    init?(_ matrix: [Double], order: Int) {
        self.order = order
        factor = matrix
        let decomposed = factor.withUnsafeMutableBufferPointer { buffer in
            guard let a = buffer.baseAddress else { return order == 0 }
            for column in 0..<order {
                let line = a + column * order
                let diagonal = line[column] - dotProduct(line, line, column)
                guard diagonal > 0, diagonal.isFinite else { return false }
                let root = diagonal.squareRoot()
                line[column] = root
                for row in column + 1..<max(order, column + 1) {
                    let other = a + row * order
                    other[column] = (other[column] - dotProduct(other, line, column)) / root
                }
            }
            return true
        }
        guard decomposed else { return nil }
    }

    /// x with `matrix · x = right`.
    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in 0..<order {
            for k in 0..<row { x[row] -= factor[row * order + k] * x[k] }
            x[row] /= factor[row * order + row]
        }
        for row in stride(from: order - 1, through: 0, by: -1) {
            for k in row + 1..<max(order, row + 1) { x[row] -= factor[k * order + row] * x[k] }
            x[row] /= factor[row * order + row]
        }
        return x
    }
}
