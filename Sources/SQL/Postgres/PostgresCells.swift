import CLibPQ

/// The cells of one row of a PostgreSQL result, in text format.
struct PostgresCells {
    let result: OpaquePointer
    let row: Int32

    var width: Int { Int(PQnfields(result)) }

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) != 0 }

    func stored(_ column: Int) -> SQLValue {
        guard !isNull(column) else { return .null }
        switch type(column) {
        case .integer, .flag: return integer(column).map(SQLValue.integer) ?? .null
        case .real: return real(column).map(SQLValue.real) ?? .null
        case .number: return integer(column).map(SQLValue.integer) ?? real(column).map(SQLValue.real) ?? .null
        case .blob: return blob(column).map(SQLValue.blob) ?? .null
        case .text: return .text(string(column))
        }
    }

    /// Sums and averages of whole numbers are numerics here; they read as integers while they are whole.
    func integer(_ column: Int) -> Int64? {
        guard !isNull(column) else { return nil }
        switch type(column) {
        case .integer, .number: return digits(bytes(column))
        case .flag: return bytes(column).first == UInt8(ascii: "t") ? 1 : 0
        case .real, .text, .blob: return nil
        }
    }

    func real(_ column: Int) -> Double? {
        guard !isNull(column) else { return nil }
        switch type(column) {
        case .integer, .flag: return integer(column).map(Double.init)
        case .real, .number: return Double(string(column))
        case .text, .blob: return nil
        }
    }

    func text(_ column: Int) -> String? {
        guard !isNull(column), type(column) == .text else { return nil }
        return string(column)
    }

    /// `\x00ff`
    func blob(_ column: Int) -> [UInt8]? {
        guard !isNull(column), type(column) == .blob else { return nil }
        let hex = bytes(column).dropFirst(2)
        return [UInt8](unsafeUninitializedCapacity: hex.count / 2) { decoded, count in
            var place = hex.startIndex
            while place + 1 < hex.endIndex {
                decoded[count] = nibble(hex[place]) << 4 | nibble(hex[place + 1])
                count += 1
                place += 2
            }
        }
    }

    private enum Kind {
        case integer, real, number, flag, blob, text
    }

    /// By the numbers of pg_type, which never change.
    private func type(_ column: Int) -> Kind {
        switch PQftype(result, Int32(column)) {
        case 20, 21, 23, 26: .integer
        case 700, 701: .real
        case 1700: .number
        case 16: .flag
        case 17: .blob
        default: .text
        }
    }

    private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let count = Int(PQgetlength(result, row, Int32(column)))
        let start = UnsafeRawPointer(PQgetvalue(result, row, Int32(column)))
        return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    }

    private func string(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    private func digits(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        var value: Int64 = 0
        for byte in isNegative ? bytes.dropFirst() : bytes[...] {
            let digit = Int64(byte) - 48
            guard (0...9).contains(digit) else { return nil }
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (next, isBeyond) = tens.subtractingReportingOverflow(digit)
            guard !isTooLarge, !isBeyond else { return nil }
            value = next
        }
        // Counted downwards, since the smallest number has no positive twin.
        guard !isNegative else { return value }
        return value == .min ? nil : -value
    }

    private func nibble(_ byte: UInt8) -> UInt8 {
        byte < UInt8(ascii: "a") ? byte &- UInt8(ascii: "0") : byte &- UInt8(ascii: "a") &+ 10
    }
}
