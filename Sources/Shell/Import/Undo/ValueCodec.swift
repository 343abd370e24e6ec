import SQL

/// Rows as bytes. Whole numbers are kept as the step from the row before in the same column, so keys handed out one after
/// the other take two bytes each.
struct ValueWriter {
    private(set) var bytes: [UInt8] = []
    private var last: [Int64]
    private var column = 0

    init(width: Int) {
        last = Array(repeating: 0, count: width)
    }

    mutating func add(_ value: SQLValue) {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number):
            bytes.append(1)
            let step = number &- last[column]
            last[column] = number
            varint(UInt64(bitPattern: step << 1 ^ step >> 63))
        case .real(let number):
            bytes.append(2)
            fixed(number.bitPattern)
        case .text(let text):
            bytes.append(3)
            varint(UInt64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        case .blob(let blob):
            bytes.append(4)
            varint(UInt64(blob.count))
            bytes.append(contentsOf: blob)
        }
        column = column + 1 == last.count ? 0 : column + 1
    }

    mutating func fixed(_ number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private mutating func varint(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads what ``ValueWriter`` wrote.
struct ValueReader {
    private let bytes: [UInt8]
    private var place = 0
    private var last: [Int64]
    private var column = 0

    init(_ bytes: [UInt8], width: Int) {
        self.bytes = bytes
        last = Array(repeating: 0, count: width)
    }

    /// All rows.
    static func rows(_ bytes: [UInt8], width: Int) throws -> [[SQLValue]] {
        var reader = ValueReader(bytes, width: width)
        var rows: [[SQLValue]] = []
        while reader.place < bytes.count { rows.append(try (0..<width).map { _ in try reader.next() }) }
        return rows
    }

    static func hashes(_ bytes: [UInt8]) throws -> [UInt64] {
        var reader = ValueReader(bytes, width: 1)
        var hashes: [UInt64] = []
        hashes.reserveCapacity(bytes.count / 8)
        while reader.place < bytes.count { hashes.append(try reader.fixed()) }
        return hashes
    }

    private mutating func next() throws -> SQLValue {
        let value: SQLValue
        switch try byte() {
        case 0: value = .null
        case 1:
            let zigzag = try varint()
            let number = last[column] &+ (Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1))
            last[column] = number
            value = .integer(number)
        case 2: value = .real(Double(bitPattern: try fixed()))
        case 3: value = .text(String(decoding: try slice(), as: UTF8.self))
        case 4: value = .blob(Array(try slice()))
        default: throw SQLFault.damaged("import_changes")
        }
        column = column + 1 == last.count ? 0 : column + 1
        return value
    }

    private mutating func byte() throws -> UInt8 {
        guard place < bytes.count else { throw SQLFault.damaged("import_changes") }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func slice() throws -> ArraySlice<UInt8> {
        let count = Int(truncatingIfNeeded: try varint())
        guard count >= 0, count <= bytes.count - place else { throw SQLFault.damaged("import_changes") }
        defer { place += count }
        return bytes[place..<place + count]
    }

    private mutating func fixed() throws -> UInt64 {
        var number: UInt64 = 0
        for _ in 0..<8 { number = number << 8 | UInt64(try byte()) }
        return number
    }

    private mutating func varint() throws -> UInt64 {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while true {
            let byte = try byte()
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
            guard shift < 64 else { throw SQLFault.damaged("import_changes") }
        }
    }
}
