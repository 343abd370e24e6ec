/// How much of a QR symbol may be unreadable: about 7, 15 or 25 percent (ISO/IEC 18004, section 6.5).
package enum QRLevel: Int, Sendable, CaseIterable {
    case low, medium, quartile

    /// The two bits of the format information (ISO/IEC 18004, table 12).
    var formatBits: Int {
        switch self {
        case .low: 0b01
        case .medium: 0b00
        case .quartile: 0b11
        }
    }

    /// Code words for correction in each block, versions 1 to 20 (ISO/IEC 18004, table 9).
    var correctionPerBlock: [Int] {
        switch self {
        case .low: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
        case .medium: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
        case .quartile: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30]
        }
    }

    /// Blocks, versions 1 to 20 (ISO/IEC 18004, table 9).
    var blocks: [Int] {
        switch self {
        case .low: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]
        case .medium: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
        case .quartile: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20]
        }
    }
}
