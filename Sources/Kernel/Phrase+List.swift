extension Phrase {
    /// How the last member of a list is tied on.
    public enum Conjunction: Sendable {
        case and
        case or
    }

    /// A list as each language writes it: `甲、乙和丙`, `A, B and C`. No members give an empty phrase.
    public static func list(_ members: [Phrase], _ conjunction: Conjunction = .and) -> Phrase {
        guard let last = members.last else { return Phrase(verbatim: "") }
        guard members.count > 1 else { return last }
        let head = members.dropLast()
        let tie: Phrase
        switch conjunction {
        case .and: tie = Phrase(zh: "和", en: " and ")
        case .or: tie = Phrase(zh: "或", en: " or ")
        }
        return Phrase(
            zh: head.map(\.zh).joined(separator: "、") + tie.zh + last.zh,
            en: head.map(\.en).joined(separator: ", ") + tie.en + last.en)
    }

    /// Both languages joined side by side.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(zh: left.zh + right.zh, en: left.en + right.en)
    }
}
