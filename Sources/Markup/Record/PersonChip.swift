import Kernel

/// A person in a line of text, a list or a cell: sign, name, and what tells them from a namesake.
public struct PersonChip: Part {
    public let name: String
    /// Unit, position or number.
    public let note: Phrase?
    public let target: URLText?

    public init(_ name: String, note: Phrase? = nil, target: URLText? = nil) {
        self.name = name
        self.note = note
        self.target = target
    }

    public var html: HTML {
        span(.class("person")) {
            Avatar(name)
            span(.class("person-words")) {
                if let target { a(.href(target)) { name } } else { span { name } }
                if let note {
                    " "
                    span(.class("hint")) { note }
                }
            }
        }
    }
}
