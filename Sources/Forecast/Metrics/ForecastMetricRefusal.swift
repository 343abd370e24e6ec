import Kernel

/// When predictions cannot be judged.
public enum ForecastMetricRefusal: Refusal, Equatable {
    /// No row has a held-out prediction.
    case nothingJudged
    /// All judged rows left, or all stayed: there is nothing to tell apart.
    case oneOutcome

    public var explanation: Phrase {
        switch self {
        case .nothingJudged:
            Phrase(
                zh: "没有任何一行得到了留出预测，无法评估；请检查折的划分或时间切分点。",
                en:
                    "No row has a held-out prediction, so nothing can be judged; check the folds or the day of the time split."
            )
        case .oneOutcome:
            Phrase(
                zh: "用于评估的各行结果全都相同，无法衡量区分能力；请补充另一类结果的记录。",
                en: "All rows to be judged have the same outcome; add records of the other outcome.")
        }
    }
}
