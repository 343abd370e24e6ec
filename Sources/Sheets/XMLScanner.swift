/// Pulls tags and text out of the XML of a workbook.
///
/// Foundation's `XMLParser` builds a string and a dictionary for every element, some microseconds each; a sheet has one
/// or two elements per cell, and a million rows would take minutes. SpreadsheetML needs little: elements, attributes,
/// text, the five named entities. A DOCTYPE is refused, so no entity can be defined and none expands.
struct XMLScanner {
    enum Problem: Error { case malformed, documentType }

    enum Event: Equatable {
        /// Local name of the element; ``XMLScanner/attribute(_:)`` reads its attributes until the next event.
        case open(isEmpty: Bool)
        case close
        case text
        case end
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var cursor: Int
    private var name = 0..<0
    private var attributes = 0..<0
    private var characters = 0..<0
    private var isRaw = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        cursor = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Whether the element of the last open or close event has this local name.
    @inline(__always)
    func isNamed(_ wanted: StaticString) -> Bool {
        guard name.count == wanted.utf8CodeUnitCount else { return false }
        for offset in 0..<name.count where bytes[name.lowerBound + offset] != wanted.utf8Start[offset] { return false }
        return true
    }

    mutating func next() throws(Problem) -> Event {
        while cursor < bytes.count {
            if bytes[cursor] != 0x3C {
                let start = cursor
                while cursor < bytes.count, bytes[cursor] != 0x3C { cursor += 1 }
                characters = start..<cursor
                isRaw = false
                return .text
            }
            guard cursor + 1 < bytes.count else { throw .malformed }
            switch bytes[cursor + 1] {
            case 0x3F: try skip(past: "?>")
            case 0x21:
                if starts(with: "<!--") {
                    try skip(past: "-->")
                } else if starts(with: "<![CDATA[") {
                    let start = cursor + 9
                    try skip(past: "]]>")
                    guard cursor - 3 >= start else { throw .malformed }
                    characters = start..<cursor - 3
                    isRaw = true
                    return .text
                } else {
                    throw .documentType
                }
            case 0x2F:
                cursor += 2
                try readName()
                while cursor < bytes.count, bytes[cursor] != 0x3E { cursor += 1 }
                guard cursor < bytes.count else { throw .malformed }
                cursor += 1
                return .close
            default:
                cursor += 1
                try readName()
                return try .open(isEmpty: readAttributes())
            }
        }
        return .end
    }

    /// Reads the name and leaves out its prefix.
    private mutating func readName() throws(Problem) {
        var start = cursor
        while cursor < bytes.count {
            let byte = bytes[cursor]
            if byte == 0x3A { start = cursor + 1 }
            if byte <= 0x20 || byte == 0x3E || byte == 0x2F { break }
            cursor += 1
        }
        guard cursor > start, cursor < bytes.count else { throw .malformed }
        name = start..<cursor
    }

    /// Runs to the end of the tag; answers whether it closes itself.
    private mutating func readAttributes() throws(Problem) -> Bool {
        let start = cursor
        var quote: UInt8 = 0
        while cursor < bytes.count {
            let byte = bytes[cursor]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                let isEmpty = cursor > start && bytes[cursor - 1] == 0x2F
                attributes = start..<(isEmpty ? cursor - 1 : cursor)
                cursor += 1
                return isEmpty
            }
            cursor += 1
        }
        throw .malformed
    }

    /// The bytes between the quotes of an attribute, entities still in them. Prefixes count: "r:id" is not "id".
    func rawAttribute(_ wanted: StaticString) -> UnsafeBufferPointer<UInt8>? {
        var index = attributes.lowerBound
        let end = attributes.upperBound
        while index < end {
            while index < end, bytes[index] <= 0x20 { index += 1 }
            let start = index
            while index < end, bytes[index] != 0x3D, bytes[index] > 0x20 { index += 1 }
            let length = index - start
            while index < end, bytes[index] != 0x22, bytes[index] != 0x27 { index += 1 }
            guard index < end else { return nil }
            let quote = bytes[index]
            let valueStart = index + 1
            index = valueStart
            while index < end, bytes[index] != quote { index += 1 }
            if length == wanted.utf8CodeUnitCount,
                (0..<length).allSatisfy({ bytes[start + $0] == wanted.utf8Start[$0] })
            {
                return UnsafeBufferPointer(rebasing: bytes[valueStart..<index])
            }
            index += 1
        }
        return nil
    }

    func attribute(_ wanted: StaticString) throws(Problem) -> String? {
        guard let raw = rawAttribute(wanted) else { return nil }
        return try XMLText.decode(raw)
    }

    /// A whole non-negative number.
    func number(_ wanted: StaticString) -> Int? {
        guard let raw = rawAttribute(wanted), (1...15).contains(raw.count) else { return nil }
        var value = 0
        for byte in raw {
            guard byte &- 0x30 <= 9 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// The text of the last text event, entities resolved, appended to `target`.
    func appendText(to target: inout [UInt8]) throws(Problem) {
        let raw = UnsafeBufferPointer(rebasing: bytes[characters])
        if isRaw { target.append(contentsOf: raw) } else { try XMLText.append(raw, to: &target) }
    }

    private func starts(with prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard cursor + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[cursor + $0] == prefix.utf8Start[$0] }
    }

    private mutating func skip(past mark: StaticString) throws(Problem) {
        while cursor < bytes.count {
            if starts(with: mark) {
                cursor += mark.utf8CodeUnitCount
                return
            }
            cursor += 1
        }
        throw .malformed
    }
}
