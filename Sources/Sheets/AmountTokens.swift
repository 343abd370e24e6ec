/// The digits of a cell and what stands around them: `[(][-][currency][-]digits[万|亿][元][%][)]`.
struct AmountTokens {
    /// What is left between the marks; not empty.
    private(set) var digits: UnsafeBufferPointer<UInt8>
    private(set) var isNegative = false
    private(set) var isMoney = false
    private(set) var isPercentage = false
    private(set) var scale = 1.0

    init?(_ tokens: UnsafeBufferPointer<UInt8>) {
        digits = tokens
        skipSpaces()
        if digits.first == 0x28, take(last: 0x29) {
            drop()
            isNegative = true
        }
        takeSign()
        if digits.first == CellTokens.currency {
            drop()
            isMoney = true
            skipSpaces()
            takeSign()
        }
        isPercentage = take(last: 0x25)
        if take(last: CellTokens.yuan) || !isMoney && take(last: CellTokens.currency) { isMoney = true }
        if take(last: CellTokens.tenThousand) {
            scale = 1e4
        } else if take(last: CellTokens.hundredMillion) {
            scale = 1e8
        }
        if digits.isEmpty || isPercentage && (isMoney || scale != 1) { return nil }
    }

    private mutating func drop() { digits = UnsafeBufferPointer(rebasing: digits.dropFirst()) }

    private mutating func skipSpaces() { while digits.first == 0x20 { drop() } }

    private mutating func take(last token: UInt8) -> Bool {
        guard digits.last == token else { return false }
        repeat { digits = UnsafeBufferPointer(rebasing: digits.dropLast()) } while digits.last == 0x20
        return true
    }

    private mutating func takeSign() {
        guard let first = digits.first, first == 0x2D || first == 0x2B, !isNegative else { return }
        isNegative = first == 0x2D
        drop()
        skipSpaces()
    }
}
