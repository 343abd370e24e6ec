import Kernel

/// Words that belong to the parts themselves, not to any page.
public enum Words {
    static let skipToContent = Phrase(zh: "跳到正文", en: "Skip to content")
    static let contents = Phrase(zh: "目录", en: "Contents")
    static let breadcrumbs = Phrase(zh: "当前位置", en: "You are here")
    static let dayExample = Phrase(zh: "如 2026-11-22", en: "e.g. 2026-11-22")
    static let yuan = Phrase(zh: "元", en: "CNY")
    static let optional = Phrase(zh: "选填", en: "optional")
    static let dataTable = Phrase(zh: "数据表", en: "Data table")
    static let basedOn = Phrase(zh: "样本量", en: "Based on")
    static let interval = Phrase(zh: "区间", en: "Interval")
    static let asOf = Phrase(zh: "数据截至", en: "As of")
    static let version = Phrase(zh: "规则版本", en: "Rule version")
    static let group = Phrase(zh: "组别", en: "Group")
    static let item = Phrase(zh: "项目", en: "Item")
    static let count = Phrase(zh: "数量", en: "Count")
    static let share = Phrase(zh: "占比", en: "Share")
    static let atRisk = Phrase(zh: "仍在观察", en: "At risk")
    static let predicted = Phrase(zh: "预测", en: "Predicted")
    static let observed = Phrase(zh: "实际", en: "Observed")
    static let predictedProbability = Phrase(zh: "预测概率", en: "Predicted probability")
    static let observedShare = Phrase(zh: "实际比例", en: "Observed share")
    static let shareOfGroup = Phrase(zh: "占本组比例", en: "Share of group")
    static let ideal = Phrase(zh: "理想", en: "ideal")
    static let amount = Phrase(zh: "增减", en: "Change")
    static let runningTotal = Phrase(zh: "累计", en: "Running total")
    static let rule = Phrase(zh: "条件", en: "Rule")
    static let raises = Phrase(zh: "提高", en: "Raises")
    static let lowers = Phrase(zh: "降低", en: "Lowers")
    static let noData = Phrase(zh: "没有可画的数据。", en: "There is no data to draw.")
    /// The default text of a table without rows.
    public static let nothingHere = Phrase(zh: "没有记录。", en: "No rows.")

    static func problems(_ count: Int) -> Phrase {
        Phrase(zh: "有 \(count) 处需要修改", en: count == 1 ? "One thing to correct" : "\(count) things to correct")
    }
}
