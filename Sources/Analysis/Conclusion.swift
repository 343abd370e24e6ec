import Kernel

/// The few sentences a reader must not miss.
enum Conclusion {
    static func classification(_ document: AnalysisDocument) -> [Phrase] {
        guard let auc = document.metrics.first(where: { $0.name == "roc_auc" })?.estimate else { return [] }
        let rate = document.size.baseRate
        let low = auc.low ?? auc.value
        if low <= 0.5 {
            return [
                Phrase(
                    zh: "从这些列看不出谁会离开：预测与抛硬币没有可靠的差别（ROC-AUC \(two(auc))）。请不要按下面的名单行动。",
                    en: "These columns do not tell who leaves: the predictions do not differ reliably from a coin toss "
                        + "(ROC-AUC \(two(auc))). Do not act on the list below."),
                Phrase(
                    zh: "可以补充更早能观察到的事实（例如培训、带教、业绩变化），或积累更多记录后再试。",
                    en:
                        "Add facts that can be seen earlier (training, mentoring, change in results) or try again with more records."
                ),
            ]
        }
        var sentences = [
            Phrase(
                zh: "\(strength(auc).zh)预测谁可能离开：把一位离开者排在一位留下者之前的机会是 \(percent(auc.value))"
                    + "（95% 区间 \(percent(low))–\(percent(auc.high ?? auc.value))）。",
                en:
                    "Who may leave can be told \(strength(auc).en): someone who left is ranked above someone who stayed "
                    + "\(percent(auc.value)) of the time (95% interval \(percent(low))–\(percent(auc.high ?? auc.value)))."
            )
        ]
        if let top = document.tiers.first {
            sentences.append(
                Phrase(
                    zh: "风险极高的 \(top.count) 行中，实际离开 \(percent(top.actual.value))；总体是 \(percent(rate))。",
                    en:
                        "Of the \(top.count) rows in the very high tier \(percent(top.actual.value)) left; overall it is "
                        + "\(percent(rate))."))
        }
        let strongest = document.drivers.filter { ($0.importance.low ?? 0) > 0 }.prefix(3).map(\.column)
        if !strongest.isEmpty {
            sentences.append(
                Phrase(
                    zh: "最有用的事实：\(strongest.joined(separator: "、"))。",
                    en: "The most telling facts: \(strongest.joined(separator: ", "))."))
        }
        if let tree = document.tree, let rule = tree.sentences.first, tree.sentences.count > 1 {
            let merit =
                tree.rocAUC.value.isFinite
                ? Phrase(
                    zh: "整棵树的 ROC-AUC 为 \(two(tree.rocAUC))。",
                    en: " The whole tree reaches a ROC-AUC of \(two(tree.rocAUC)).")
                : Phrase(verbatim: "")
            sentences.append(
                Phrase(
                    zh: "一条简单规则：\(rule.text.zh) 的 \(rule.count) 行中，离开 \(percent(rule.rate))。" + merit.zh,
                    en: "A simple rule: of the \(rule.count) rows with \(rule.text.en), \(percent(rule.rate)) left."
                        + merit.en))
        }
        return sentences
    }

    static func survival(_ document: AnalysisDocument) -> [Phrase] {
        guard let c = document.metrics.first(where: { $0.name == "c_harrell" })?.estimate else { return [] }
        guard (c.low ?? c.value) > 0.5 else {
            return [
                Phrase(
                    zh: "从这些列看不出谁会更早离开（一致性指数 \(two(c))，与抛硬币没有可靠的差别）。请不要按下面的名单行动。",
                    en:
                        "These columns do not tell who leaves sooner (concordance \(two(c)), not reliably different from a coin toss). "
                        + "Do not act on the list below.")
            ]
        }
        var sentences = [
            Phrase(
                zh: "\(strength(c).zh)预测谁会更早离开：任取两人，先离开者得分更高的机会是 \(percent(c.value))。",
                en:
                    "Who leaves sooner can be told \(strength(c).en): of two people the one who left first had the higher score "
                    + "\(percent(c.value)) of the time.")
        ]
        if let survival = document.survival {
            let median = survival.median.map(plain)
            sentences.append(
                median.map {
                    Phrase(
                        zh: "一半的人在「\(survival.unit.zh)」\($0) 之前离开。",
                        en: "Half of the people left before \($0) (“\(survival.unit.en)”).")
                }
                    ?? Phrase(
                        zh: "观察期内离开的人不到一半，因此没有中位留存时间。",
                        en: "Fewer than half left while observed, so there is no median time."))
        }
        let strongest = document.drivers.filter { ($0.importance.low ?? 0) > 0 }.prefix(3).map(\.column)
        if !strongest.isEmpty {
            sentences.append(
                Phrase(
                    zh: "最有用的事实：\(strongest.joined(separator: "、"))。",
                    en: "The most telling facts: \(strongest.joined(separator: ", "))."))
        }
        return sentences
    }

    static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String((value * 100).rounded() / 100)
    }

    static func three(_ value: Double) -> String { String((value * 1_000).rounded() / 1_000) }

    static func two(_ estimate: Estimate) -> String {
        func text(_ value: Double) -> String {
            let hundredths = Int((value * 100).rounded())
            return
                "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(abs(hundredths) % 100 < 10 ? "0" : "")\(abs(hundredths) % 100)"
        }
        guard let low = estimate.low, let high = estimate.high else { return text(estimate.value) }
        return "\(text(estimate.value)), 95% \(text(low))–\(text(high))"
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

    private static func strength(_ auc: Estimate) -> Phrase {
        switch auc.low ?? auc.value {
        case ..<0.6: Phrase(zh: "只能勉强", en: "only just")
        case ..<0.7: Phrase(zh: "可以在一定程度上", en: "to some degree")
        case ..<0.8: Phrase(zh: "可以较好地", en: "fairly well")
        default: Phrase(zh: "可以很好地", en: "well")
        }
    }
}
