/// The name of an element. The list is closed: there is no element for `iframe`, `object` or `base`, and `script` and
/// `style` can only be made by `Page`.
public struct Tag: Sendable {
    enum Kind: Sendable {
        case normal
        /// Has no content and no end tag.
        case void
        /// Part of an SVG; closes itself when it is empty.
        case drawing
    }

    let name: StaticString
    let kind: Kind

    init(_ name: StaticString, _ kind: Kind = .normal) {
        self.name = name
        self.kind = kind
    }
}
