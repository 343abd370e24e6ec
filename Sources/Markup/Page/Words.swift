import Kernel

/// Words that belong to the parts themselves, not to any page.
public enum Words {
    static let skipToContent = Phrase(zh: "跳到正文", en: "Skip to content")
    static let contents = Phrase(zh: "目录", en: "Contents")
    static let breadcrumbs = Phrase(zh: "当前位置", en: "You are here")
    static let optional = Phrase(zh: "选填", en: "optional")
    static let dataTable = Phrase(zh: "数据表", en: "Data table")
    static let basedOn = Phrase(zh: "样本量", en: "Based on")
    static let interval = Phrase(zh: "区间", en: "Interval")
    static let asOf = Phrase(zh: "数据截至", en: "As of")
    static let version = Phrase(zh: "规则版本", en: "Rule version")
    static let noData = Phrase(zh: "没有可画的数据。", en: "There is no data to draw.")
    /// The default text of a table without rows.
    public static let nothingHere = Phrase(zh: "没有记录。", en: "No rows.")

    static func problems(_ count: Int) -> Phrase {
        Phrase(zh: "有 \(count) 处需要修改", en: count == 1 ? "One thing to correct" : "\(count) things to correct")
    }
}
