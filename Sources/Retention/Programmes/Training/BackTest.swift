import Forecast
import Foundation
import Kernel

/// Held-out predictions and what became true of them.
struct BackTest: Sendable {
    let crossed: CrossValidated
    let source: TrainingRows
    let people: [Int]
    let shares: TierShares
    let seed: UInt64
    /// Per row, calibrated; NaN where a row was never held out.
    let probabilities: [Double]
    /// Rows that were held out.
    let rows: [Int]

    init(
        _ crossed: CrossValidated, _ forward: ForwardCalibration, rows: TrainingRows, people: [Int],
        shares: TierShares, seed: UInt64
    ) {
        (self.crossed, source, self.people, self.shares, self.seed) = (crossed, rows, people, shares, seed)
        var found = [Double](repeating: .nan, count: rows.outcome.count)
        for (part, line) in zip(crossed.parts, forward.parts) {
            let map = part.calibrator.followed(by: line)
            for (row, margin) in zip(part.split.held, part.rawMargins) {
                found[row] = probability(ofLogOdds: map(margin))
            }
        }
        probabilities = found
        self.rows = found.indices.filter { !found[$0].isNaN }
    }

    func fill(_ note: inout ModelReport, chosen: ModelKind) throws {
        let report = try MetricReport(
            repeats: [probabilities], outcome: source.outcome, groups: people, resamples: 400, seed: seed)
        note.metrics = [
            FitMetric.rocAUC, .logLoss, .brier, .ece, .precisionTop5, .liftTop5, .precisionTop20, .liftTop20,
        ].map { metric in
            let entry = report.entries.first { $0.metric == metric }!
            return .init(
                name: metric.title, meaning: metric.meaning, code: metric.rawValue,
                estimate: .init(entry.estimate), reference: entry.reference)
        }
        note.candidates = try candidates(chosen)
        let curve = CalibrationCurve(repeats: [probabilities], outcome: source.outcome, groups: people)
        note.calibration = curve.bins.map {
            .init(count: Int($0.count), predicted: $0.predicted, observed: .init($0.observed))
        }
        note.bands = curve.bins.map(Self.band)
        note.slope = .init(CalibrationLine(repeats: [probabilities], outcome: source.outcome, groups: people).slope)
        note.periods = crossed.parts.map(period)
    }

    /// How well a count ranks the rows that were held out, beside the model on the same rows; nil when too few of those
    /// whose count is known have left.
    func comparison(with points: [Double]) throws -> ModelReport.SignalComparison? {
        let judged = rows.filter { !points[$0].isNaN }
        let left = Set(judged.filter { source.outcome[$0] == 1 }.map { source.subjects[$0] }).count
        guard left >= RiskTraining.leastLeavers, judged.contains(where: { source.outcome[$0] == 0 }),
            let first = judged.map({ source.days[$0] }).min()
        else { return nil }
        func area(_ score: (Int) -> Double) throws -> ModelReport.Estimate {
            var held = [Double](repeating: .nan, count: source.outcome.count)
            for row in judged { held[row] = score(row) }
            let report = try MetricReport(
                repeats: [held], outcome: source.outcome, groups: people, resamples: 200, seed: seed)
            return .init(report[.rocAUC])
        }
        return .init(
            from: Day(number: first), signals: try area { (points[$0] + 0.5) / (points[$0] + 20) },
            model: try area { probabilities[$0] })
    }

    /// How far, in log-odds, the observed share of people with similar predictions may lie from its estimate.
    private static func band(_ bin: CalibrationCurve.Bin) -> ModelReport.Band {
        func margin(_ share: Double) -> Double { logOdds(of: min(0.9995, max(0.0005, share))) }
        let centre = margin(bin.predicted)
        return .init(
            upTo: bin.highest, down: max(0.05, centre - margin(bin.observed.low)),
            up: max(0.05, margin(bin.observed.high) - centre))
    }

    private func candidates(_ chosen: ModelKind) throws -> [ModelReport.Candidate] {
        var found: [ModelReport.Candidate] = []
        for kind in ModelKind.allCases {
            var held = [Double](repeating: .nan, count: source.outcome.count)
            for part in crossed.parts {
                let margins = part.candidates.isEmpty && kind == part.kind ? part.rawMargins : part.candidates[kind]
                for (row, margin) in zip(part.split.held, margins ?? []) { held[row] = probability(ofLogOdds: margin) }
            }
            guard held.contains(where: { !$0.isNaN }) else { continue }
            let report = try MetricReport(
                repeats: [held], outcome: source.outcome, groups: people, resamples: 100, seed: seed)
            found.append(
                .init(
                    kind: kind.rawValue, name: kind.words, area: .init(report[.rocAUC]),
                    logLoss: .init(report[.logLoss]), isChosen: kind == chosen))
        }
        return found
    }

