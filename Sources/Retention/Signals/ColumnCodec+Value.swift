import SQL

extension ColumnCodec {
    /// One value out of the bytes of a column, without unpacking the others; see ``bytes(_:)`` for the forms.
    /// - Throws: ``SQLFault/damaged(_:)`` when the bytes are not so many values.
    static func value(at place: Int, of count: Int, in bytes: [UInt8]) throws -> Float {
        let damaged = SQLFault.damaged("snapshot_columns")
        func number(_ start: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
        }
        guard let form = bytes.first, (0..<count).contains(place) else { throw damaged }
        if form == 4 {
            guard bytes.count == 1 + count * 4 else { throw damaged }
            return Float(bitPattern: number(1 + place * 4))
        }
        guard form == 1 || form == 2, bytes.count >= 5 else { throw damaged }
        let (size, width) = (Int(number(1)), Int(form))
        guard size <= 65_536, bytes.count == 5 + size * 4 + count * width else { throw damaged }
        let at = 5 + size * 4 + place * width
        let index = width == 1 ? Int(bytes[at]) : Int(bytes[at]) | Int(bytes[at + 1]) << 8
        guard index < size else { throw damaged }
        return Float(bitPattern: number(5 + index * 4))
    }
}
