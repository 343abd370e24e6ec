import Foundation

/// Reads JSON front to back without building it: an ensemble of hundreds of trees has a million numbers, of which
/// scoring needs less than half. Accepts the non-finite numbers XGBoost writes (`NaN`, `Infinity`).
struct JSONCursor {
    private let bytes: UnsafePointer<UInt8>
    private let count: Int
    private var at = 0

    /// - Parameter bytes: `count` bytes followed by a zero.
    init(_ bytes: UnsafePointer<UInt8>, count: Int) {
        self.bytes = bytes
        self.count = count
    }

    /// The next byte that is not white space; 0 at the end.
    private mutating func peek() -> UInt8 {
        while at < count, bytes[at] <= 0x20 { at += 1 }
        return at < count ? bytes[at] : 0
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard peek() == byte else { throw TreeEnsembleRefusal.unreadable }
        at += 1
    }

    /// Calls `body` with each key; `body` reads or skips the value.
    mutating func object(_ body: (String, inout JSONCursor) throws -> Void) throws {
        try expect(UInt8(ascii: "{"))
        if peek() == UInt8(ascii: "}") {
            at += 1
            return
        }
        while true {
            let key = try text()
            try expect(UInt8(ascii: ":"))
            try body(key, &self)
            if peek() == UInt8(ascii: ",") {
                at += 1
            } else {
                return try expect(UInt8(ascii: "}"))
            }
        }
    }

    mutating func array(_ body: (inout JSONCursor) throws -> Void) throws {
        try expect(UInt8(ascii: "["))
        if peek() == UInt8(ascii: "]") {
            at += 1
            return
        }
        while true {
            try body(&self)
            if peek() == UInt8(ascii: ",") {
                at += 1
            } else {
                return try expect(UInt8(ascii: "]"))
            }
        }
    }

    /// A quoted text, as written, or the characters of a bare number or word.
    mutating func text() throws -> String {
        let isQuoted = peek() == UInt8(ascii: "\"")
        let start = at
        try skip()
        let range = isQuoted ? start + 1..<at - 1 : start..<at
        return String(decoding: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count), as: UTF8.self)
    }

    mutating func float() throws -> Float {
        _ = peek()
        return try bytes.withMemoryRebound(to: CChar.self, capacity: count + 1) { characters in
            var end: UnsafeMutablePointer<CChar>?
            let value = strtof(characters + at, &end)
            guard let end, end > UnsafeMutablePointer(mutating: characters + at) else {
                throw TreeEnsembleRefusal.unreadable
            }
            at = UnsafePointer(end) - characters
            return value
        }
    }

    /// A whole number; `true` is 1 and `false` is 0, as some releases write flags.
    mutating func integer() throws -> Int {
        switch peek() {
        case UInt8(ascii: "t"):
            try skip()
            return 1
        case UInt8(ascii: "f"):
            try skip()
            return 0
        default: break
        }
        let isNegative = bytes[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        var value = 0
        let start = at
        while at < count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9"), at - start < 18 {
            value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
            at += 1
        }
        guard at > start else { throw TreeEnsembleRefusal.unreadable }
        return isNegative ? -value : value
    }

    mutating func floats() throws -> [Float] {
        var values: [Float] = []
        try array { values.append(try $0.float()) }
        return values
    }

    mutating func integers<Number: FixedWidthInteger>(_ type: Number.Type) throws -> [Number] {
        var values: [Number] = []
        try array { cursor in
            guard let value = Number(exactly: try cursor.integer()) else { throw TreeEnsembleRefusal.unreadable }
            values.append(value)
        }
        return values
    }

    /// Passes over one value of any kind.
    mutating func skip() throws {
        var depth = 0
        repeat {
            switch peek() {
            case UInt8(ascii: "\""): try skipQuoted()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                at += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { throw TreeEnsembleRefusal.unreadable }
                at += 1
            case 0: throw TreeEnsembleRefusal.unreadable
            default: while at < count, !Self.endsWord(bytes[at]) { at += 1 }
            }
        } while depth > 0
        guard depth == 0 else { throw TreeEnsembleRefusal.unreadable }
    }

    private mutating func skipQuoted() throws {
        at += 1
        while at < count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        guard at < count else { throw TreeEnsembleRefusal.unreadable }
        at += 1
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "{")
            || byte == UInt8(ascii: "[")
    }
}
