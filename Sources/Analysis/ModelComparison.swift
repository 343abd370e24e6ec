import Forecast
import Kernel

/// Which model was used and what the others reached on the same held-out rows.
struct ModelComparison {
    let request: AnalysisRequest
    let crossed: CrossValidated
    let outcome: [Double]

    func note(_ judged: JudgedPredictions) throws -> ModelNote {
        var candidates: [ModelNote.Candidate] = []
        let chosen = usualKind
        for kind in ModelKind.allCases {
            guard let repeats = heldOut(kind) else { continue }
            let report = try MetricReport(repeats: repeats, outcome: outcome, resamples: 300, seed: request.seed)
            candidates.append(
                .init(
                    name: kind.rawValue, chosen: kind == chosen, rocAUC: Estimate(report[.rocAUC]),
                    logLoss: Estimate(report[.logLoss])))
        }
        if candidates.isEmpty {
            candidates = [
                .init(
                    name: chosen.rawValue, chosen: true, rocAUC: judged.rocAUC,
                    logLoss: Estimate(judged.report[.logLoss]))
            ]
        }
        return ModelNote(chosen: chosen.rawValue, reason: reason(chosen), candidates: candidates)
    }

    /// The kind most splits used, the simpler one when two are equal.
    private var usualKind: ModelKind {
        var counts: [ModelKind: Int] = [:]
        for part in crossed.parts { counts[part.kind, default: 0] += 1 }
        return ModelKind.allCases.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? .logistic
    }

    private func reason(_ chosen: ModelKind) -> Phrase {
        let words = chosen.phrase
        guard request.approach == .auto else {
            return Phrase(zh: "按要求使用\(words.zh)。", en: "\(words.en.capitalizedFirst), as asked.")
        }
        let share = Double(crossed.parts.filter { $0.kind == chosen }.count) / Double(crossed.parts.count)
        let often = share < 1 ? Int((share * 100).rounded()) : 100
        return Phrase(
            zh: "在每一折的训练部分内部比较后自动选择\(words.zh)" + (often < 100 ? "（\(often)% 的折）" : "")
                + "：对数损失最小，或与最小者相差在一个标准误以内而更简单。",
            en: "\(words.en.capitalizedFirst), chosen inside the training part of "
                + (often < 100 ? "\(often)% of the folds" : "every fold")
                + ": the least log loss, or within one standard error of it and simpler.")
    }

    /// Probabilities per repeat as the candidate gave them, before calibration.
    private func heldOut(_ kind: ModelKind) -> [[Double]]? {
        var repeats: [Int: [Double]] = [:]
        for part in crossed.parts {
            guard let margins = part.candidates[kind] else { return nil }
            for (row, margin) in zip(part.split.held, margins) {
                repeats[part.split.repetition, default: [Double](repeating: .nan, count: outcome.count)][row] =
                    probability(ofLogOdds: margin)
            }
        }
        return repeats.keys.sorted().map { repeats[$0]! }
    }
}

extension ModelKind {
    public var phrase: Phrase {
        switch self {
        case .tree: Phrase(zh: "一棵可读的决策树", en: "one readable tree")
        case .logistic: Phrase(zh: "逻辑回归", en: "logistic regression")
        case .additive: Phrase(zh: "可加模型", en: "additive model")
        case .boosted: Phrase(zh: "提升树", en: "boosted trees")
        case .blend: Phrase(zh: "三种模型的加权组合", en: "weighted blend of three models")
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
