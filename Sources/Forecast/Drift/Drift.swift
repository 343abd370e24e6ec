import Kernel

/// How rows to be scored differ from those a model was trained on.
public struct Drift: Sendable, Codable, Equatable {
    public struct Fact: Sendable, Codable, Equatable {
        public var column: String
        public var stability: PopulationStability
        /// Share without a value, in training and now.
        public var missingBefore: Double
        public var missingNow: Double
        /// Categories training did not know, most frequent first.
        public var newCategories: [String]
        /// Share of rows with such a category.
        public var newShare: Double

        /// The plain finding.
        public var verdict: Phrase {
            var (zh, en) = (stability.level.phrase.zh, stability.level.phrase.en)
            if abs(missingNow - missingBefore) >= 0.05 {
                zh += "；缺失率由 \(Self.percent(missingBefore)) 变为 \(Self.percent(missingNow))"
                en += "; missing went from \(Self.percent(missingBefore)) to \(Self.percent(missingNow))"
            }
            if !newCategories.isEmpty {
                let names = newCategories.prefix(3)
                zh += "；出现训练时没有的类别：\(names.joined(separator: "、"))"
                en += "; categories unknown in training: \(names.joined(separator: ", "))"
            }
            return Phrase(zh: zh, en: en)
        }

        private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
    }

    public struct Period: Sendable, Codable, Equatable {
        public var name: String
        public var count: Int
        public var meanScore: Double
        public var stability: PopulationStability
    }

    /// Columns, most moved first.
    public var facts: [Fact]
    public var score: Fact?
    /// The score's shift against training, period by period (month).
    public var periods: [Period]

    /// - Parameters:
    ///   - scores: per entry of `rows`.
    ///   - periods: the period (such as a month) of each entry of `rows`, in order of names; nil = none.
    public init(
        _ reference: DriftReference, frame: Frame, rows: [Int], scores: [Double]? = nil, periods: [String]? = nil
    ) {
        facts = reference.facts.compactMap { fact in
            frame[fact.column].map { Self.compare(fact, $0, rows: rows) }
        }.sorted { ($1.stability.psi, $0.column) < ($0.stability.psi, $1.column) }
        self.periods = []
        guard let scores, let known = reference.score else { return }
        let column = Column(name: known.column, values: .numeric(scores))
        score = Self.compare(known, column, rows: Array(scores.indices))
        guard let periods else { return }
        let members = Dictionary(grouping: scores.indices) { periods[$0] }
        self.periods = members.sorted { $0.key < $1.key }.map { name, own in
            Period(
                name: name, count: own.count, meanScore: own.reduce(0) { $0 + scores[$1] } / Double(own.count),
                stability: Self.compare(known, column, rows: own).stability)
        }
    }

    private static func compare(_ fact: DriftReference.Fact, _ column: Column, rows: [Int]) -> Fact {
        let now = DriftReference.count(column, rows: rows, bins: fact.bins)
        let total = max(1, now.counts.reduce(0, +))
        let names = now.unknown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return Fact(
            column: fact.column, stability: PopulationStability(expected: fact.counts, actual: now.counts),
            missingBefore: fact.missingShare, missingNow: (now.counts.last ?? 0) / total, newCategories: names,
            newShare: Double(now.unknown.values.reduce(0, +)) / total)
    }
}
