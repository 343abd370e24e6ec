import Kernel

/// Words that belong to the parts themselves, not to any page.
enum Words {
    static let skipToContent = Phrase(zh: "跳到正文", en: "Skip to content")
}
