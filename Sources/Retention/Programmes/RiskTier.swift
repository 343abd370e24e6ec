import Kernel
import Markup
import SQL

/// How likely somebody is to leave beside the others, or that too little is known to say.
package enum RiskTier: String, Sendable, Codable, CaseIterable {
    case unknown
    case veryLow = "very_low"
    case low, medium, high
    case veryHigh = "very_high"

    /// 0 for unknown, then 1 to 5; stored.
    package var rank: Int {
        switch self {
        case .unknown: 0
        case .veryLow: 1
        case .low: 2
        case .medium: 3
        case .high: 4
        case .veryHigh: 5
        }
    }

    /// - Returns: nil for a number no tier has.
    init?(rank: Int) {
        guard Self.allCases.indices.contains(rank) else { return nil }
        self = Self.allCases[rank]
    }

    /// The step of the ramp; nil for ``unknown``.
    var step: Tier? { Tier(rawValue: rank) }

    package var name: Phrase { step?.word ?? Phrase(zh: "未知", en: "Unknown") }

    /// From very high down, as lists and shares have them.
    static let ranked: [RiskTier] = [.veryHigh, .high, .medium, .low, .veryLow]
}

extension RiskTier: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .integer(Int64(rank)) }

    package static func read(_ row: Row, at column: Int) throws -> RiskTier {
        guard let tier = RiskTier(rank: try Int.read(row, at: column)) else {
            throw row.unreadable(column, "RiskTier")
        }
        return tier
    }
}

/// How many in a hundred stand in each tier, from very high down.
struct TierShares: Hashable, Sendable, Codable {
    let percent: [Int]

    static let usual = TierShares([5, 15, 25, 35, 20])!

    /// - Returns: nil unless there are five that make a hundred.
    init?(_ percent: [Int]) {
        guard percent.count == 5, percent.allSatisfy({ (0...100).contains($0) }), percent.reduce(0, +) == 100 else {
            return nil
        }
        self.percent = percent
    }

    /// `5,15,25,35,20`
    init?(_ text: String) {
        self.init(text.split(separator: ",").compactMap { Int($0) })
    }

    var text: String { percent.map(String.init).joined(separator: ",") }
    var shares: [Double] { percent.map { Double($0) / 100 } }
}
