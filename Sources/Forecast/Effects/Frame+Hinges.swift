extension Frame {
    /// The frame with bends at the quartiles of its numbers, max(0, x − q), so that linear models can follow curved relations.
    ///
    /// Numbers with fewer than six different values stay alone. The quartiles come from `rows`; outcomes are not looked at.
    func addingHinges(rows: [Int]) -> Frame {
        var added = columns
        for column in columns {
            guard case .numeric(let numbers) = column.values else { continue }
            let sorted = rows.map { numbers[$0] }.filter { !$0.isNaN }.sorted()
            guard !sorted.isEmpty, Set(sorted).count >= 6 else { continue }
            for share in [0.25, 0.5, 0.75] {
                let edge = sorted.sortedQuantile(share)
                added.append(
                    Column(
                        name: "\(column.name) > \(edge)",
                        values: .numeric(numbers.map { $0.isNaN ? 0 : max(0, $0 - edge) })))
            }
        }
        return Frame(rowCount: rowCount, columns: added)
    }
}
