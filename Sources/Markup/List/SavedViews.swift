import Kernel

/// Filters kept under a name, as links above the list.
public struct SavedViews: Part {
    public struct View: Sendable {
        public let name: Phrase
        public let target: URLText
        public let isCurrent: Bool

        public init(_ name: Phrase, _ target: URLText, isCurrent: Bool = false) {
            self.name = name
            self.target = target
            self.isCurrent = isCurrent
        }
    }

    public let views: [View]
    /// Where the list as it is now is kept: posts `name` and the hidden fields.
    public let saving: (target: URLText, hidden: [HiddenField])?
    /// Removes the current view.
    public let removal: PageAction?

    public init(
        _ views: [View], saving: (target: URLText, hidden: [HiddenField])? = nil, removal: PageAction? = nil
    ) {
        self.views = views
        self.saving = saving
        self.removal = removal
    }

    public var html: HTML {
        div(.class("views")) {
            nav(.aria("label", Words.savedViews)) {
                ul {
                    for view in views {
                        li { a(.href(view.target), .aria("current", "page").when(view.isCurrent)) { view.name } }
                    }
                }
            }
            if let saving {
                details(.class("menu")) {
                    summary { Words.saveView }
                    form(.class("panel"), .method(.post), .action(saving.target)) {
                        for field in saving.hidden { field }
                        label(.for("view-name")) { Words.viewName }
                        input(.type("text"), .id("view-name"), .name("name"), .required(), .autocomplete("off"))
                        button(.type("submit"), .class("primary")) { Words.save }
                    }
                }
            }
            removal
        }
    }
}

extension SavedViews {
    /// For the usual way to delete a view: posts `hidden` to the target.
    public static func removing(_ target: URLText, hidden: [HiddenField] = []) -> PageAction {
        .post(Words.removeView, target, hidden: hidden, look: .quiet)
    }
}
