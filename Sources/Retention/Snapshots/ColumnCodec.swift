import SQL

/// The values of one fact as bytes, exactly as they were: few different values become places in a list, many stay
/// numbers of four bytes. The first byte says which.
enum ColumnCodec {
    private enum Form: UInt8 {
        /// A list of up to 256 numbers, then a byte per value.
        case bytes = 1
        /// A list of up to 65,536 numbers, then two bytes per value.
        case pairs = 2
        case numbers = 4
    }

    static func bytes(_ values: [Float]) -> [UInt8] {
        var places: [UInt32: UInt32] = [:]
        var list: [UInt32] = []
        var indices: [UInt32] = []
        indices.reserveCapacity(values.count)
        // Beyond this a list saves nothing.
        let limit = min(65_536, values.count / 4 + 256)
        for value in values {
            let bits = value.isNaN ? Float.nan.bitPattern : value.bitPattern
            if let place = places[bits] {
                indices.append(place)
                continue
            }
            guard list.count < limit else { return numbers(values) }
            places[bits] = UInt32(list.count)
            indices.append(UInt32(list.count))
            list.append(bits)
        }
        let form: Form = list.count <= 256 ? .bytes : .pairs
        var bytes: [UInt8] = [form.rawValue]
        bytes.reserveCapacity(5 + list.count * 4 + indices.count * 2)
        append(UInt32(list.count), to: &bytes)
        for bits in list { append(bits, to: &bytes) }
        for index in indices {
            bytes.append(UInt8(truncatingIfNeeded: index))
            if form == .pairs { bytes.append(UInt8(truncatingIfNeeded: index >> 8)) }
        }
        return bytes
    }

    /// - Throws: ``SQLFault/damaged(_:)`` when the bytes are not so many values.
    static func values(_ bytes: [UInt8], count: Int) throws -> [Float] {
        let damaged = SQLFault.damaged("snapshot_columns")
        guard let form = bytes.first.flatMap(Form.init) else { throw damaged }
        if form == .numbers {
            guard bytes.count == 1 + count * 4 else { throw damaged }
            return (0..<count).map { Float(bitPattern: word(bytes, 1 + $0 * 4)) }
        }
        guard bytes.count >= 5 else { throw damaged }
        let size = Int(word(bytes, 1))
        let width = form == .bytes ? 1 : 2
        guard size <= 65_536, bytes.count == 5 + size * 4 + count * width else { throw damaged }
        let list = (0..<size).map { Float(bitPattern: word(bytes, 5 + $0 * 4)) }
        let start = 5 + size * 4
        return try (0..<count).map { row in
            let at = start + row * width
            let place = width == 1 ? Int(bytes[at]) : Int(bytes[at]) | Int(bytes[at + 1]) << 8
            guard place < size else { throw damaged }
            return list[place]
        }
    }

    private static func numbers(_ values: [Float]) -> [UInt8] {
        var bytes: [UInt8] = [Form.numbers.rawValue]
        bytes.reserveCapacity(1 + values.count * 4)
        for value in values { append(value.bitPattern, to: &bytes) }
        return bytes
    }

    private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }

    private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
            | UInt32(bytes[place + 3]) << 24
    }
}
