/// Reads one trimmed cell on its own.
enum CellReader {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    static func read(_ cell: Bytes, _ rules: ReadingRules) -> Reading {
        guard let start = cell.baseAddress, !MissingWords.contain(cell) else { return .missing }
        let end = start + cell.count
        if !rules.decimalComma, let plain = DecimalScanner.scan(start, end), plain.end == end {
            return reading(plain)
        }
        // A number or a date has a digit; most text ends here.
        guard hasDigit(cell), cell.count <= CellTokens.longest * 3 else { return .text }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CellTokens.longest) { buffer in
            guard let count = CellTokens.fold(cell, into: buffer) else { return .text }
            var tokens = Bytes(rebasing: buffer[0..<count])
            while let last = tokens.last, last == 0x20 { tokens = Bytes(rebasing: tokens.dropLast()) }
            return number(tokens, rules) ?? DayScanner.read(tokens) ?? .text
        }
    }

    static func read(_ text: String, _ rules: ReadingRules) -> Reading {
        var text = text
        return text.withUTF8 { read($0, rules) }
    }

    private static func reading(_ plain: DecimalScanner.Plain) -> Reading {
        if plain.isCode { return .code }
        // 1e999 is not a number anyone can use.
        return plain.value.isFinite ? .number(plain.value, plain.isWhole ? .integer : .decimal) : .text
    }

    private static func hasDigit(_ cell: Bytes) -> Bool {
        for index in cell.indices {
            if cell[index] &- 0x30 <= 9 { return true }
            // Full-width digits are EF BC 90…99.
            if cell[index] == 0xEF, index + 2 < cell.count, cell[index + 1] == 0xBC, cell[index + 2] &- 0x90 <= 9 {
                return true
            }
        }
        return false
    }

    /// `[(][-][currency][-]digits[万|亿][元][%][)]`, thousands grouped by commas (points where the comma is decimal).
    private static func number(_ tokens: Bytes, _ rules: ReadingRules) -> Reading? {
        guard let amount = AmountTokens(tokens) else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CellTokens.longest) { digits in
            guard
                let count = ungroup(amount.digits, into: digits, rules),
                let start = digits.baseAddress.map({ UnsafePointer($0) }),
                start.pointee != 0x2D, start.pointee != 0x2B,
                let plain = DecimalScanner.scan(start, start + count), plain.end == start + count,
                plain.value.isFinite
            else { return nil }
            if plain.isCode, !amount.isMoney, !amount.isPercentage { return .code }
            let signed = amount.isNegative ? -plain.value : plain.value
            if amount.isPercentage { return .number(signed / 100, .percentage) }
            if amount.isMoney || amount.scale != 1 { return .number(signed * amount.scale, .money) }
            return .number(signed, plain.isWhole ? .integer : .decimal)
        }
    }

    /// Copies the digits without group marks; nil when the marks do not stand before threes.
    private static func ungroup(
        _ text: Bytes, into digits: UnsafeMutableBufferPointer<UInt8>, _ rules: ReadingRules
    ) -> Int? {
        let mark: UInt8 = rules.decimalComma ? 0x2E : 0x2C
        let point: UInt8 = rules.decimalComma ? 0x2C : 0x2E
        var count = 0
        var run = 0
        var grouped = false
        var past = false
        for byte in text {
            if byte == mark {
                guard !past, grouped ? run == 3 : (1...3).contains(run) else { return nil }
                grouped = true
                run = 0
                continue
            }
            if byte == point || byte | 0x20 == 0x65 {
                guard !grouped || past || run == 3 else { return nil }
                past = true
            }
            digits[count] = byte == point ? 0x2E : byte
            count += 1
            run += 1
        }
        return grouped && !past && run != 3 ? nil : count
    }
}
