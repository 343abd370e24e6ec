import Kernel
import Markup

/// A page is what it says (its stored properties, which are also its JSON) and how it looks. It cannot fetch.
///
/// ```swift
/// struct UnitPage: PageModel {
///     let name: String
///     let headcount: Int
///     var title: Phrase { Phrase(verbatim: name) }
///     var trail: [Crumb] { [Crumb(Phrase(zh: "组织架构", en: "Org chart"), "/units")] }
///     func content(_ view: PageView) -> HTML { … }
/// }
/// ```
/// The frame writes the heading and the way here; `content` starts below them.
package protocol PageModel: Codable, Sendable {
    /// The heading and the window's title.
    var title: Phrase { get }
    /// The way here, outermost first, without the page itself.
    var trail: [Crumb] { get }
    /// What stands on top: a ``PageHead`` of title and trail unless the page says otherwise (a `RecordHeader`, actions, a count).
    func heading(_ view: PageView) -> any Heading
    /// Lists take all the width there is.
    static var width: AppFrame.Width { get }
    @HTMLBuilder func content(_ view: PageView) -> HTML
}

extension PageModel {
    package var trail: [Crumb] { [] }
    package static var width: AppFrame.Width { .page }

    package func heading(_ view: PageView) -> any Heading {
        PageHead(title, breadcrumbs: trail.steps)
    }
}

/// A page for those who have not signed in: no menu, one column.
package protocol BarePage: PageModel {
    /// A sentence below the heading.
    var note: Phrase? { get }
}

/// A page above this one.
package struct Crumb: Sendable {
    package let title: Phrase
    package let path: String

    package init(_ title: Phrase, _ path: String) {
        self.title = title
        self.path = path
    }
}

extension [Crumb] {
    /// For a heading of its own making.
    package var steps: [Breadcrumbs.Step] { map { Breadcrumbs.Step($0.title, URLText($0.path)) } }
}
