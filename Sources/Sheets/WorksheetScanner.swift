/// The cells of one worksheet, row by row.
struct WorksheetScanner {
    enum Value {
        case shared(Int)
        case text(String)
        /// A number and its ``RawColumn`` mark; days already count from 1970.
        case number(Double, Int32)
        case error(String)
    }

    struct Row {
        /// 1-based.
        var number = 0
        /// 0-based columns, rising.
        var cells: [(column: Int, value: Value)] = []
    }

    static let maximumRows = 1_048_576
    static let maximumColumns = 16_384

    let formats: NumberFormats
    let since1904: Bool
    private(set) var row = Row()

    init(formats: NumberFormats, since1904: Bool) {
        self.formats = formats
        self.since1904 = since1904
    }

    /// The next row that has a `row` element into ``row``; false at the end of the sheet.
    mutating func next(_ scanner: inout XMLScanner) throws(XMLScanner.Problem) -> Bool {
        while true {
            switch try scanner.next() {
            case .end: throw .malformed
            case .text: continue
            case .close: if scanner.isNamed("sheetData") || scanner.isNamed("worksheet") { return false }
            case .open(let isEmpty):
                if scanner.isNamed("sheetData"), isEmpty { return false }
                guard scanner.isNamed("row") else { continue }
                let number = scanner.number("r") ?? row.number + 1
                guard (1...Self.maximumRows).contains(number), number > row.number else { throw .malformed }
                row.number = number
                row.cells.removeAll(keepingCapacity: true)
                if !isEmpty { try readCells(&scanner) }
                return true
            }
        }
    }

    private mutating func readCells(_ scanner: inout XMLScanner) throws(XMLScanner.Problem) {
        var last = -1
        while true {
            switch try scanner.next() {
            case .end: throw .malformed
            case .text: continue
            case .close: if scanner.isNamed("row") { return }
            case .open(let isEmpty):
                guard scanner.isNamed("c") else { continue }
                let reference = scanner.rawAttribute("r")
                let column = reference == nil ? last + 1 : reference.flatMap { Self.column($0) }
                guard let column, column > last, column < Self.maximumColumns else { throw .malformed }
                last = column
                if isEmpty { continue }
                let type = scanner.rawAttribute("t").map { String(decoding: $0, as: UTF8.self) } ?? "n"
                let style = scanner.number("s") ?? 0
                if let value = try readCell(&scanner, type, style) { row.cells.append((column, value)) }
            }
        }
    }

    private func readCell(
        _ scanner: inout XMLScanner, _ type: String, _ style: Int
    ) throws(XMLScanner.Problem) -> Value? {
        var bytes: [UInt8] = []
        var inline: String?
        var isValue = false
        while true {
            switch try scanner.next() {
            case .end: throw .malformed
            case .text: if isValue { try scanner.appendText(to: &bytes) }
            case .open(let isEmpty):
                if isEmpty { continue }
                if scanner.isNamed("v") { isValue = true }
                if scanner.isNamed("is") { inline = try SharedStrings.runs(&scanner, until: "is") }
            case .close:
                if scanner.isNamed("v") { isValue = false }
                if scanner.isNamed("c") {
                    if let inline { return inline.isEmpty ? nil : .text(inline) }
                    return bytes.isEmpty ? nil : try value(bytes, type, style)
                }
            }
        }
    }

    private func value(_ bytes: [UInt8], _ type: String, _ style: Int) throws(XMLScanner.Problem) -> Value? {
        if type == "n", let number = Self.plainNumber(bytes) { return marked(number, style) }
        let text = String(decoding: bytes, as: UTF8.self)
        switch type {
        case "s":
            guard let index = Int(text), index >= 0 else { throw .malformed }
            return .shared(index)
        case "b": return .text(text == "1" || text == "true" ? "TRUE" : "FALSE")
        case "e": return .error(text)
        case "str", "inlineStr", "d": return .text(XMLText.unescape(text))
        default:
            guard let number = Double(text), number.isFinite else { throw .malformed }
            return marked(number, style)
        }
    }

    private static func plainNumber(_ bytes: [UInt8]) -> Double? {
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress, let plain = DecimalScanner.scan(start, start + bytes.count),
                plain.end == start + bytes.count, plain.value.isFinite
            else { return nil }
            return plain.value
        }
    }

    private func marked(_ number: Double, _ style: Int) -> Value {
        let mark = formats[style]
        guard mark == RawColumn.day else { return .number(number, mark) }
        // Excel has no days before its first one; such a number is not a date whatever its format says.
        guard number >= 0, number < 2_958_466 else { return .number(number, RawColumn.number) }
        return .number(CivilDay.fromSerial(number, since1904: since1904), RawColumn.day)
    }

    /// "AB12" → 27; nil for anything else.
    private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        var letters = 0
        for byte in reference {
            let letter = byte & 0xDF
            guard letter &- 0x41 < 26, byte >= 0x41 else { break }
            column = column * 26 + Int(letter - 0x40)
            letters += 1
            if letters > 3 { return nil }
        }
        return letters == 0 ? nil : column - 1
    }
}
