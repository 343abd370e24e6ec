/// How a written name is read aloud: one part per Chinese character, one per word of other letters.
///
/// Surnames with a reading of their own (单 shàn, 曾 zēng, 尉迟 yù chí) are read so when they open the name, two
/// characters before one; the other characters have the most usual reading. People may choose otherwise, so
/// where a reading matters it is kept as an editable field next to the name.
public struct Pinyin: Hashable, Sendable {
    /// One step of a name.
    public enum Part: Hashable, Sendable {
        /// A Chinese character: its syllable without tone (`lv` for lǜ), the tone 1 to 4 or 0 for none.
        case syllable(String, tone: Int, Unicode.Scalar)
        /// A Chinese character without a known reading.
        case unread(Unicode.Scalar)
        /// Letters or digits of another script, lower-case, without accents.
        case word(String)
    }

    /// The steps of the name in order.
    public let parts: [Part]

    /// - Parameter surnameFirst: whether the text opens with a surname; false for departments and places.
    public init(_ text: String, surnameFirst: Bool = true) {
        parts = PinyinReader.parts(of: text, surnameFirst: surnameFirst)
    }

    /// The syllables with spaces between them: `ou yang xiu`.
    public var spaced: String { spellings.joined(separator: " ") }

    /// The syllables run together, as people type them: `ouyangxiu`.
    public var full: String { spellings.joined() }

    /// The first letter of each part: `oyx`.
    public var initials: String { String(spellings.compactMap(\.first)) }

    private var spellings: [String] {
        parts.map { part in
            switch part {
            case .syllable(let spelling, _, _): spelling
            case .unread(let scalar): String(scalar)
            case .word(let word): word
            }
        }
    }
}
