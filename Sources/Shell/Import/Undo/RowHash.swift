import SQL

/// A short mark of a whole row, the same in every process and on both engines: tells whether a row is still what a batch
/// made of it. Not against malice, against change (FNV-1a, 64 bits, over words).
struct RowHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    static func of(_ row: some Sequence<SQLValue>) -> UInt64 {
        var hash = RowHash()
        for value in row { hash.add(value) }
        return hash.value
    }

    mutating func add(_ value: SQLValue) {
        switch value {
        case .null: mix(1)
        case .integer(let number):
            mix(2)
            mix(UInt64(bitPattern: number))
        case .real(let number):
            mix(3)
            mix(number.bitPattern)
        case .text(var text):
            mix(4)
            text.withUTF8 { add($0) }
        case .blob(let bytes):
            mix(5)
            bytes.withUnsafeBufferPointer { add($0) }
        }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var word: UInt64 = 0
        var filled = 0
        for byte in bytes {
            word = word << 8 | UInt64(byte)
            filled += 1
            if filled == 8 {
                mix(word)
                (word, filled) = (0, 0)
            }
        }
        mix(word)
        mix(UInt64(bytes.count))
    }

    private mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x0000_0100_0000_01b3
        value ^= value >> 29
    }
}
