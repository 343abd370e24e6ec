import Kernel

/// A round with the short form of a name: what colleagues would call out. Decorative, for the name always stands beside.
struct Avatar: Part {
    let letters: String
    let picture: URLText?

    init(_ name: String, picture: URLText? = nil) {
        self.picture = picture
        letters = Self.letters(of: name)
    }

    @HTMLBuilder var html: HTML {
        // The name stands beside it, so a picture says nothing more to those who only hear the page.
        if let picture {
            img(.class("avatar"), .src(picture), .alt(Phrase(verbatim: "")), .width(56), .height(56))
        } else {
            span(.class("avatar"), .aria("hidden", "true")) { letters }
        }
    }

    /// The given name of a Chinese name (王小明 → 小明, 张伟 → 伟), the first two characters of a name with a dot
    /// (阿依古丽·买买提 → 阿依), the initials of a Latin one (Anna Berg → AB).
    static func letters(of name: String) -> String {
        let name = name.filter { !$0.isNewline }
        guard let first = name.first(where: \.isLetter) else { return String(name.prefix(1)) }
        if first.isASCII || first.isCased {
            let words = name.split(separator: " ").compactMap { $0.first(where: \.isLetter) }
            let initials = words.count > 1 ? [words[0], words[words.count - 1]] : Array(words.prefix(1))
            return String(initials).uppercased()
        }
        if name.contains("·") || name.contains("•") { return String(name.prefix(2)) }
        return String(name.count > 2 ? name.suffix(2) : name.suffix(1))
    }
}
