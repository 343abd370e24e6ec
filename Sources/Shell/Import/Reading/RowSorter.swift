import Kernel
import Sheets

/// Tells records of people from what else stands in a spreadsheet: blank rows, totals, notes, headers printed again.
struct RowSorter {
    enum Kind: Equatable { case record, blank, total, remark, header }

    private let headings: [String]

    init(headings: [String]) {
        self.headings = headings.map(CellText.key)
    }

    private static let totals: Set<String> = [
        "合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "总合计", "合计数", "total", "subtotal", "grandtotal", "sum",
    ]
    private static let remarks = [
        "制表", "制单", "审核", "审批", "复核", "批准", "填表", "说明", "备注", "注:", "注意", "打印", "编制", "note:", "preparedby",
    ]

    func kind(of cells: [String]) -> Kind {
        var filled = 0
        var first = ""
        var firstColumn = 0
        for (column, cell) in cells.enumerated() where !CellText.trimmed(cell).isEmpty {
            filled += 1
            if filled == 1 { (first, firstColumn) = (cell, column) }
        }
        guard filled > 0 else { return .blank }
        // Most first cells are numbers or names; only short texts can be any of the words.
        let key = CellText.key(first)
        let word = key.filter { $0.isLetter }
        if Self.totals.contains(word), word.count * 2 >= key.count { return .total }
        if filled > 1, firstColumn < headings.count, !headings[firstColumn].isEmpty, headings[firstColumn] == key,
            cells.enumerated().allSatisfy({ column, cell in
                let key = CellText.key(cell)
                return key.isEmpty || column < headings.count && headings[column] == key
            })
        {
            return .header
        }
        if filled <= 2, headings.count > 3, Self.remarks.contains(where: key.hasPrefix) { return .remark }
        return .record
    }

    /// What is said about a row that is left out.
    static func word(_ kind: Kind) -> Phrase? {
        switch kind {
        case .record, .blank: nil
        case .total: Phrase(zh: "是合计行，已跳过。", en: "is a row of totals and was left out.")
        case .remark: Phrase(zh: "是说明文字，不是数据，已跳过。", en: "is a remark, not a record, and was left out.")
        case .header: Phrase(zh: "与表头相同，已跳过。", en: "repeats the header and was left out.")
        }
    }
}
