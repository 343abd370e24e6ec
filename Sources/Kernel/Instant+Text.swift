extension Instant {
    /// ISO 8601 in UTC: `2023-12-01T08:00:00.000Z`.
    public var iso: String {
        let utc = Self.split(milliseconds)
        let (hour, minute) = (utc.time / 3_600_000, utc.time / 60_000 % 60)
        let (second, fraction) = (utc.time / 1000 % 60, utc.time % 1000)
        return Day(number: utc.day).iso + "T" + Day.padded(hour, 2) + ":" + Day.padded(minute, 2) + ":"
            + Day.padded(second, 2) + "." + Day.padded(fraction, 3) + "Z"
    }

    private static func split(_ milliseconds: Int64) -> (day: Int, time: Int) {
        let (days, rest) = Int(milliseconds).quotientAndRemainder(dividingBy: 86_400_000)
        return rest < 0 ? (days - 1, rest + 86_400_000) : (days, rest)
    }
}

extension Instant: CustomStringConvertible {
    public var description: String { iso }
}

extension Instant: Codable {
    /// The plain number of milliseconds.
    public init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
