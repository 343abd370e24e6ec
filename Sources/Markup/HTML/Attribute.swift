import Kernel

/// One attribute of an element. Names are fixed in the source; values are escaped; targets are `URLText`.
///
/// There is no way to write an event handler or a `style` attribute: the pages run under a content policy that
/// forbids both.
public struct Attribute: Sendable {
    enum Value: Sendable {
        case absent
        case text(String)
        case phrase(Phrase)
    }

    let family: StaticString
    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value, family: StaticString = "") {
        self.family = family
        self.name = name
        self.value = value
    }

    init(_ name: StaticString, _ text: String?) {
        self.init(name, text.map { .text($0) } ?? .absent)
    }

    init(_ name: StaticString, _ phrase: Phrase) {
        self.init(name, .phrase(phrase))
    }

    init(_ name: StaticString, isPresent: Bool) {
        self.init(name, isPresent ? .text("") : .absent)
    }

    /// The attribute if the condition holds, otherwise nothing: `.class("current").when(isCurrent)`.
    public func when(_ condition: Bool) -> Attribute {
        condition ? self : Attribute(name, .absent, family: family)
    }
}
