import Forecast
import Kernel

/// Why: importance measured on held-out rows, curves of the strongest facts, the readable tree.
struct Explaining {
    let facts: Facts
    let profile: ReferenceProfile
    /// Facts that say the same thing, told as one.
    let groups: [[String]]
    let drivers: [DriverNote]
    private let rows: [Int]
    private let outcome: [Double]
    private let seed: UInt64

    init(facts: Facts, crossed: CrossValidated, outcome: [Double], rows: [Int], seed: UInt64) throws {
        self.facts = facts
        self.rows = rows
        self.outcome = outcome
        self.seed = seed
        let profile = ReferenceProfile(facts.frame, rows: rows, kinds: facts.kinds, snapshot: facts.snapshot)
        self.profile = profile
        var members: [Int: [String]] = [:]
        for fact in profile.facts { members[fact.group, default: []].append(fact.name) }
        let groups = members.keys.sorted().map { members[$0]! }
        self.groups = groups
        drivers = try Self.importance(facts.frame, crossed, groups: groups, outcome: outcome, seed: seed)
    }

    /// Each model of the first repeat shuffles facts among the rows it did not see; figures are means over these models,
    /// weighted by their rows.
    private static func importance(
        _ frame: Frame, _ crossed: CrossValidated, groups: [[String]], outcome: [Double], seed: UInt64
    ) throws -> [DriverNote] {
        var sums: [[String]: (loss: Double, variance: Double, rows: Double)] = [:]
        for part in crossed.parts {
            guard let model = part.model else { continue }
            let held = Self.thinned(part.split.held, to: 1_500)
            guard Set(held.map { outcome[$0] }).count == 2 else { continue }
            let measured = try PermutationImportance(
                model, frame, rows: held, outcome: outcome, groups: groups, repeats: 4, seed: seed)
            let weight = Double(held.count)
            for fact in measured.facts {
                let half = (fact.interval.upperBound - fact.interval.lowerBound) / 2
                var sum = sums[fact.features] ?? (0, 0, 0)
                sum.loss += weight * fact.loss
                sum.variance += weight * weight * half * half
                sum.rows += weight
                sums[fact.features] = sum
            }
        }
        return sums.map { features, sum in
            let value = sum.loss / sum.rows
            let half = sum.variance.squareRoot() / sum.rows
            return DriverNote(
                column: features[0], together: Array(features.dropFirst()),
                importance: Estimate(value, low: value - half, high: value + half))
        }
        .sorted { ($1.importance.value, $0.column) < ($0.importance.value, $1.column) }
    }

    static func thinned(_ rows: [Int], to count: Int) -> [Int] {
        rows.count <= count ? rows : (0..<count).map { rows[$0 * rows.count / count] }
    }

    /// Curves of the strongest facts whose importance is above zero.
    func curves(_ model: any Model) throws -> [CurveNote] {
        try drivers.prefix(6).filter { ($0.importance.low ?? 0) > 0 }.compactMap { driver in
            guard let curve = try PartialDependence(model, facts.frame, rows: rows, feature: driver.column, points: 16)
            else { return nil }
            let kind = facts.kinds[driver.column] ?? .decimal
            let points = curve.points.map { point -> CurveNote.Point in
                let label = point.level ?? point.number.map { FactFormat.value($0, kind) } ?? ""
                let share = Estimate(point.mean, low: point.band.lowerBound, high: point.band.upperBound)
                let count = Int((point.share * Double(rows.count)).rounded())
                return CurveNote.Point(x: point.number, label: label, share: share, count: count)
            }
            return CurveNote(
                column: driver.column, isNumeric: points.allSatisfy { $0.x != nil }, points: points)
        }
    }

    /// One tree over all rows; its merit comes from trees that had not seen the rows they were judged on.
    func tree(_ plan: FoldPlan, judged model: ModelNote?) throws -> TreeNote? {
        let fit = try TreeLearner(resampling: plan.inner)
            .fitValidated(facts.frame, rows: rows, outcome: outcome, weights: nil, seed: seed)
        guard case .tree(let tree) = fit.model else { return nil }
        let own = model?.candidates.first { $0.name == ModelKind.tree.rawValue }
        return TreeNote(
            rocAUC: own?.rocAUC ?? Estimate(.nan),
            sentences: tree.rules.map {
                .init(
                    text: $0.words, rate: $0.leaf.rate,
                    count: $0.leaf.count)
            },
            root: tree.note(tree.root))
    }
}

extension TreeModel {
    fileprivate func note(_ node: TreeNode) -> TreeNote.Node {
        switch node {
        case .leaf(let leaf): .leaf(rate: leaf.rate, count: leaf.count)
        case .branch(let all, let condition, let yes, let no):
            .split(
                condition: phrase(condition, answer: true), otherwise: phrase(condition, answer: false), rate: all.rate,
                count: all.count, yes: note(yes), no: note(no))
        }
    }
}

extension TreeRule {
    /// The conditions alone; empty for a tree without branches.
    fileprivate var words: Phrase {
        Phrase(
            zh: conditions.map(\.zh).joined(separator: " 且 "), en: conditions.map(\.en).joined(separator: " and "))
    }
}
