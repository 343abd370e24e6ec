import Kernel
import Markup
import SQL

/// How likely somebody is to leave beside the others, or that too little is known to say.
package enum RiskTier: Int, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case unknown = 0
    case veryLow, low, medium, high, veryHigh

    /// The step of the ramp; nil for ``unknown``.
    var step: Tier? { Tier(rawValue: rawValue) }

    package var name: Phrase { step?.word ?? Phrase(zh: "未知", en: "Unknown") }

    /// From very high down, as lists and shares have them.
    static let ranked: [RiskTier] = [.veryHigh, .high, .medium, .low, .veryLow]
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
