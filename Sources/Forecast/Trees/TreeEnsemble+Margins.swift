import Dispatch

extension TreeEnsemble {
    /// The raw score (log-odds for a logistic model) of each row, equal to XGBoost's `output_margin`.
    ///
    /// O(rows × trees × depth) on all cores; an additive model is looked up instead of walked.
    /// - Parameter columns: one per feature, in the model's order.
    public func margins(_ columns: [FeatureColumn], rows: FeatureColumn.Rows) -> [Double] {
        precondition(columns.count == featureCount, "one column per feature")
        return [Double](unsafeUninitializedCapacity: rows.count) { buffer, count in
            nonisolated(unsafe) let target = buffer
            Parallel.blocks(rows.count, size: 8192) { chunk in
                let block = RowBlock(shapley.isEmpty ? [] : slots)
                for start in stride(from: chunk.lowerBound, to: chunk.upperBound, by: RowBlock.capacity) {
                    let range = start..<min(start + RowBlock.capacity, chunk.upperBound)
                    if shapley.isEmpty {
                        lookUp(columns, rows, range, into: target)
                    } else {
                        block.load(columns, slots, rows, range)
                        walk(block.values, range, into: target)
                    }
                }
            }
            count = rows.count
        }
    }

    private func walk(
        _ values: UnsafeMutablePointer<Float>, _ range: Range<Int>, into target: UnsafeMutableBufferPointer<Double>
    ) {
        nodes.withUnsafeBufferPointer { nodes in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: RowBlock.capacity) { sums in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: RowBlock.capacity) { places in
                    for row in 0..<range.count { sums[row] = baseMargin }
                    for tree in trees {
                        for row in 0..<range.count { places[row] = tree.root }
                        // One level for all rows before the next: the steps of different rows overlap in the processor.
                        for _ in 0..<tree.depth {
                            for row in 0..<range.count {
                                let node = nodes[Int(places[row])]
                                let value = values[Int(node.slot) &* RowBlock.capacity &+ row]
                                places[row] = value < node.threshold ? node.left : node.right
                            }
                        }
                        for row in 0..<range.count { sums[row] += nodes[Int(places[row])].threshold }
                    }
                    for row in 0..<range.count { target[range.lowerBound + row] = Double(sums[row]) }
                }
            }
        }
    }

    private func lookUp(
        _ columns: [FeatureColumn], _ rows: FeatureColumn.Rows, _ range: Range<Int>,
        into target: UnsafeMutableBufferPointer<Double>
    ) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: RowBlock.capacity) { raw in
            guard let raw = raw.baseAddress else { return }
            for row in range { target[row] = expectedMargin }
            for feature in 0..<featureCount {
                guard let curve = curves[feature] else { continue }
                columns[feature].copy(rows, range, to: raw)
                for row in 0..<range.count { target[range.lowerBound + row] += curve(raw[row]) }
            }
        }
    }
}
