import Kernel

/// What forms say about their fields.
enum FormWords {
    static let required = Phrase(zh: "此项必填。", en: "This is required.")
    static let unreadable = Phrase(zh: "无法识别此内容，请重新填写。", en: "This cannot be read; please enter it again.")
    static let integer = Phrase(zh: "请填写整数。", en: "Write a whole number.")
    static let choice = Phrase(zh: "请从列出的选项中选择。", en: "Choose one of the options.")

    static func tooLong(_ maximum: Int) -> Phrase {
        Phrase(zh: "最多 \(maximum) 个字。", en: "At most \(maximum) characters.")
    }

    static func outside(_ range: ClosedRange<Int>) -> Phrase {
        Phrase(
            zh: "请填写 \(range.lowerBound) 到 \(range.upperBound) 之间的数。",
            en: "Write a number from \(range.lowerBound) to \(range.upperBound).")
    }
}
