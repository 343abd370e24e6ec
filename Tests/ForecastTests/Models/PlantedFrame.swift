import Forecast
import Foundation

/// A frame with known effects: numbers (some missing), a whole number, and two categories (some missing).
struct PlantedFrame {
    let frame: Frame
    let outcome: [Double]
    /// The log-odds the outcome was drawn from.
    let truth: [Double]

    init(rows: Int, seed: UInt64, strength: Double = 1.5) {
        var random = SeededRandom(seed: seed)
        var (x, noise, grade) = ([Double](), [Double](), [Double]())
        var (team, city) = ([Int32](), [Int32]())
        var (outcome, truth) = ([Double](), [Double]())
        for _ in 0..<rows {
            let value = random.unit() * 4 - 2
            let level = Double(Int(random.unit() * 5) + 1)
            let group = Int32(random.unit() * 3)
            let place = Int32(random.unit() * 12)
            let score = strength * value + (group == 1 ? strength : -0.5) + (level >= 4 ? 1 : 0) - 0.5
            x.append(random.unit() < 0.1 ? .nan : value)
            noise.append(random.unit() * 10)
            grade.append(level)
            team.append(random.unit() < 0.05 ? -1 : group)
            city.append(random.unit() < 0.05 ? -1 : place)
            truth.append(score)
            outcome.append(random.unit() < probability(ofLogOdds: score) ? 1 : 0)
        }
        frame = Frame(
            rowCount: rows,
            columns: [
                Column(name: "x", values: .numeric(x)),
                Column(name: "noise", values: .numeric(noise)),
                Column(name: "grade", values: .numeric(grade)),
                Column(name: "team", values: .categorical(codes: team, levels: ["A", "B", "C"])),
                Column(
                    name: "city", values: .categorical(codes: city, levels: (0..<12).map { "city \($0)" })
                ),
            ]
        )
        self.outcome = outcome
        self.truth = truth
    }

    var rows: [Int] { Array(0..<frame.rowCount) }
}

/// The chance that a positive ranks above a negative, by counting pairs.
func rankingQuality(_ scores: [Double], _ outcome: [Double]) -> Double {
    var (wins, pairs) = (0.0, 0.0)
    for i in scores.indices where outcome[i] == 1 {
        for j in scores.indices where outcome[j] == 0 {
            pairs += 1
            wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0
        }
    }
    return wins / pairs
}

/// Every learner, small enough for quick tests.
enum QuickLearner: String, CaseIterable, Sendable {
    case tree, logistic, additive, boosted, blend, auto

    var learner: any ValidatingLearner {
        switch self {
        case .tree: TreeLearner(foldCount: 3)
        case .logistic: LogisticLearner(foldCount: 3)
        case .additive: AdditiveLearner(foldCount: 3, repeats: 1)
        case .boosted: BoostedLearner(foldCount: 3)
        case .blend: BlendLearner(foldCount: 3)
        case .auto: AutoLearner(foldCount: 3)
        }
    }
}
