import Forecast
import Kernel
import Shell

/// Scoring of a made-up population of any size, to measure it.
package enum ScoreRehearsal {
    package struct Times: Sendable {
        /// From the columns in memory to a tier for everybody.
        package let tiers: Double
        /// Three reasons each for the upper fifth, with what would change a score, and the list in its order.
        package let reasons: Double
        package let kind: String
        package let explained: Int
    }

    /// - Parameters:
    ///   - facts: one in six a kind, one in six a share; two of them tell who leaves.
    ///   - rows: how many people are learned from.
    package static func measure(subjects count: Int, facts: Int, rows: Int) throws -> Times {
        let scoring = try scoring(facts: facts, rows: rows)
        let people = snapshot(count, facts: facts, seed: 11)
        let clock = ContinuousClock()
        let start = clock.now
        var ranked: ContinuousClock.Instant?
        let scored = try scoring.scores(people, without: [], earlier: [:]) { _ in ranked = ranked ?? clock.now }.people
        let end = clock.now
        return Times(
            tiers: start.duration(to: ranked ?? end).seconds, reasons: (ranked ?? end).duration(to: end).seconds,
            kind: scoring.file.card.kind, explained: scored.count { $0.detail != nil })
    }

    private static func scoring(facts: Int, rows: Int) throws -> RiskScoring {
        let people = snapshot(rows, facts: facts, seed: 5)
        var (gone, dice): ([Int64: [Leavings.Leaving]], Dice) = ([:], Dice(state: 17))
        let day = people.day.number
        for (place, subject) in people.subjects.enumerated() {
            let planted = people.columns[0].values[place] < 0.8 && people.columns[1].values[place] < 7
            guard dice.unit() < (planted ? 0.4 : 0.04) else { continue }
            gone[subject] = [.init(lastDay: day + 40, notice: day + 10, isVoluntary: true)]
        }
        var table = TrainingRows(horizon: 90, without: [], seed: 7)
        table.append(people, Leavings(gone))
        let trained = try RiskTraining(programme: "employees", today: people.day + 120, shares: .usual)
            .fit(table, protected: [])
        guard let file = trained.file else { throw RiskRefusal.noModel }
        return RiskScoring(
            verdict: trained.verdict, report: trained.report, facts: trained.facts, file: file, tree: trained.tree,
            shares: .usual)
    }

    private static func snapshot(_ count: Int, facts: Int, seed: UInt64) -> Snapshot {
        var dice = Dice(state: seed)
        let levels = (1...8).map { "第\($0)类" }
        let columns = (0..<facts).map { place in
            let unit: FactUnit = place == 0 || place % 6 == 5 ? .share : place % 6 == 4 ? .kind : .score
            let values = (0..<count).map { _ -> Float in
                if dice.unit() < 0.02 { return .nan }
                switch unit {
                case .share: return Float(0.4 + 0.6 * dice.unit())
                case .kind: return Float(Int(8 * dice.unit()))
                default: return Float(4 + 6 * dice.unit())
                }
            }
            return SnapshotColumn(
                code: "fact_\(place)", name: Phrase(zh: "事实 \(place)", en: "Fact \(place)"), unit: unit,
                levels: unit == .kind ? levels : [], values: values)
        }
        return Snapshot(
            population: .employees, day: Day(number: 20_000), subjects: Array(1...Int64(max(1, count))),
            columns: columns)
    }

    /// SplitMix64.
    private struct Dice {
        var state: UInt64

        mutating func unit() -> Double {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
        }
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
