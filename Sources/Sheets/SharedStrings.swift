/// The strings of a workbook, each once. Phonetic runs (`rPh`) are reading aids and left out.
enum SharedStrings {
    static func read(_ scanner: inout XMLScanner) throws(XMLScanner.Problem) -> [String] {
        var strings: [String] = []
        while true {
            let event = try scanner.next()
            if event == .end { return strings }
            if case .open(let isEmpty) = event, scanner.isNamed("si") {
                strings.append(isEmpty ? "" : try runs(&scanner, until: "si"))
            }
        }
    }

    /// The text of all `t` elements up to the end of the named element.
    static func runs(_ scanner: inout XMLScanner, until name: StaticString) throws(XMLScanner.Problem) -> String {
        var bytes: [UInt8] = []
        var isText = false
        var phonetic = 0
        while true {
            switch try scanner.next() {
            case .end: throw .malformed
            case .text: if isText, phonetic == 0 { try scanner.appendText(to: &bytes) }
            case .open(let isEmpty):
                if scanner.isNamed("rPh"), !isEmpty { phonetic += 1 }
                if scanner.isNamed("t"), !isEmpty { isText = true }
            case .close:
                if scanner.isNamed("t") { isText = false }
                if scanner.isNamed("rPh") { phonetic -= 1 }
                if scanner.isNamed(name) { return XMLText.unescape(String(decoding: bytes, as: UTF8.self)) }
            }
        }
    }
}
