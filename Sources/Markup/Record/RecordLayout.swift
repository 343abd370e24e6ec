import Kernel

/// A record's content with its timeline beside it, below it on a phone.
public struct RecordLayout: Part {
    public let content: HTML
    public let aside: HTML
    /// Names the part beside the content.
    public let asideTitle: Phrase

    public init(
        asideTitle: Phrase, @HTMLBuilder content: () -> HTML, @HTMLBuilder aside: () -> HTML
    ) {
        self.asideTitle = asideTitle
        self.content = content()
        self.aside = aside()
    }

    public var html: HTML {
        div(.class("record")) {
            div(.class("record-main")) { content }
            section(.class("record-aside"), .aria("labelledby", "aside-title")) {
                h2(.id("aside-title")) { asideTitle }
                aside
            }
        }
    }
}
