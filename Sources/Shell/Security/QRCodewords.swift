/// What is written into a QR symbol: the bytes, padding and correction, in the order of the symbol.
enum QRCodewords {
    static func sequence(_ bytes: [UInt8], _ version: QRVersion, _ level: QRLevel) -> [UInt8] {
        interleaved(data(bytes, version, level), version, level)
    }

    /// Byte mode: 0100, the length, the bytes, up to four zeros, zeros up to the byte, then 236 and 17 in turn
    /// (ISO/IEC 18004, sections 7.4.5, 7.4.9 and 7.4.10).
    private static func data(_ bytes: [UInt8], _ version: QRVersion, _ level: QRLevel) -> [UInt8] {
        let capacity = version.dataCodewords(level)
        var bits: [Bool] = []
        bits.reserveCapacity(capacity * 8)
        func append(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
        }
        append(0b0100, 4)
        append(bytes.count, version.lengthBits)
        for byte in bytes { append(Int(byte), 8) }
        append(0, min(4, capacity * 8 - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var padding = 236
        while bits.count < capacity * 8 {
            append(padding, 8)
            padding = 253 - padding
        }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<(start + 8)].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    /// Cut into blocks, the later ones a byte longer, each corrected, then taken column by column
    /// (ISO/IEC 18004, section 7.6).
    private static func interleaved(_ data: [UInt8], _ version: QRVersion, _ level: QRLevel) -> [UInt8] {
        let count = level.blocks[version.number - 1]
        let generator = ReedSolomon.generator(degree: level.correctionPerBlock[version.number - 1])
        let (short, longer) = data.count.quotientAndRemainder(dividingBy: count)
        var blocks: [[UInt8]] = []
        var start = 0
        for index in 0..<count {
            let length = short + (index >= count - longer ? 1 : 0)
            blocks.append(Array(data[start..<(start + length)]))
            start += length
        }
        let corrections = blocks.map { ReedSolomon.remainder($0, generator: generator) }
        let words = (0...short).flatMap { column in blocks.compactMap { column < $0.count ? $0[column] : nil } }
        return words + generator.indices.flatMap { column in corrections.map { $0[column] } }
    }
}
