import Kernel

/// Titles and labels that the text, the page and the workbook share.
enum ReportWords {
    static let reportTitle = Phrase(zh: "分析报告", en: "Analysis report")
    static let conclusion = Phrase(zh: "结论", en: "Conclusion")
    static let keyFigures = Phrase(zh: "关键数字", en: "Key figures")
    static let dataNotes = Phrase(zh: "数据说明", en: "Data notes")
    static let dropped = Phrase(zh: "去掉或处理过的列", en: "Columns left out or changed")
    static let size = Phrase(zh: "规模", en: "Size")
    static let model = Phrase(zh: "模型", en: "Model")
    static let metrics = Phrase(zh: "可信程度", en: "How far to trust it")
    static let calibration = Phrase(zh: "概率是否属实", en: "Do the probabilities hold?")
    static let tree = Phrase(zh: "一条简单的规则", en: "A simple rule")
    static let drivers = Phrase(zh: "驱动因素", en: "Drivers")
    static let tiers = Phrase(zh: "风险层级", en: "Risk tiers")
    static let riskList = Phrase(zh: "风险名单", en: "Risk list")
    static let survival = Phrase(zh: "随时间的留存", en: "Retention over time")
    static let effect = Phrase(zh: "措施的效果", en: "Effect of the treatment")
    static let fairness = Phrase(zh: "各群体是否受到同等对待", en: "Are groups treated alike?")
    static let drift = Phrase(zh: "与训练数据的差异", en: "Difference from the training data")
    static let howComputed = Phrase(zh: "如何计算", en: "How it was computed")
    static let limits = Phrase(zh: "局限", en: "Limits")

    static let line = Phrase(zh: "行号", en: "Line")
    static let column = Phrase(zh: "列", en: "Column")
    static let reason = Phrase(zh: "原因", en: "Reason")
    static let reasons = Phrase(zh: "依据", en: "Reasons")
    static let action = Phrase(zh: "处理", en: "What was done")
    static let tier = Phrase(zh: "层级", en: "Tier")
    static let count = Phrase(zh: "数量", en: "Count")
    static let predicted = Phrase(zh: "预计", en: "Predicted")
    static let interval = Phrase(zh: "95% 区间", en: "95% interval")
    static let measure = Phrase(zh: "指标", en: "Measure")
    static let value = Phrase(zh: "数值", en: "Value")
    static let reference = Phrase(zh: "不看资料时", en: "Without facts")
    static let meaning = Phrase(zh: "含义", en: "Meaning")
    static let candidate = Phrase(zh: "候选模型", en: "Candidate")
    static let chosen = Phrase(zh: "采用", en: "Chosen")
    static let rocAUC = Phrase(verbatim: "ROC-AUC")
    static let logLoss = Phrase(zh: "对数损失", en: "Log loss")
    static let importance = Phrase(zh: "重要性", en: "Importance")
    static let together = Phrase(zh: "合并计算的列", en: "Counted together with")
    static let known = Phrase(zh: "已知结果", en: "Known outcome")
    static let group = Phrase(zh: "群体", en: "Group")
    static let verdict = Phrase(zh: "判断", en: "Verdict")
    static let time = Phrase(zh: "时间", en: "Time")
    static let staying = Phrase(zh: "仍在的比例", en: "Share still there")

    /// The families of models in the words of a reader who has not studied them.
    static func model(_ name: String) -> Phrase {
        switch name {
        case "logistic": Phrase(zh: "逻辑回归", en: "Logistic regression")
        case "tree": Phrase(zh: "决策树", en: "Readable tree")
        case "additive": Phrase(zh: "加性模型", en: "Additive model")
        case "boosted": Phrase(zh: "梯度提升树", en: "Boosted trees")
        case "blend": Phrase(zh: "组合模型", en: "Blend")
        case "survival_auto": Phrase(zh: "多个时间模型的平均", en: "Mean of several time-to-event models")
        case "survival_logistic": Phrase(zh: "离散时间逻辑回归", en: "Discrete-time logistic regression")
        case "survival_additive": Phrase(zh: "可加的比例风险模型", en: "Additive proportional hazards")
        case "survival_boosted": Phrase(zh: "提升的比例风险模型", en: "Boosted proportional hazards")
        default: Phrase(verbatim: name)
        }
    }

    static func hygiene(_ action: HygieneNote.Action) -> Phrase {
        switch action {
        case .dropped: Phrase(zh: "未使用", en: "not used")
        case .converted: Phrase(zh: "已转换", en: "converted")
        case .flagged: Phrase(zh: "请核对", en: "please check")
        case .kept: Phrase(zh: "按要求保留", en: "kept as asked")
        }
    }

    static func scheme(_ scheme: ValidationNote.Scheme) -> Phrase {
        switch scheme {
        case .stratified: Phrase(zh: "分层交叉验证", en: "Stratified cross-validation")
        case .grouped: Phrase(zh: "按组交叉验证", en: "Grouped cross-validation")
        case .timeOrdered: Phrase(zh: "按时间先后验证", en: "Validation in order of time")
        case .given: Phrase(zh: "按给定折号交叉验证", en: "Cross-validation by given folds")
        case .heldOut: Phrase(zh: "用较晚的行检验", en: "Held-out later rows")
        case .loaded: Phrase(zh: "使用已保存的模型", en: "Saved model")
        }
    }

    /// Several when the folds differ: "isotonic, platt".
    static func calibration(_ methods: String) -> Phrase {
        let names = methods.split(separator: ", ").map { method in
            switch method {
            case "isotonic": Phrase(zh: "保序回归", en: "isotonic regression")
            case "platt": Phrase(zh: "普拉特缩放", en: "Platt scaling")
            case "none": Phrase(zh: "无需校准", en: "none needed")
            default: Phrase(verbatim: String(method))
            }
        }
        return Phrase(
            zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    static func design(_ name: String) -> Phrase {
        switch name {
        case "randomised": Phrase(zh: "随机分组", en: "Randomised groups")
        case "adjusted": Phrase(zh: "观察数据，双重稳健估计", en: "Observed groups, doubly robust estimate")
        case "matched": Phrase(zh: "观察数据，逐个配对比较", en: "Observed groups, matched pairs")
        case "difference_in_differences": Phrase(zh: "双重差分", en: "Difference in differences")
        default: Phrase(verbatim: name)
        }
    }
}
