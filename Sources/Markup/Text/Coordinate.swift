/// Numbers as SVG wants them: a point, no exponent, no more digits than a screen can show.
enum Coordinate {
    /// - Parameter places: decimals, at most 4. What is not finite becomes 0, so that no drawing can hold "nan".
    static func text(_ value: Double, places: Int = 1) -> String {
        guard value.isFinite else { return "0" }
        let power = [1.0, 10, 100, 1000, 10_000][min(4, max(0, places))]
        let scaled = Int((min(1e9, max(-1e9, value)) * power).rounded())
        let (whole, part) = abs(scaled).quotientAndRemainder(dividingBy: Int(power))
        let sign = scaled < 0 ? "-" : ""
        guard part != 0 else { return sign + String(whole) }
        var digits = String(part)
        digits = String(repeating: "0", count: min(4, places) - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return sign + String(whole) + "." + digits
    }
}
