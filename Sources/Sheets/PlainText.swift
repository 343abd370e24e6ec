/// Numbers as short text.
enum PlainText {
    /// The shortest text that reads back as the same number, without ".0".
    static func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 9_007_199_254_740_992 { return String(Int64(value)) }
        return "\(value)"
    }

    /// Without the noise of a multiplication by 100: 0.07 × 100 is 7, not 7.000000000000001.
    static func tidy(_ value: Double) -> Double {
        let scaled = (value * 1e10).rounded() / 1e10
        return abs(scaled - value) <= abs(value) * 4e-16 * 4 ? scaled : value
    }
}
