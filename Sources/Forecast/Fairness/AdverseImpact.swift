import Foundation

/// Selection rates of groups against the group selected most often: the four-fifths rule (29 CFR § 1607.4 D) with tests, because
/// passing it does not prove fairness and failing it with few people proves little.
public struct AdverseImpact: Sendable, Codable, Equatable {
    public struct Count: Sendable, Codable, Equatable {
        public var name: String
        public var selected: Int
        public var applicants: Int

        public init(name: String, selected: Int, applicants: Int) {
            self.name = name
            self.selected = selected
            self.applicants = applicants
        }
    }

    public struct Group: Sendable, Codable, Equatable {
        public var name: String
        public var rate: Double
        /// Rate over the reference's rate; nil when nobody was selected anywhere.
        public var ratio: Double?
        /// Ratio below 0.80; exactly 0.80 is not below.
        public var isBelowFourFifths: Bool
        /// Pooled two-proportion z against the reference; nil for the reference and when it is undefined.
        public var z: Double?
        /// Fisher's exact two-sided p against the reference; nil for the reference.
        public var fisher: Double?
    }

    /// The group with the highest rate (of equal ones: the one with fewer applicants, then the first).
    public var reference: String
    public var groups: [Group]

    /// - Precondition: at least one group, every group has applicants.
    public init(_ counts: [Count]) {
        let best = counts.indices.min { one, two in
            let (a, b) = (counts[one], counts[two])
            // Compared crosswise: exact in whole numbers.
            let (left, right) = (a.selected * b.applicants, b.selected * a.applicants)
            return left != right ? left > right : (a.applicants, one) < (b.applicants, two)
        }!
        let top = counts[best]
        reference = top.name
        groups = counts.indices.map { index in
            let own = counts[index]
            let rate = Double(own.selected) / Double(own.applicants)
            let ratio = top.selected > 0 ? rate / (Double(top.selected) / Double(top.applicants)) : nil
            return Group(
                name: own.name, rate: rate, ratio: ratio,
                // own/n ÷ top/m < 4/5 in whole numbers.
                isBelowFourFifths: 5 * own.selected * top.applicants < 4 * top.selected * own.applicants,
                z: index == best ? nil : Self.z(own, top),
                fisher: index == best
                    ? nil : FisherExactTest.twoSided(own.selected, own.applicants, top.selected, top.applicants))
        }
    }

    private static func z(_ own: Count, _ top: Count) -> Double? {
        let (n, m) = (Double(own.applicants), Double(top.applicants))
        let pooled = Double(own.selected + top.selected) / (n + m)
        let variance = pooled * (1 - pooled) * (1 / n + 1 / m)
        guard variance > 0 else { return nil }
        return (Double(own.selected) / n - Double(top.selected) / m) / variance.squareRoot()
    }
}

/// Fisher's exact test of two shares.
public enum FisherExactTest {
    /// The sum of the hypergeometric probabilities that are not larger than that of the table seen (a tolerance of 1e-7, as in R).
    public static func twoSided(_ events1: Int, _ count1: Int, _ events2: Int, _ count2: Int) -> Double {
        let (total, events) = (count1 + count2, events1 + events2)
        let whole = logChoose(total, events)
        func logProbability(_ first: Int) -> Double {
            logChoose(count1, first) + logChoose(count2, events - first) - whole
        }
        let seen = logProbability(events1)
        var sum = 0.0
        for first in max(0, events - count2)...min(count1, events) {
            let own = logProbability(first)
            if own <= seen + 1e-7 { sum += exp(own) }
        }
        return min(1, sum)
    }

    private static func logChoose(_ n: Int, _ k: Int) -> Double {
        lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
    }
}