    /// Predicted and actual share by tier of one stretch of time, the tiers cut within it.
    private func period(_ part: CrossValidated.Part) -> ModelReport.Period {
        let held = part.split.held
        let days = held.map { source.days[$0] }
        let table = TierTable(
            repeats: [held.map { probabilities[$0] }], outcome: held.map { source.outcome[$0] },
            groups: held.map { people[$0] }, shares: shares.shares)
        return .init(
            from: Day(number: days.min() ?? 0), through: Day(number: days.max() ?? 0), rows: held.count,
            leavers: Set(held.filter { source.outcome[$0] == 1 }.map { source.subjects[$0] }).count,
            tiers: table.tiers.filter { $0.count > 0 }.map { tier in
                .init(
                    tier: RiskTier.ranked[tier.index], count: Int(tier.count), predicted: tier.predicted,
                    actual: .init(tier.actual))
            })
    }

    /// Each model shuffles facts among rows it did not see; facts that say the same are shuffled together.
    func importance(_ frame: Frame, _ profile: ReferenceProfile) throws -> [ModelReport.Importance] {
        let groups = Dictionary(grouping: profile.facts, by: \.group).sorted { $0.key < $1.key }.map {
            $0.value.map(\.name)
        }
        var sums: [[String]: (loss: Double, variance: Double, rows: Double)] = [:]
        for part in crossed.parts {
            let held = thinned(part.split.held, to: 3_000)
            guard let model = part.model, Set(held.map { source.outcome[$0] }).count == 2 else { continue }
            let measured = try PermutationImportance(
                model, frame, rows: held, outcome: source.outcome, groups: groups, repeats: 4, seed: seed)
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
        let titles = Dictionary(profile.facts.map { ($0.name, $0.title) }) { first, _ in first }
        return sums.map { codes, sum in
            let (value, half) = (sum.loss / sum.rows, sum.variance.squareRoot() / sum.rows)
            return .init(
                codes: codes, name: Phrase.list(codes.map { titles[$0] ?? Phrase(verbatim: $0) }),
                loss: .init(value, low: (value - half).known, high: (value + half).known))
        }
        .sorted { left, right in
            guard left.isClear == right.isClear else { return left.isClear }
            return (right.loss.value, left.codes[0]) < (left.loss.value, right.codes[0])
        }
    }

    /// All who left, and as many of the others as there is room for, evenly chosen.
    private func thinned(_ rows: [Int], to count: Int) -> [Int] {
        guard rows.count > count else { return rows }
        let left = rows.filter { source.outcome[$0] == 1 }.prefix(count / 2)
        let stayed = rows.filter { source.outcome[$0] != 1 }
        let room = min(stayed.count, count - left.count)
        return (left + (0..<room).map { stayed[$0 * stayed.count / room] }).sorted()
    }

    /// The upper two tiers of each person's last judged row, by protected attributes.
    func fairness(_ protected: [Column]) -> [ModelReport.FairnessLine] {
        var last: [Int64: Int] = [:]
        for row in rows {
            if let known = last[source.subjects[row]], source.days[known] >= source.days[row] { continue }
            last[source.subjects[row]] = row
        }
        let judged = last.values.sorted()
        guard !judged.isEmpty, !protected.isEmpty else { return [] }
        var selected = [Bool](repeating: false, count: probabilities.count)
        let tiers = TierTable.assign(judged.map { probabilities[$0] }, shares: shares.shares)
        for (row, tier) in zip(judged, tiers) { selected[row] = tier <= 1 }
        let labels = Dictionary(protected.map { ($0.name, $0.label ?? Phrase(verbatim: $0.name)) }) { first, _ in first
        }
        return FairnessTable.all(
            protected, rows: judged, predicted: probabilities, outcome: source.outcome, selected: selected
        ).flatMap { table in
            let titles = table.columns.map { labels[$0] ?? Phrase(verbatim: $0) }
            let attribute = Phrase(
                zh: titles.map(\.zh).joined(separator: " × "), en: titles.map(\.en).joined(separator: " × "))
            return table.groups.map { group in
                ModelReport.FairnessLine(
                    attribute: attribute, group: group.name.map(ProtectedWords.phrase) ?? ProtectedWords.small,
                    count: group.count, isHidden: group.isHidden, selected: group.selectionRate,
                    ratio: group.impactRatio, predicted: group.predicted, observed: group.observed.map { .init($0) },
                    verdict: group.verdict)
            }
        }
    }
}

extension ModelKind {
    var words: Phrase {
        switch self {
        case .tree: Phrase(zh: "一棵可读的决策树", en: "One readable tree")
        case .logistic: Phrase(zh: "逻辑回归（基线）", en: "Logistic regression (baseline)")
        case .additive: Phrase(zh: "可加模型", en: "Additive model")
        case .boosted: Phrase(zh: "提升树", en: "Boosted trees")
        case .blend: Phrase(zh: "加权组合", en: "Weighted blend")
        }
    }
}

extension TreeNode {
    /// Visits every node from the top, each branch followed by what lies below it.
    func walk(_ tree: TreeModel, rule: Phrase, depth: Int, _ visit: (ModelReport.Branch) -> Void) {
        visit(.init(depth: depth, rule: rule, share: facts.rate, count: facts.count))
        guard case .branch(_, let condition, let yes, let no) = self else { return }
        yes.walk(tree, rule: tree.phrase(condition, answer: true), depth: depth + 1, visit)
        no.walk(tree, rule: tree.phrase(condition, answer: false), depth: depth + 1, visit)
    }
}
