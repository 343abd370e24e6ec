/// A person's name as it is written, and what follows from it alone: its reading, its place in a list, the ways
/// somebody may type it into a search box, and its masked form.
public struct PersonName: Hashable, Sendable {
    /// The tidied name.
    public let text: String

    /// Spaces around the name, and between Chinese characters, are dropped: `王 芳` is `王芳`.
    public init(_ text: String) { self.text = Self.tidied(text) }

    /// The first character and an asterisk: `张*`.
    public var masked: String { text.first.map { "\($0)*" } ?? "" }

    private static func tidied(_ text: String) -> String {
        let narrow = text.narrowed
        guard narrow.contains(" ") else { return narrow }
        var tidy = String.UnicodeScalarView()
        var gap = false
        for scalar in narrow.unicodeScalars {
            if scalar == " " {
                gap = true
                continue
            }
            if gap, let before = tidy.last, !(before.isHan && scalar.isHan) { tidy.append(" ") }
            gap = false
            tidy.append(scalar)
        }
        return String(tidy)
    }
}

extension PersonName: CustomStringConvertible {
    public var description: String { text }
}
