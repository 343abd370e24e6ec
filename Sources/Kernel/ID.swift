/// The number of one record, typed by what it numbers: an `ID<Course>` is no `ID<Person>`.
///
/// Ids are handed out in blocks, are dense and positive, and mean nothing by themselves.
/// In JSON and in URLs an id is its plain number.
public struct ID<Owner>: RawRepresentable, Hashable, Sendable {
    /// The number itself, as it stands in the database.
    public let rawValue: Int64

    /// The id with that number.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// The id with that number.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }
}

extension ID: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ID: LosslessStringConvertible {
    public var description: String { String(rawValue) }

    /// Reads plain decimal digits, as they stand in a URL; a sign, spaces or leading zeros are not an id.
    public init?(_ text: String) {
        guard let value = Int64(text), value >= 0, String(value) == text else { return nil }
        self.init(rawValue: value)
    }
}

extension ID: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
