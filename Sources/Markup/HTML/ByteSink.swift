/// Where rendering writes: one growing block of memory. Pages are made of very many very short pieces, for which
/// appending to an array costs more than the bytes.
struct ByteSink: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int

    init(capacity: Int = 16_384) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    /// A copy of what was written.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    var string: String { String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }

    private mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    mutating func append(_ source: StaticString) {
        append(source.utf8Start, source.utf8CodeUnitCount)
    }

    /// Decimal digits, at least `width` of them.
    mutating func append(number: Int, width: Int = 1) {
        if number < 0 { append(0x2D) }
        append(digitsOf: number.magnitude, width)
    }

    private mutating func append(digitsOf number: UInt, _ width: Int) {
        if number >= 10 || width > 1 { append(digitsOf: number / 10, width - 1) }
        append(UInt8(0x30 + number % 10))
    }

    /// What another sink has written, which escaped it.
    mutating func append(bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { append(start, source.count) }
        }
    }

    private mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: source, count: length)
        count += length
    }

    /// Appends text so that it means itself, both between tags and inside a double-quoted attribute value. One rule
    /// serves both places so that no caller can choose the wrong one.
    mutating func append(escaping text: String) {
        // Nearly every text lies in one piece; asking for it that way saves a copy of the reference.
        if text.utf8.withContiguousStorageIfAvailable({ append(escaping: $0) }) != nil { return }
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    private mutating func append(escaping source: UnsafeBufferPointer<UInt8>) {
        if let start = source.baseAddress {
            var written = 0
            for index in 0..<source.count {
                if Escaping.concerns(start[index]) {
                    append(start + written, index - written)
                    append(Escaping.replacement(of: start[index]))
                    written = index + 1
                } else if start[index] == 0xE2, index + 2 < source.count,
                    Escaping.turnsText(start[index + 1], start[index + 2])
                {
                    append(start + written, index - written)
                    append(Escaping.replacement(of: 0))
                    written = index + 3
                }
            }
            append(start + written, source.count - written)
        }
    }
}
