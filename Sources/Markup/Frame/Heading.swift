import Kernel

/// What a page begins with: the way back up and the one `h1`.
public protocol Heading: Part {
    /// Also the title of the browser's tab.
    var title: Phrase { get }
    var breadcrumbs: Breadcrumbs? { get }
}

/// The usual heading: title with count, a sentence if one is needed, up to two main actions.
public struct PageHead: Heading {
    public let title: Phrase
    /// Beside the title: "12,345 人".
    public let count: Phrase?
    public let note: Phrase?
    public let breadcrumbs: Breadcrumbs?
    public let actions: [PageAction]

    public init(
        _ title: Phrase, count: Phrase? = nil, note: Phrase? = nil, breadcrumbs: [Breadcrumbs.Step] = [],
        actions: [PageAction] = []
    ) {
        self.title = title
        self.count = count
        self.note = note
        self.breadcrumbs = breadcrumbs.isEmpty ? nil : Breadcrumbs(breadcrumbs, current: title)
        self.actions = actions
    }

    public var html: HTML {
        div(.class("page-head")) {
            div(.class("page-title")) {
                h1 {
                    title
                    if let count {
                        " "
                        span(.class("count")) { count }
                    }
                }
                if let note { p(.class("hint")) { note } }
            }
            if !actions.isEmpty { div(.class("page-actions")) { for action in actions { action } } }
        }
    }
}
