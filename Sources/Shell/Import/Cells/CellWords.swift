import Kernel

/// What is said about cells that cannot be taken.
enum CellWords {
    static let required = Phrase(zh: "此项必填，单元格为空。请补填。", en: "this is required but blank. Fill it in.")
    static let nul = Phrase(
        zh: "含有无法保存的控制字符。请重新输入。", en: "holds a control character that cannot be stored. Type it again.")

    static func formula(_ text: String) -> Phrase {
        Phrase(
            zh: "单元格是公式错误 \(text)。请修正公式，或粘贴为数值。",
            en: "the cell is a failed formula (\(text)). Mend it, or paste its value.")
    }

    static let digitsLost = Phrase(
        zh: "已被 Excel 转成科学计数法，末几位数字已丢失。请把该列设为“文本”格式，再从原始资料重新填写。",
        en: "a spreadsheet turned it into scientific notation and its last digits are gone. "
            + "Make the column text and enter it again from the source.")

    static func tooLong(_ count: Int, _ maximum: Int) -> Phrase {
        Phrase(
            zh: "共 \(count) 个字，最多 \(maximum) 个字。请缩短。",
            en: "has \(count) characters; at most \(maximum) fit. Shorten it.")
    }

    static func integer(_ shown: String) -> Phrase {
        Phrase(zh: "“\(shown)”不是整数。请填写数字，如 12。", en: "“\(shown)” is not a whole number. Write digits, like 12.")
    }

    static func outside(_ shown: String, _ range: ClosedRange<Int64>) -> Phrase {
        Phrase(
            zh: "“\(shown)”超出范围，应在 \(range.lowerBound) 到 \(range.upperBound) 之间。",
            en: "“\(shown)” is out of range: \(range.lowerBound) to \(range.upperBound).")
    }

    static func choice(_ shown: String, _ words: [ImportWord]) -> Phrase {
        let zh = words.prefix(12).map(\.name.zh).joined(separator: "、") + (words.count > 12 ? "等" : "")
        let en = words.prefix(12).map(\.name.en).joined(separator: ", ") + (words.count > 12 ? ", …" : "")
        return Phrase(
            zh: "“\(shown)”不在可选范围内。请填写：\(zh)。", en: "“\(shown)” is not one of the choices. Write one of: \(en).")
    }

    static func flag(_ shown: String) -> Phrase {
        Phrase(zh: "“\(shown)”不是“是”或“否”。请填写是或否。", en: "“\(shown)” is neither yes nor no. Write yes or no.")
    }

    static func mail(_ shown: String) -> Phrase {
        Phrase(
            zh: "“\(shown)”不是邮箱地址。请填写如 name@example.com。",
            en: "“\(shown)” is not a mail address. Write it like name@example.com.")
    }

    static func code(_ shown: String) -> Phrase {
        Phrase(zh: "编号“\(shown)”含有空白或不可见的字符。请重新填写。", en: "“\(shown)” is not a usable number. Enter it again.")
    }

    static let serial = Phrase(
        zh: "是时间而不是日期。请填写如 2023-12-01。", en: "is a time, not a date. Write it like 2023-12-01.")

    static func cardDoubt(_ masked: String) -> Phrase {
        Phrase(
            zh: "银行卡号 \(masked) 未通过校验，可能有一位写错。请对照卡面核对。",
            en: "card number \(masked) fails its check digit. Compare it with the card.")
    }

    static let roundedIdentity = Phrase(
        zh: "以 000 结尾，可能是被 Excel 截断的号码。请对照证件核对。",
        en: "ends with 000; a spreadsheet may have rounded it. Compare it with the card.")
}
