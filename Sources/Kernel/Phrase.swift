/// The two languages Tenure speaks.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case zh
    case en
}

/// One sentence or word in both languages. Lives beside the page or rule that says it.
public struct Phrase: Sendable, Hashable, Codable {
    public let zh: String
    public let en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The same text in both languages: names, numbers, column headings of the user's own file.
    public init(verbatim text: String) {
        self.init(zh: text, en: text)
    }

    public subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
