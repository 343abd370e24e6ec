import Forecast
import Kernel

/// Names and meanings of uplift figures.
enum EffectWords {
    static func metrics(_ report: UpliftReport) -> [MetricNote] {
        [
            MetricNote(
                name: "qini", title: Phrase(zh: "Qini 系数", en: "Qini coefficient"), estimate: Estimate(report.qini),
                reference: 0,
                meaning: Phrase(
                    zh: "先处理预计受益最多的人，比随机处理同样多的人平均多得多少；0 等于随机。",
                    en:
                        "What treating those expected to gain most brings over treating as many at random, per head; 0 is random."
                ),
                higherIsBetter: true),
            MetricNote(
                name: "auuc", title: Phrase(zh: "增益曲线面积 AUUC", en: "Area under the uplift curve (AUUC)"),
                estimate: Estimate(report.auuc), reference: 0,
                meaning: Phrase(
                    zh: "同上，按各比例下两组的比率之差计算。", en: "The same, from the difference of rates at each share."),
                higherIsBetter: true),
        ]
    }

    static func uplift(_ report: UpliftReport) -> Phrase {
        report.qini.low > 0
            ? Phrase(
                zh: "效果因人而异，而且可以预测：优先处理预计受益多的人好于随机（Qini 区间在 0 以上）。",
                en:
                    "Some gain more than others, and it can be told who: treating them first beats a random order (the Qini interval lies above 0)."
            )
            : Phrase(
                zh: "看不出谁受益更多：按预测排序与随机没有可靠的差别。",
                en: "It cannot be told who gains more: the predicted order does not reliably beat a random one.")
    }

    static let limits = [
        Phrase(
            zh: "调整只能消除表中已有事实造成的差别。若处理对象是凭其他原因挑选的，估计仍可能有偏。",
            en:
                "Adjustment removes differences in the facts of this sheet only. If people were chosen for other reasons, the estimate can still be off."
        ),
        Phrase(
            zh: "用作事实的列必须在处理之前就已确定；处理之后才变化的列请用 --drop 去掉。",
            en: "Facts must have been known before the treatment; leave out columns that changed after it with --drop."),
    ]
}
