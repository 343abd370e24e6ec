/// The size of a QR symbol, 1 to 20, and what follows from it.
struct QRVersion: Hashable, Sendable {
    let number: Int

    static let all = (1...20).map { QRVersion(number: $0) }

    /// Modules along one side.
    var side: Int { 17 + 4 * number }

    /// Bits of the length that goes before the bytes (ISO/IEC 18004, table 3).
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// Centres of the alignment patterns along one side (ISO/IEC 18004, annex E).
    var alignment: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        // Even steps, the uneven rest after the first centre.
        let step = (number * 8 + count * 3 + 5) / (count * 4 - 4) * 2
        return [6] + (0..<(count - 1)).map { side - 7 - (count - 2 - $0) * step }
    }

    /// Code words the symbol holds: all modules that are not a pattern or information about the symbol.
    var codewords: Int {
        var modules = (16 * number + 128) * number + 64
        if number >= 2 {
            let count = number / 7 + 2
            modules -= (25 * count - 10) * count - 55
            if number >= 7 { modules -= 36 }
        }
        return modules / 8
    }

    func dataCodewords(_ level: QRLevel) -> Int {
        codewords - level.correctionPerBlock[number - 1] * level.blocks[number - 1]
    }

    /// The most bytes that fit.
    func capacity(_ level: QRLevel) -> Int { (dataCodewords(level) * 8 - 4 - lengthBits) / 8 }
}
