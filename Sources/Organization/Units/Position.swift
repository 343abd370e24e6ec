import Kernel

/// What people are employed as (岗位).
package struct Position: Hashable, Sendable {
    package let id: ID<Position>
    package var name: String
    package var code: String?
    /// The job family: sales, service, engineering.
    package var family: String?
    package var level: ID<Level>?
    package var payBand: PayBand?
    package var weight: PositionWeight = .ordinary
    /// Months of probation proposed when somebody is hired; the law limits them (``ProbationRules``).
    package var probationMonths: Int?
}

/// Whether losing the holder would hurt more than elsewhere.
package enum PositionWeight: String, Sendable, Hashable, Codable, CaseIterable {
    case ordinary
    case key

    package var name: Phrase {
        switch self {
        case .ordinary: Phrase(zh: "一般岗位", en: "Ordinary position")
        case .key: Phrase(zh: "关键岗位", en: "Key position")
        }
    }
}

/// Monthly pay from the least to the most.
package struct PayBand: Hashable, Sendable {
    package let least: Money
    package let most: Money

    /// Nil when the least is more than the most, or negative.
    package init?(least: Money, most: Money) {
        guard least <= most, !least.isNegative else { return nil }
        (self.least, self.most) = (least, most)
    }
}

/// A step of the ladder (职级), such as P5.
package struct Level: Hashable, Sendable {
    package let id: ID<Level>
    package var name: String
    package var family: String?
    /// Higher is more senior; levels of different families may share a rank.
    package var rank: Int
}
