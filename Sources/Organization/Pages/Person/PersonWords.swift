import Kernel

/// What several pages about a person say.
enum PersonWords {
    static let notGiven = Phrase(zh: "未填写", en: "Not given")
    static let chooseOne = Phrase(zh: "请从列出的选项中选择。", en: "Choose one of the options.")
    static let check = Phrase(zh: "下一步：核对", en: "Next: check")
    static let reason = Phrase(zh: "说明", en: "Note")

    /// One @ with something before it and a dotted name behind it: more is for the mail server to say.
    static func isMail(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { return false }
        let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
            && text.allSatisfy { !$0.isWhitespace && $0 != "," && $0 != ";" }
    }

    static func noMail(_ text: String) -> Phrase {
        Phrase(
            zh: "“\(text)”不是邮箱地址。请写成 name@example.com。",
            en: "“\(text)” is no mail address. Write it as name@example.com.")
    }
}
