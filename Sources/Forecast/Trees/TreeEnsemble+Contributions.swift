extension TreeEnsemble {
    /// Exact path-dependent Shapley values of each row: XGBoost's `pred_contribs` within 1e-4.
    ///
    /// Row-major, `rows × featureCount`, in units of the margin; with ``expectedMargin`` they add up to the margin.
    /// O(rows × nodes × ⌈depth / 2⌉) on all cores; trees that ask about one feature only are looked up.
    /// - Parameter columns: one per feature, in the model's order.
    public func contributions(_ columns: [FeatureColumn], rows: FeatureColumn.Rows) -> [Double] {
        var parts = [Double](repeating: 0, count: rows.count * featureCount)
        addContributions(
            columns, rows: rows, to: &parts, width: featureCount, places: Array(0..<featureCount), scale: 1)
        return parts
    }

    /// Adds `scale` times each feature's contribution to column `places[feature]` of a row-major matrix.
    ///
    /// Several features may share a place: levels of one category, a number and its rate. Ensembles are averaged so.
    func addContributions(
        _ columns: [FeatureColumn], rows: FeatureColumn.Rows, to parts: inout [Double], width: Int, places: [Int],
        scale: Double
    ) {
        precondition(columns.count == featureCount && places.count == featureCount, "one column per feature")
        let depth = shapley.map(\.depth).max() ?? 0
        let pointCount = shapley.map(\.pointCount).max() ?? 1
        parts.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let target = buffer
            Parallel.blocks(rows.count, size: 2048) { chunk in
                let block = RowBlock(shapley.isEmpty ? [] : slots)
                let kernel = ShapleyKernel(featureCount: featureCount, depth: depth, pointCount: pointCount)
                for start in stride(from: chunk.lowerBound, to: chunk.upperBound, by: RowBlock.capacity) {
                    let range = start..<min(start + RowBlock.capacity, chunk.upperBound)
                    kernel.reset()
                    if !shapley.isEmpty { block.load(columns, slots, rows, range) }
                    for tree in shapley { kernel.add(tree, block.values, count: range.count) }
                    for feature in 0..<featureCount {
                        let column = kernel.sums + feature * RowBlock.capacity
                        addCurve(feature, columns[feature], rows, range, to: column)
                        let first = range.lowerBound * width + places[feature]
                        for row in 0..<range.count { target[first + row * width] += scale * Double(column[row]) }
                    }
                }
            }
        }
    }

    /// Adds the looked-up effect of the trees that ask about one feature only.
    private func addCurve(
        _ feature: Int, _ column: FeatureColumn, _ rows: FeatureColumn.Rows, _ range: Range<Int>,
        to sums: UnsafeMutablePointer<Float>
    ) {
        guard let curve = curves[feature] else { return }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: RowBlock.capacity) { raw in
            guard let raw = raw.baseAddress else { return }
            column.copy(rows, range, to: raw)
            for row in 0..<range.count { sums[row] += Float(curve(raw[row])) }
        }
    }
}
