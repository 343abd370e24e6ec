/// Cells that say "nothing here", Python's None included. 无 and "?" are not among them: they can be answers.
enum MissingWords {
    static let words: [String] = [
        "", "-", "--", "---", "—", "——", "–", "－", "/", "\\", "NA", "N/A", "n/a", "na", "N.A.", "#N/A", "<NA>", "NaN",
        "nan", "NAN", "-nan", "null", "NULL", "Null", "None", "nil", "NIL", "(null)", "(blank)", "#NULL!", "#DIV/0!",
        "#VALUE!", "#REF!", "#NAME?", "#NUM!", "无数据", "暂无", "暂无数据", "缺失", "未知数据", "空", "空值", "NaT", "#N/A N/A",
    ]

    /// `cell` is trimmed.
    static func contain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        if cell.isEmpty { return true }
        if cell.count > longest || cell[0] &- 0x30 <= 9 { return false }
        return table[cell.count].contains { $0.elementsEqual(cell) }
    }

    private static let longest = 12

    private static let table: [[[UInt8]]] = {
        var byLength = [[[UInt8]]](repeating: [], count: longest + 1)
        for word in words { byLength[word.utf8.count].append(Array(word.utf8)) }
        return byLength
    }()
}
