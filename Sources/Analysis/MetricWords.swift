import Forecast
import Kernel

/// What each metric is called and what it tells a person.
enum MetricWords {
    static let shown: [Metric] = [
        .rocAUC, .prAUC, .precisionTop5, .liftTop5, .precisionTop20, .liftTop20, .logLoss, .brier, .ece, .accuracy,
    ]

    static func words(_ metric: Metric) -> (title: Phrase, meaning: Phrase) {
        switch metric {
        case .rocAUC:
            (
                Phrase(zh: "区分能力 ROC-AUC", en: "Separation (ROC-AUC)"),
                Phrase(
                    zh: "随机取一位离开者和一位留下者,模型给前者更高分的机会;0.5 等于抛硬币。",
                    en: "The chance that someone who left is ranked above someone who stayed; 0.5 is a coin toss.")
            )
        case .prAUC:
            (
                Phrase(zh: "查准查全面积 PR-AUC", en: "Precision–recall area (PR-AUC)"),
                Phrase(zh: "名单从上往下读时的平均命中率;参照为总体离开率。", en: "Average hit rate while reading the list from the top; compare with the base rate.")
            )
        case .precisionTop5:
            (
                Phrase(zh: "最高 5 % 中实际离开的比例", en: "Share that left among the top 5 %"),
                Phrase(zh: "名单最上面 5 % 的行里,实际离开的比例。", en: "Among the top 5 % of the list, the share that really left.")
            )
        case .liftTop5:
            (
                Phrase(zh: "最高 5 % 的提升倍数", en: "Lift of the top 5 %"),
                Phrase(zh: "上面的比例是总体离开率的几倍。", en: "How many times the base rate that is.")
            )
        case .precisionTop20:
            (
                Phrase(zh: "最高 20 % 中实际离开的比例", en: "Share that left among the top 20 %"),
                Phrase(zh: "名单最上面 20 % 的行里,实际离开的比例。", en: "Among the top 20 % of the list, the share that really left.")
            )
        case .liftTop20:
            (
                Phrase(zh: "最高 20 % 的提升倍数", en: "Lift of the top 20 %"),
                Phrase(zh: "上面的比例是总体离开率的几倍。", en: "How many times the base rate that is.")
            )
        case .logLoss:
            (
                Phrase(zh: "对数损失", en: "Log loss"),
                Phrase(zh: "概率越接近实际结果越小;参照为给每行同一个离开率。", en: "Smaller when probabilities are close to what happened; the reference gives everyone the base rate.")
            )
        case .brier:
            (
                Phrase(zh: "Brier 分数", en: "Brier score"),
                Phrase(zh: "概率与结果之差的平方的平均,越小越好。", en: "Mean squared distance of probability and outcome; smaller is better.")
            )
        case .ece:
            (
                Phrase(zh: "校准误差 ECE", en: "Calibration error (ECE)"),
                Phrase(zh: "预测的比例与实际比例平均相差多少,按十等分计算。", en: "How far predicted and actual shares differ on average over ten equal bins.")
            )
        case .accuracy:
            (
                Phrase(zh: "准确率(须与参照对比)", en: "Accuracy (only beside its reference)"),
                Phrase(
                    zh: "以 50 % 为界判断对的比例;参照是一律猜多数一方,因此单看准确率会误导。",
                    en: "Share judged right at a threshold of 50 %; the reference always guesses the majority, so accuracy alone misleads.")
            )
        case .brierReliability, .brierResolution, .brierUncertainty:
            (Phrase(verbatim: metric.rawValue), Phrase(zh: "Brier 分数的组成部分。", en: "A part of the Brier score."))
        }
    }
}

extension MetricNote {
    /// The figures people are shown, in order.
    static func all(_ report: MetricReport) -> [MetricNote] {
        MetricWords.shown.map { metric in
            let words = MetricWords.words(metric)
            return MetricNote(
                name: metric.rawValue, title: words.title, estimate: Estimate(report[metric]),
                reference: metric.reference(baseRate: report.baseRate), meaning: words.meaning,
                higherIsBetter: metric.higherIsBetter)
        }
    }

    /// A figure stored with a model.
    init?(_ figure: ModelCard.Figure) {
        guard let metric = Metric(rawValue: figure.name) else { return nil }
        let words = MetricWords.words(metric)
        self.init(
            name: metric.rawValue, title: words.title,
            estimate: Estimate(figure.value, low: figure.low, high: figure.high), reference: nil,
            meaning: words.meaning, higherIsBetter: metric.higherIsBetter)
    }
}
