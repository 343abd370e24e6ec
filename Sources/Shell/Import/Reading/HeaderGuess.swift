/// Finds the header among the first records of a sheet.
///
/// The record most of whose cells are known headings; titles and notes stand above it. A header may spread over two rows
/// whose upper cells are merged: a cell then is its lower part, its upper part, or both together.
struct HeaderGuess {
    struct Found {
        /// Place of the (last) header row among the records.
        var index: Int
        var rows: Int
        var headings: [String]
        var columns: [String: Int]
    }

    let match: HeadingMatch

    func find(in records: [[String]]) -> Found? {
        var best: Found?
        for index in records.indices.prefix(40) {
            for found in [single(records, index), double(records, index)] {
                guard let found, found.columns.count > best?.columns.count ?? 0 else { continue }
                best = found
            }
        }
        return best ?? widest(records)
    }

    /// The header when someone says where it is.
    func at(_ index: Int, rows: Int, in records: [[String]]) -> Found? {
        guard records.indices.contains(index) else { return nil }
        return rows == 2 ? double(records, index) ?? single(records, index) : single(records, index)
    }

    private func single(_ records: [[String]], _ index: Int) -> Found? {
        let headings = records[index].map(CellText.line)
        return Found(index: index, rows: 1, headings: headings, columns: match.columns(headings))
    }

    private func double(_ records: [[String]], _ index: Int) -> Found? {
        guard index > 0 else { return nil }
        let (upper, lower) = (records[index - 1].map(CellText.line), records[index].map(CellText.line))
        var group = ""
        let headings = (0..<max(upper.count, lower.count)).map { column -> String in
            let above = column < upper.count ? upper[column] : ""
            let below = column < lower.count ? lower[column] : ""
            if !above.isEmpty { group = above }
            guard !below.isEmpty else {
                group = above
                return above
            }
            guard !group.isEmpty, group != below else { return below }
            if match.field(of: group + below) != nil { return group + below }
            return match.field(of: below) == nil ? group + "·" + below : below
        }
        return Found(index: index, rows: 2, headings: headings, columns: match.columns(headings))
    }

    /// Nothing is known: the first record that fills most of the width.
    private func widest(_ records: [[String]]) -> Found? {
        let filled = records.map { cells in cells.count { !CellText.trimmed($0).isEmpty } }
        guard let most = filled.max(), most > 0 else { return nil }
        return filled.firstIndex { $0 * 10 >= most * 6 }.flatMap { single(records, $0) }
    }
}
