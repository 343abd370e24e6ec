import Kernel

/// The head of a record: who or what it is, the line that tells it from others, its state, and what is done with it.
public struct RecordHeader: Heading {
    public let name: String
    /// Stands in place of the letters of the name.
    public let picture: URLText?
    /// Facts that identify: number, unit, position. A dot stands between them.
    public let identity: [HTML]
    public let state: StatusBadge?
    /// At most two; the rest belongs into ``more`` or into tabs.
    public let actions: [PageAction]
    /// What is done more rarely, in a menu behind the actions. Links only.
    public let more: [PageAction]
    public let breadcrumbs: Breadcrumbs?

    public var title: Phrase { Phrase(verbatim: name) }

    public init(
        name: String, picture: URLText? = nil, identity: [HTML] = [], state: StatusBadge? = nil,
        breadcrumbs: [Breadcrumbs.Step] = [], actions: [PageAction] = [], more: [PageAction] = []
    ) {
        self.name = name
        self.picture = picture
        self.identity = identity.filter { !$0.isEmpty }
        self.state = state
        self.actions = actions
        self.more = more
        self.breadcrumbs = breadcrumbs.isEmpty ? nil : Breadcrumbs(breadcrumbs, current: Phrase(verbatim: name))
    }

    public var html: HTML {
        div(.class("page-head", "record-head")) {
            Avatar(name, picture: picture)
            div(.class("page-title")) {
                h1 {
                    name
                    if let state {
                        " "
                        state
                    }
                }
                if !identity.isEmpty {
                    ul(.class("identity")) { for fact in identity { li { fact } } }
                }
            }
            if !actions.isEmpty || !more.isEmpty {
                div(.class("page-actions")) {
                    for action in actions { action }
                    if !more.isEmpty { menu }
                }
            }
        }
    }

    private var menu: HTML {
        details(.class("menu")) {
            summary(.class("button")) {
                Icon.more
                Words.moreActions
            }
            ul(.class("panel")) {
                for action in more { li { a(.href(action.target)) { action.words } } }
            }
        }
    }
}
