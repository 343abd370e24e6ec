/// Rows as bin numbers, column by column, padded to a multiple of eight with rows of no weight.
struct BinnedRows: Sendable {
    let rowCount: Int
    let paddedCount: Int
    /// Column-major, `features × paddedCount`.
    private let bins: [UInt8]
    let outcome: [Float]
    let weights: [Float]

    init(_ columns: [[UInt8]], rows: [Int], outcome: [Double], weights: [Double]?) {
        rowCount = rows.count
        let padded = (rows.count + 7) / 8 * 8
        paddedCount = padded
        var bins = [UInt8](repeating: 0, count: columns.count * padded)
        for feature in columns.indices {
            columns[feature].withUnsafeBufferPointer { column in
                for (index, row) in rows.enumerated() { bins[feature * padded + index] = column[row] }
            }
        }
        self.bins = bins
        let padding = [Float](repeating: 0, count: padded - rows.count)
        self.outcome = rows.map { Float(outcome[$0]) } + padding
        self.weights = rows.map { Float(weights?[$0] ?? 1) } + padding
    }

    /// Rows per bin of every fact.
    func counts(_ binCounts: [Int]) -> [[Int]] {
        binCounts.indices.map { feature in
            var counts = [Int](repeating: 0, count: binCounts[feature])
            for row in 0..<rowCount { counts[Int(bins[feature * paddedCount + row])] += 1 }
            return counts
        }
    }

    /// First and second derivatives of the loss summed per bin of `feature`, after adding a pending step.
    func sums(
        _ feature: Int, bins count: Int, margins: inout [Float], applying pending: (feature: Int, step: [Float])?
    ) -> [SIMD2<Double>] {
        // Two sets of sums, so that neighbouring rows do not wait for each other.
        var even = [SIMD2<Double>](repeating: .zero, count: 256)
        var odd = even
        let (own, padded) = (feature * paddedCount, paddedCount)
        bins.withUnsafeBufferPointer { bins in
            outcome.withUnsafeBufferPointer { outcome in
                weights.withUnsafeBufferPointer { weights in
                    margins.withUnsafeMutableBufferPointer { margins in
                        even.withUnsafeMutableBufferPointer { even in
                            odd.withUnsafeMutableBufferPointer { odd in
                                if let pending {
                                    let other = pending.feature * padded
                                    pending.step.withUnsafeBufferPointer { step in
                                        for row in 0..<padded { margins[row] += step[Int(bins[other + row])] }
                                    }
                                }
                                var row = 0
                                while row < padded {
                                    let m = Self.load(margins, row)
                                    let w = Self.load(weights, row)
                                    let p = sigmoid(m)
                                    let g = (p - Self.load(outcome, row)) * w
                                    let h = p * (1 - p) * w
                                    for lane in stride(from: 0, to: 8, by: 2) {
                                        even[Int(bins[own + row + lane])] += SIMD2(Double(g[lane]), Double(h[lane]))
                                        odd[Int(bins[own + row + lane + 1])] += SIMD2(
                                            Double(g[lane + 1]), Double(h[lane + 1]))
                                    }
                                    row += 8
                                }
                            }
                        }
                    }
                }
            }
        }
        return (0..<count).map { even[$0] + odd[$0] }
    }

    /// Adds steps of several facts to margins.
    func apply(_ steps: [(feature: Int, step: [Float])], to margins: inout [Float]) {
        for (feature, step) in steps {
            bins.withUnsafeBufferPointer { bins in
                step.withUnsafeBufferPointer { step in
                    margins.withUnsafeMutableBufferPointer { margins in
                        let own = feature * paddedCount
                        for row in margins.indices { margins[row] += step[Int(bins[own + row])] }
                    }
                }
            }
        }
    }

    /// Weighted mean log loss.
    func loss(_ margins: [Float]) -> Double {
        var (sum, total) = (0.0, 0.0)
        for row in 0..<rowCount {
            let weight = Double(weights[row])
            sum += weight * logLoss(margin: Double(margins[row]), outcome: Double(outcome[row]))
            total += weight
        }
        return sum / total
    }

    @inline(__always)
    private static func load(_ values: UnsafeBufferPointer<Float>, _ row: Int) -> SIMD8<Float> {
        UnsafeRawPointer(values.baseAddress! + row).loadUnaligned(as: SIMD8<Float>.self)
    }

    @inline(__always)
    private static func load(_ values: UnsafeMutableBufferPointer<Float>, _ row: Int) -> SIMD8<Float> {
        UnsafeRawPointer(values.baseAddress! + row).loadUnaligned(as: SIMD8<Float>.self)
    }
}
