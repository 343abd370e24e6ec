/// Values as libpq takes them: binary, with the number of their type.
struct PostgresParameters {
    /// By the numbers of pg_type: bigint, double precision, text, bytea; 0 lets the server infer.
    private(set) var types: [UInt32] = []
    private var bytes: [UInt8] = []
    /// Where each value begins in `bytes`; nil for null.
    private var starts: [Int?] = []
    private(set) var lengths: [Int32] = []

    static let text: UInt32 = 25

    /// - Throws: ``SQLFault/textWithNUL``.
    init(_ query: Query) throws {
        let count = query.values.count
        types.reserveCapacity(count)
        starts.reserveCapacity(count)
        lengths.reserveCapacity(count)
        for (index, value) in query.values.enumerated() {
            try append(value, followedBy: query.pieces[index + 1])
        }
    }

    private mutating func append(_ value: SQLValue, followedBy text: String) throws {
        let start = bytes.count
        switch value {
        // PostgreSQL has no way to infer the type in `$1 is null`; any will do.
        case .null where text.hasPrefix(" is "): return add(Self.text, at: nil)
        // SQLite has no other way to store what is not a number.
        case .null: return add(0, at: nil)
        case .real(let number) where number.isNaN: return add(0, at: nil)
        case .integer(let number):
            append(UInt64(bitPattern: number))
            add(20, at: start)
        case .real(let number):
            append(number.bitPattern)
            add(701, at: start)
        case .text(var text):
            try text.withUTF8 { utf8 in
                if utf8.contains(0) { throw SQLFault.textWithNUL }
                bytes.append(contentsOf: utf8)
            }
            add(Self.text, at: start)
        case .blob(let blob):
            bytes.append(contentsOf: blob)
            add(17, at: start)
        }
    }

    private mutating func add(_ type: UInt32, at start: Int?) {
        types.append(type)
        starts.append(start)
        lengths.append(start.map { Int32(bytes.count - $0) } ?? 0)
    }

    private mutating func append(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Hands over the places of the values, valid during the call.
    mutating func withPlaces<T>(_ body: ([UnsafePointer<CChar>?]) -> T) -> T {
        // An empty text still needs a place: none would mean null.
        bytes.append(0)
        return bytes.withUnsafeBytes { all in
            body(starts.map { start in start.map { (all.baseAddress! + $0).assumingMemoryBound(to: CChar.self) } })
        }
    }
}
