/// What the styles of a workbook make of the numbers they are put on.
struct NumberFormats {
    /// ``RawColumn`` mark per cell style.
    private(set) var marks: [Int32] = []

    init() {}

    init(_ scanner: XMLScanner) throws(XMLScanner.Problem) {
        var scanner = scanner
        var custom: [Int: Int32] = [:]
        var isInside = false
        while true {
            switch try scanner.next() {
            case .end: return
            case .text: continue
            case .close: if scanner.isNamed("cellXfs") { isInside = false }
            case .open:
                if scanner.isNamed("numFmt"), let id = scanner.number("numFmtId"),
                    let code = try scanner.attribute("formatCode")
                {
                    custom[id] = Self.mark(code: code)
                } else if scanner.isNamed("cellXfs") {
                    isInside = true
                } else if isInside, scanner.isNamed("xf") {
                    let id = scanner.number("numFmtId") ?? 0
                    marks.append(custom[id] ?? Self.mark(builtIn: id))
                }
            }
        }
    }

    subscript(style: Int) -> Int32 { marks.indices.contains(style) ? marks[style] : RawColumn.number }

    /// Built-in formats (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are dates in East Asian locales.
    private static func mark(builtIn id: Int) -> Int32 {
        switch id {
        case 9, 10: RawColumn.percentage
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: RawColumn.day
        case 5...8, 42, 44: RawColumn.money
        default: RawColumn.number
        }
    }

    /// Reads the first section of a format code: literals, escapes and brackets aside, a year or a day makes a date.
    /// Times of day and elapsed times stay numbers.
    static func mark(code: String) -> Int32 {
        var symbols = ""
        var isQuoted = false
        var bracket: String?
        var skipNext = false
        for character in code.lowercased() {
            if skipNext {
                skipNext = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if bracket != nil {
                if character == "]" { bracket = nil } else { bracket?.append(character) }
            } else if character == "\"" {
                isQuoted = true
            } else if character == "[" {
                bracket = ""
            } else if character == "\\" || character == "_" || character == "*" {
                skipNext = true
            } else if character == ";" {
                break
            } else {
                symbols.append(character)
            }
        }
        if symbols.contains("general") || symbols == "@" { return RawColumn.number }
        if symbols.contains("%") { return RawColumn.percentage }
        let hasDigits = symbols.contains("0") || symbols.contains("#")
        if !hasDigits,
            symbols.contains("y") || symbols.contains("d")
                || symbols.contains("m") && !symbols.contains("h") && !symbols.contains("s")
        {
            return RawColumn.day
        }
        if symbols.contains("y"), symbols.contains("m") { return RawColumn.day }
        if hasDigits, code.contains(where: { "¥￥$€£元".contains($0) && $0 != "$" }) || symbols.contains("$") {
            return RawColumn.money
        }
        return RawColumn.number
    }
}
