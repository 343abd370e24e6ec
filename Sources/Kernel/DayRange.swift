/// Consecutive days, at least one: from a first day up to, but not including, an end; or open-ended.
///
/// Half-open inside, because ranges then join without gaps (one ends where the next starts) and their lengths
/// add up. People name the last day itself: build with `from:through:` and show ``last``.
public struct DayRange: Hashable, Sendable {
    /// The first day of the range.
    public let start: Day
    /// The first day after the range; nil while no end is known.
    public let end: Day?

    /// From `start` up to the day before `end`, or without an end. Nil when that leaves no day.
    public init?(start: Day, end: Day?) {
        if let end, end <= start { return nil }
        (self.start, self.end) = (start, end)
    }

    /// Both days included. A range through ``Day/last`` is open-ended: nothing lies after it.
    ///
    /// - Throws: ``DayRangeRefusal/endsBeforeItStarts(_:_:)``.
    public init(from start: Day, through last: Day) throws(DayRangeRefusal) {
        guard start <= last else { throw .endsBeforeItStarts(start, last) }
        self.init(start...last)
    }

    /// From that day on, for as long as nobody says otherwise.
    public init(from start: Day) { (self.start, end) = (start, nil) }

    /// Both days included, as `a...b` reads.
    public init(_ days: ClosedRange<Day>) {
        start = days.lowerBound
        end = days.upperBound == .last ? nil : days.upperBound + 1
    }

    /// The last day of the range; nil while no end is known.
    public var last: Day? { end.map { $0 - 1 } }

    /// Whether no end is known.
    public var isOpenEnded: Bool { end == nil }

    /// The number of days; nil while no end is known.
    public var dayCount: Int? { end.map { $0 - start } }

    /// Whole months from the start to the end, as labour law counts service: 1 March through 31 August is six,
    /// through 30 August five. Nil while no end is known.
    public var wholeMonths: Int? { end.map(start.wholeMonths(to:)) }

    /// Whole years from the start to the end. Nil while no end is known.
    public var wholeYears: Int? { end.map(start.wholeYears(to:)) }
}

extension DayRange: CustomStringConvertible {
    /// `2023-12-01/2023-12-31` with the last day as people name it, `2023-12-01/..` while open (ISO 8601-2).
    public var description: String { start.iso + "/" + (last?.iso ?? "..") }
}

extension DayRange: Codable {
    private enum CodingKeys: String, CodingKey {
        case from
        case through
    }

    /// `{"from": "2023-12-01", "through": "2023-12-31"}`; `through` is absent while no end is known.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let start = try container.decode(Day.self, forKey: .from)
        let last = try container.decodeIfPresent(Day.self, forKey: .through)
        try self.init(from: start, through: last ?? .last)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(start, forKey: .from)
        try container.encodeIfPresent(last, forKey: .through)
    }
}
