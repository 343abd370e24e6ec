import Forecast
import Kernel

/// How far a fact, or the score, has moved away from what the model learned from.
struct DriftLine: Sendable, Codable {
    /// Nil for the score itself.
    let fact: Phrase?
    /// Population stability index; 0.1 and 0.25 are the thresholds.
    let index: Double
    let level: String
    let verdict: Phrase

    static func lines(_ drift: Drift, _ facts: [ModelFact]) -> [DriftLine] {
        let names = Dictionary(facts.map { ($0.code, $0.name) }) { first, _ in first }
        let score = drift.score.map { DriftLine($0, nil) }
        return [score].compactMap { $0 }
            + drift.facts.prefix(12).map { DriftLine($0, names[$0.column] ?? Phrase(verbatim: $0.column)) }
    }

    private init(_ found: Drift.Fact, _ fact: Phrase?) {
        self.fact = fact
        (index, level, verdict) = (found.stability.psi, found.stability.level.rawValue, found.verdict)
    }
}
