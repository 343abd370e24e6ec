import Kernel

/// The same page in the other language.
public struct LanguageSwitch: Part {
    public let zh: URLText
    public let en: URLText

    public init(zh: URLText, en: URLText) {
        self.zh = zh
        self.en = en
    }

    public var html: HTML {
        .perLanguage { language in
            let other: Language = language == .zh ? .en : .zh
            // A language is named in itself.
            a(.class("language"), .href(other == .zh ? zh : en), .lang(other)) { other == .zh ? "中文" : "English" }
        }
    }
}
