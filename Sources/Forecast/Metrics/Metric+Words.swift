import Kernel

extension Metric {
    /// The name people read.
    public var title: Phrase {
        switch self {
        case .rocAUC: Phrase(zh: "区分能力（ROC-AUC）", en: "Ranking (ROC-AUC)")
        case .prAUC: Phrase(zh: "查准查全面积（PR-AUC）", en: "Precision and recall (PR-AUC)")
        case .logLoss: Phrase(zh: "对数损失", en: "Log loss")
        case .brier: Phrase(zh: "Brier 分数", en: "Brier score")
        case .ece: Phrase(zh: "校准误差（ECE）", en: "Calibration error (ECE)")
        case .precisionTop5: Phrase(zh: "风险最高 5% 的命中率", en: "Precision in the top 5%")
        case .liftTop5: Phrase(zh: "风险最高 5% 的提升倍数", en: "Lift in the top 5%")
        case .precisionTop20: Phrase(zh: "风险最高 20% 的命中率", en: "Precision in the top 20%")
        case .liftTop20: Phrase(zh: "风险最高 20% 的提升倍数", en: "Lift in the top 20%")
        case .accuracy: Phrase(zh: "准确率", en: "Accuracy")
        case .brierReliability: Phrase(zh: "Brier 可靠性部分", en: "Brier reliability")
        case .brierResolution: Phrase(zh: "Brier 分辨部分", en: "Brier resolution")
        case .brierUncertainty: Phrase(zh: "Brier 不确定部分", en: "Brier uncertainty")
        }
    }

    /// What the figure says, in one sentence.
    public var meaning: Phrase {
        switch self {
        case .rocAUC:
            Phrase(
                zh: "随机取一名离开者和一名留下者，离开者得分更高的概率；0.5 等于乱猜。",
                en: "Chance that someone who left scored above someone who stayed; 0.5 is guessing.")
        case .prAUC:
            Phrase(
                zh: "按风险从高到低查看时命中率的平均水平；乱猜时等于基准率。",
                en: "Average precision when going down the list from the top; guessing reaches the base rate.")
        case .logLoss:
            Phrase(
                zh: "预测概率与实际结果的平均偏离，自信而错误的预测受罚最重；越小越好。",
                en: "How far probabilities are from what happened, punishing confident mistakes; lower is better.")
        case .brier:
            Phrase(
                zh: "预测概率与结果之差的平方的平均；越小越好。",
                en: "Mean squared difference between probability and outcome; lower is better.")
        case .ece:
            Phrase(
                zh: "按预测高低分成十组，各组预测比例与实际比例的平均差距。",
                en: "Mean gap between predicted and actual share over ten groups of equal size.")
        case .precisionTop5: Phrase(zh: "风险最高的 5% 中实际离开的比例。", en: "Share that left among the 5% with the highest risk.")
        case .liftTop5:
            Phrase(zh: "风险最高的 5% 的离开比例是总体的多少倍。", en: "How many times the base rate the top 5% reach.")
        case .precisionTop20:
            Phrase(zh: "风险最高的 20% 中实际离开的比例。", en: "Share that left among the 20% with the highest risk.")
        case .liftTop20:
            Phrase(zh: "风险最高的 20% 的离开比例是总体的多少倍。", en: "How many times the base rate the top 20% reach.")
        case .accuracy:
            Phrase(
                zh: "以 50% 为界判断正确的比例；须与“全部猜多数一类”的比例对照。",
                en: "Share judged right at a threshold of 50%; compare with always guessing the more common outcome.")
        case .brierReliability:
            Phrase(
                zh: "十组中预测与实际之差的平方；越小越好。",
                en: "Squared gap between predicted and actual share over ten groups; lower is better.")
        case .brierResolution:
            Phrase(zh: "十组的实际比例拉开的程度；越大越好。", en: "How far the ten groups differ from the base rate; higher is better.")
        case .brierUncertainty:
            Phrase(zh: "结果本身的不确定程度，与模型无关。", en: "How uncertain the outcome is by itself; not about the model.")
        }
    }
}
