import Foundation

/// Categories that are written numbers: "<1", ">20", "50-99", "10/49", "10000+", "3-5年".
enum LevelReading {
    /// A number per level (the middle of a range), nil where a level is not a number.
    ///
    /// - Returns: nil unless at least three levels and 60 % of them read as numbers.
    static func numbers(_ levels: [String]) -> [Double?]? {
        let read = levels.map(number)
        let count = read.count { $0 != nil }
        return count >= 3 && Double(count) >= 0.6 * Double(levels.count) ? read : nil
    }

    static func number(_ level: String) -> Double? {
        var text = Substring(level.filter { !$0.isWhitespace && $0 != "," })
        var shift = 0.0
        if let sign = text.first, "<>≤≥＜＞".contains(sign) {
            shift = "<＜".contains(sign) ? -0.5 : ">＞".contains(sign) ? 0.5 : 0
            text = text.dropFirst()
            if text.first == "=" {
                text = text.dropFirst()
                shift = 0
            }
        }
        guard let low = leading(&text) else { return nil }
        if let mark = text.first, "-–—~～/至到".contains(mark) {
            text = text.dropFirst()
            guard let high = leading(&text), isUnit(text) else { return nil }
            return (low + high) / 2
        }
        if text.first == "+" {
            text = text.dropFirst()
            shift = 0.5
        }
        return isUnit(text) ? low + shift : nil
    }

    /// Takes a number from the front.
    private static func leading(_ text: inout Substring) -> Double? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let value = Double(digits) else { return nil }
        text = text.dropFirst(digits.count)
        return value
    }

    /// Nothing, or a unit behind the number: "%", "年", "人以上".
    private static func isUnit(_ text: Substring) -> Bool {
        text.isEmpty || text == "%" || (text.count <= 4 && text.allSatisfy { !$0.isASCII && !$0.isNumber })
    }
}
