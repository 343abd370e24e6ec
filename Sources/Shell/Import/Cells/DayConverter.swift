import Kernel

/// Days in any common form. Where day and month could be swapped, the column as a whole decides.
struct DayConverter: CellConverter {
    let field: ImportField
    private var numbers: [Int64] = []
    /// Cells that need the order of day and month.
    private var open: [(row: Int, text: String, refusal: DayRefusal)] = []
    /// Other forms than year first, each once.
    private var forms: Set<String> = []

    init(field: ImportField) {
        self.field = field
    }

    mutating func take(_ text: String) throws(CellRefusal) {
        if let serial = Self.serial(text) {
            numbers.append(serial)
            return
        }
        if Self.meansNone(text) { return blank() }
        do throws(DayRefusal) {
            let day = try Day(text)
            if !text.utf8.prefix(4).allSatisfy({ 0x30...0x39 ~= $0 }) { forms.insert(text) }
            numbers.append(Int64(day.number))
        } catch {
            guard case .ambiguous = error else { throw CellRefusal(error, hiding: text, as: field.shown(text)) }
            forms.insert(text)
            open.append((numbers.count, text, error))
            blank()
        }
    }

    /// The day number of a spreadsheet that lost its format: `45231`, also with a time behind the point.
    private static func serial(_ text: String) -> Int64? {
        let digits = text.utf8.prefix { 0x30...0x39 ~= $0 }
        guard digits.count == 5, let number = Int64(text.prefix(5)), number >= 10_000 else { return nil }
        let rest = text.utf8.dropFirst(5)
        guard rest.isEmpty || rest.first == 0x2E && rest.count > 1 && rest.dropFirst().allSatisfy({ 0x30...0x39 ~= $0 })
        else { return nil }
        // Day 25,569 of the 1900 calendar is 1970-01-01.
        return number - 25_569
    }

    private static func meansNone(_ text: String) -> Bool {
        ["至今", "长期", "永久", "无", "无固定期限", "今", "present", "now", "none"].contains(text.lowercased())
    }

    mutating func blank() { numbers.append(ImportColumn.nothing) }

    mutating func finish() -> ConvertedColumn {
        var late: [(row: Int, text: String, problem: Phrase)] = []
        if !open.isEmpty {
            let order = Day.Order.settled(by: forms)
            for cell in open {
                if let order, let day = try? Day(cell.text, order: order) {
                    numbers[cell.row] = Int64(day.number)
                } else {
                    let problem = CellRefusal(cell.refusal, hiding: cell.text, as: field.shown(cell.text)).problem
                    late.append((cell.row, cell.text, problem))
                }
            }
        }
        return ConvertedColumn(column: ImportColumn(.numbers(numbers)), late: late)
    }
}
