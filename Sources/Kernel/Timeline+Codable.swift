extension Timeline: Codable where Value: Codable {
    /// A list of `{"value": …, "days": {"from": …, "through": …}}`. Overlapping days are refused.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode([Segment].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(segments)
    }
}

/// Why dated values do not make a timeline.
public enum TimelineRefusal: Refusal, Hashable {
    case overlap(DayRange, DayRange)

    public var explanation: Phrase {
        switch self {
        case .overlap(let one, let other):
            Phrase(
                zh: "时间段 \(one) 与 \(other) 重叠，同一天只能有一个值。请调整起止日期。",
                en: "The periods \(one) and \(other) overlap; a day has one value only. Adjust their dates.")
        }
    }
}
