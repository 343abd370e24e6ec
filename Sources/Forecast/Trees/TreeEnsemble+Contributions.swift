extension TreeEnsemble {
    /// Exact path-dependent Shapley values of each row: XGBoost's `pred_contribs` within 1e-4.
    ///
    /// Row-major, `rows × featureCount`, in units of the margin; with ``expectedMargin`` they add up to the margin.
    /// O(rows × nodes × ⌈depth / 2⌉) on all cores; trees that ask about one feature only are looked up.
    /// - Parameter columns: one per feature, in the model's order.
    public func contributions(_ columns: [FeatureColumn], rows: FeatureColumn.Rows) -> [Double] {
        precondition(columns.count == featureCount, "one column per feature")
        let total = rows.count * featureCount
        let depth = shapley.map(\.depth).max() ?? 0
        let pointCount = shapley.map(\.pointCount).max() ?? 1
        return [Double](unsafeUninitializedCapacity: total) { buffer, count in
            nonisolated(unsafe) let target = buffer
            Parallel.blocks(rows.count, size: 2048) { chunk in
                let block = RowBlock(shapley.isEmpty ? [] : slots)
                let kernel = ShapleyKernel(featureCount: featureCount, depth: depth, pointCount: pointCount)
                for start in stride(from: chunk.lowerBound, to: chunk.upperBound, by: RowBlock.capacity) {
                    let range = start..<min(start + RowBlock.capacity, chunk.upperBound)
                    kernel.reset()
                    if !shapley.isEmpty { block.load(columns, slots, rows, range) }
                    for tree in shapley { kernel.add(tree, block.values, count: range.count) }
                    write(kernel.sums, columns, rows, range, into: target)
                }
            }
            count = total
        }
    }

    /// Adds the looked-up curves and turns the block from feature-major to row-major.
    private func write(
        _ sums: UnsafeMutablePointer<Float>, _ columns: [FeatureColumn], _ rows: FeatureColumn.Rows,
        _ range: Range<Int>, into target: UnsafeMutableBufferPointer<Double>
    ) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: RowBlock.capacity) { raw in
            guard let raw = raw.baseAddress else { return }
            for feature in 0..<featureCount {
                let column = sums + feature * RowBlock.capacity
                let first = range.lowerBound * featureCount + feature
                if let curve = curves[feature] {
                    columns[feature].copy(rows, range, to: raw)
                    for row in 0..<range.count {
                        target[first + row * featureCount] = Double(column[row]) + curve(raw[row])
                    }
                } else {
                    for row in 0..<range.count { target[first + row * featureCount] = Double(column[row]) }
                }
            }
        }
    }
}
