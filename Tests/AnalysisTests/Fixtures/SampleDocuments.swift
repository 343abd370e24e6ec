import Forecast
import Kernel

@testable import Analysis

/// Made-up analyses of every kind, as a run of the command would fill them.
enum SampleDocuments {
    /// Name and document; the name is also the file name of the rendered samples.
    static let all: [(name: String, document: AnalysisDocument)] = [
        ("staff", staff), ("customers", customers), ("survival", survival), ("effect", effect), ("nothing", nothing),
        ("tiny", tiny), ("hostile", hostile), ("empty-list", emptyList), ("scored", scored), ("unknown", unknown),
    ]

    static func named(_ name: String) -> AnalysisDocument {
        all.first { $0.name == name }?.document ?? staff
    }

    /// A document with everything that is the same for all of them.
    static func base(_ language: Language, file: String, outcome: OutcomeNote, rows: Int, events: Int)
        -> AnalysisDocument
    {
        AnalysisDocument(
            task: .classification, language: language,
            source: SourceNote(
                file: file, sheet: nil, encoding: "UTF-8", delimiter: ",", headerLine: 1, rows: rows, columns: 12,
                unreadable: []),
            outcome: outcome,
            size: SizeNote(
                rowsUsed: rows, events: events, baseRate: Double(events) / Double(max(1, rows)), skipped: [],
                duplicates: 0),
            validation: ValidationNote(
                scheme: .stratified, folds: 5, repeats: 5, seed: 1,
                explanation: Phrase(
                    zh: "数据分成 5 份,每次用 4 份学习、用剩下 1 份检验,重复 5 次;每一行的预测都来自没见过它的模型。",
                    en:
                        "The rows were split into 5 parts; each part was predicted by models of the other 4, five times over. "
                        + "No row was predicted by a model that had seen it.")))
    }

    static func tiers(rows: Int, rates: [Double]) -> [TierNote] {
        let shares = [0.05, 0.15, 0.30, 0.30, 0.20]
        return zip(Tier.allCases, zip(shares, rates)).map { tier, part in
            let count = max(1, Int((Double(rows) * part.0).rounded()))
            let width = 1.96 * (part.1 * (1 - part.1) / Double(count)).squareRoot()
            return TierNote(
                tier: tier, share: part.0, count: count, predicted: part.1 * 0.94 + 0.008,
                actual: Estimate(part.1, low: max(0, part.1 - width), high: min(1, part.1 + width)))
        }
    }

    static func calibration(_ top: Double, count: Int) -> CalibrationNote {
        let bins = (0..<10).map { index in
            let predicted = 0.01 + top * Double(index * index) / 90
            let observed = min(1, predicted * (index % 2 == 0 ? 1.12 : 0.91))
            return CalibrationNote.Bin(
                count: count / 10, predicted: predicted,
                observed: Estimate(observed, low: max(0, observed * 0.7 - 0.01), high: min(1, observed * 1.25 + 0.02)))
        }
        return CalibrationNote(
            method: "platt", eceBefore: 0.041, eceAfter: 0.017, brierBefore: 0.118, brierAfter: 0.112, bins: bins)
    }

    static func metrics(auc: Double, base: Double) -> [MetricNote] {
        [
            MetricNote(
                name: "roc_auc", title: Phrase(verbatim: "ROC-AUC"),
                estimate: Estimate(auc, low: auc - 0.032, high: auc + 0.031), reference: 0.5,
                meaning: Phrase(
                    zh: "随便拿一个离开的和一个没离开的,模型把离开的排在前面的机会。",
                    en: "The chance that someone who left is ranked above someone who stayed."), higherIsBetter: true),
            MetricNote(
                name: "pr_auc", title: Phrase(verbatim: "PR-AUC"),
                estimate: Estimate(auc * 0.7, low: auc * 0.62, high: auc * 0.78), reference: base,
                meaning: Phrase(zh: "由高到低看名单时,准确率的平均。", en: "Mean precision going down the list."),
                higherIsBetter: true),
            MetricNote(
                name: "brier", title: Phrase(zh: "Brier 分数", en: "Brier score"),
                estimate: Estimate(base * (1 - base) * 0.78, low: base * 0.5, high: base * 0.8),
                reference: base * (1 - base),
                meaning: Phrase(
                    zh: "概率与事实之差的平方平均,越小越好。", en: "Mean squared gap between chance and fact; lower is better."),
                higherIsBetter: false),
            MetricNote(
                name: "precision_top_5", title: Phrase(zh: "前 5% 的准确率", en: "Precision in the top 5%"),
                estimate: Estimate(min(0.95, base * 4.1), low: base * 3.4, high: min(0.99, base * 4.6)),
                reference: base,
                meaning: Phrase(zh: "名单前 5% 中实际离开的比例。", en: "Share of the first 5% that actually left."),
                higherIsBetter: true),
            MetricNote(
                name: "lift_top_20", title: Phrase(zh: "前 20% 的提升", en: "Lift in the top 20%"),
                estimate: Estimate(2.9, low: 2.5, high: 3.2), reference: 1,
                meaning: Phrase(
                    zh: "名单前 20% 的离开比例是全体的多少倍。", en: "How many times the overall share the first 20% show."),
                higherIsBetter: true),
        ]
    }

    static func model(_ auc: Double) -> ModelNote {
        let candidate = { (name: String, gap: Double, chosen: Bool) in
            ModelNote.Candidate(
                name: name, chosen: chosen, rocAUC: Estimate(auc - gap, low: auc - gap - 0.03, high: auc - gap + 0.03),
                logLoss: Estimate(0.37 + gap, low: 0.34 + gap, high: 0.41 + gap))
        }
        return ModelNote(
            chosen: "additive",
            reason: Phrase(
                zh: "与最好的候选相差不到一个标准误,而更容易看懂。",
                en: "It is within one standard error of the best candidate and easier to read."),
            candidates: [
                candidate("blend", -0.002, false), candidate("additive", 0, true), candidate("boosted", 0.006, false),
                candidate("logistic", 0.011, false), candidate("tree", 0.064, false),
            ])
    }
}
