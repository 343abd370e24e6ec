/// A cell with full-width forms narrowed and the characters of money and dates folded to one byte each, so that the
/// grammars below are written once.
enum CellTokens {
    static let yuan: UInt8 = 0x01
    static let tenThousand: UInt8 = 0x02
    static let hundredMillion: UInt8 = 0x03
    static let year: UInt8 = 0x04
    static let month: UInt8 = 0x05
    static let day: UInt8 = 0x06
    static let currency: UInt8 = 0x07
    static let hour: UInt8 = 0x0E
    static let minute: UInt8 = 0x0F
    static let second: UInt8 = 0x10
    /// Longer cells are text.
    static let longest = 48

    /// Writes at most ``longest`` tokens; nil for text that is neither number nor date. Only longer than one byte
    /// sequences that are listed here survive.
    static func fold(_ cell: UnsafeBufferPointer<UInt8>, into tokens: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        var count = 0
        var index = 0
        while index < cell.count {
            guard count < longest else { return nil }
            let byte = cell[index]
            if byte < 0x80 {
                if byte < 0x20 && byte != 0x09 { return nil }
                tokens[count] = byte == 0x24 ? currency : byte == 0x09 ? 0x20 : byte
                count += 1
                index += 1
                continue
            }
            if byte == 0xC2, index + 1 < cell.count {
                switch cell[index + 1] {
                case 0xA0: tokens[count] = 0x20
                case 0xA5, 0xA3: tokens[count] = currency
                default: return nil
                }
                count += 1
                index += 2
                continue
            }
            guard index + 2 < cell.count else { return nil }
            let scalar =
                UInt32(byte & 0x0F) << 12 | UInt32(cell[index + 1] & 0x3F) << 6 | UInt32(cell[index + 2] & 0x3F)
            guard byte & 0xF0 == 0xE0, let token = token(scalar) else { return nil }
            tokens[count] = token
            count += 1
            index += 3
        }
        return count
    }

    private static func token(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xFF04, 0xFFE5, 0x20AC, 0xFFE1: currency
        case 0xFF01...0xFF5E: UInt8(scalar - 0xFEE0)
        case 0x3000: 0x20
        case 0x2212, 0x2013, 0x2014: 0x2D
        case 0x5143, 0x5706: yuan  // 元 圆
        case 0x4E07: tenThousand  // 万
        case 0x4EBF: hundredMillion  // 亿
        case 0x5E74: year  // 年
        case 0x6708: month  // 月
        case 0x65E5, 0x53F7: day  // 日 号
        case 0x65F6, 0x70B9: hour  // 时 点
        case 0x5206: minute  // 分
        case 0x79D2: second  // 秒
        default: nil
        }
    }
}
