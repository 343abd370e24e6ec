import Kernel

/// Names and meanings of time-to-event figures.
enum SurvivalWords {
    static func harrell(_ estimate: Estimate) -> MetricNote {
        MetricNote(
            name: "c_harrell", title: Phrase(zh: "一致性指数 C（Harrell）", en: "Concordance (Harrell’s c)"),
            estimate: estimate,
            reference: 0.5,
            meaning: Phrase(
                zh: "任取两人，先离开的那位得分更高的机会；0.5 等于抛硬币。",
                en: "Of two people, the chance that the one who left first had the higher score; 0.5 is a coin toss."),
            higherIsBetter: true)
    }

    static func uno(_ estimate: Estimate) -> MetricNote {
        MetricNote(
            name: "c_uno", title: Phrase(zh: "一致性指数 C（Uno）", en: "Concordance (Uno’s c)"), estimate: estimate,
            reference: 0.5,
            meaning: Phrase(
                zh: "同上，但不受观察时间长短的影响。", en: "The same, not influenced by how long people happened to be observed."),
            higherIsBetter: true)
    }

    static func brier(_ estimate: Estimate) -> MetricNote {
        MetricNote(
            name: "integrated_brier", title: Phrase(zh: "综合 Brier 分数", en: "Integrated Brier score"),
            estimate: estimate,
            reference: nil,
            meaning: Phrase(
                zh: "整个观察期内预测留存与实际留存之差的平方的平均，越小越好。",
                en: "Mean squared distance of predicted and actual staying over the whole time; smaller is better."),
            higherIsBetter: false)
    }

    static func list(horizon: String) -> Phrase {
        Phrase(
            zh: "表中还没有离开的人。概率指从现在起再过 \(horizon)（时长列的单位；离开者时长的中位数）之内离开的可能性，来自没有见过这一行的模型。",
            en:
                "Everyone who has not left. The probability is that of leaving within a further \(horizon) (in the unit of the duration "
                + "column; the median time of those who left), from models that never saw the row.")
    }
}
