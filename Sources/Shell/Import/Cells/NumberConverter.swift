import Kernel

/// Whole numbers, amounts, rates and months: whatever is kept as one number.
struct NumberConverter: CellConverter {
    typealias Read = (String, ImportField) throws(CellRefusal) -> Int64

    let field: ImportField
    let read: Read
    private var numbers: [Int64] = []

    init(field: ImportField, read: @escaping Read) {
        self.field = field
        self.read = read
    }

    mutating func take(_ text: String) throws(CellRefusal) { numbers.append(try read(text, field)) }

    mutating func blank() { numbers.append(ImportColumn.nothing) }

    mutating func finish() -> ConvertedColumn { ConvertedColumn(column: ImportColumn(.numbers(numbers))) }
}

extension ImportField {
    static func integer(_ text: String, _ field: ImportField, _ range: ClosedRange<Int64>) throws(CellRefusal) -> Int64
    {
        if let number = Int64(text) {
            guard range.contains(number) else { throw CellRefusal(CellWords.outside(field.shown(text), range)) }
            return number
        }
        var body = Substring(CellText.folded(text))
        for unit in ["周岁", "个月", "小时", "岁", "年", "月", "天", "日", "人", "次", "个"] where body.hasSuffix(unit) {
            body = body.dropLast(unit.count)
            break
        }
        // The grouping of thousands and the point of a spreadsheet are read as for amounts.
        guard let amount = try? Money(plainNumber(String(body))), amount.fen.isMultiple(of: 100) else {
            throw CellRefusal(CellWords.integer(field.shown(text)))
        }
        let number = amount.fen / 100
        guard range.contains(number) else { throw CellRefusal(CellWords.outside(field.shown(text), range)) }
        return number
    }

    static func money(_ text: String, _ field: ImportField) throws(CellRefusal) -> Int64 {
        let number = try plain(text)
        do throws(MoneyRefusal) {
            return try Money(number).fen
        } catch {
            if case .tooPrecise = error, let exact = withoutNoise(number, places: 2), let amount = try? Money(exact) {
                return amount.fen
            }
            throw CellRefusal(error, hiding: number, as: field.shown(number))
        }
    }

    static func rate(_ text: String, _ field: ImportField) throws(CellRefusal) -> Int64 {
        let number = try plain(text)
        do throws(RateRefusal) {
            return try Rate(number).billionths
        } catch {
            if case .tooPrecise = error, let exact = withoutNoise(number, places: 9), let rate = try? Rate(exact) {
                return rate.billionths
            }
            throw CellRefusal(error, hiding: number, as: field.shown(number))
        }
    }

    static func month(_ text: String, _ field: ImportField) throws(CellRefusal) -> Int64 {
        let month: Month
        if let read = try? Month(text) {
            month = read
        } else if let day = try? Day(text) {
            month = day.month
        } else if text.utf8.count == 5, let serial = Int(text), serial >= 10_000 {
            month = Day(number: serial - 25_569).month
        } else {
            throw CellRefusal(MonthRefusal.unreadable(text), hiding: text, as: field.shown(text))
        }
        return Int64(month.year * 12 + month.monthOfYear - 1)
    }

    private static func plain(_ text: String) throws(CellRefusal) -> String {
        let folded = CellText.folded(text)
        switch ScientificText(folded) {
        case .lost?: throw CellRefusal(CellWords.digitsLost)
        case .whole(let digits)?: return digits
        case nil: return folded
        }
    }

    private static func plainNumber(_ text: String) -> String {
        if case .whole(let digits)? = ScientificText(text) { digits } else { text }
    }

    /// `30985.739999999998` is what a binary fraction makes of 30985.74: a long decimal right next to a short one.
    /// Nil when the text is meant to have that many places.
    private static func withoutNoise(_ text: String, places: Int) -> String? {
        guard let point = text.firstIndex(of: "."), let value = Double(text) else { return nil }
        let significant = text.utf8.count { 0x30...0x39 ~= $0 }
        guard significant >= 15, text[text.index(after: point)...].count > places else { return nil }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = value * scale
        let whole = scaled.rounded()
        guard abs(whole) < 9e15, abs(scaled - whole) <= max(1e-6, abs(scaled) * 4e-16) else { return nil }
        let digits = String(Int64(abs(whole)))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return (value < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
