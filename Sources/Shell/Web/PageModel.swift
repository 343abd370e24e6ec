import Kernel
import Markup

/// A page is what it says (its stored properties, which are also its JSON) and how it looks. It cannot fetch.
///
/// ```swift
/// struct UnitPage: PageModel {
///     let name: String
///     let headcount: Int
///     var title: Phrase { Phrase(verbatim: name) }
///     func content(_ view: PageView) -> HTML { … }
/// }
/// ```
package protocol PageModel: Codable, Sendable {
    /// The heading and the window's title.
    var title: Phrase { get }
    /// The way here, outermost first, without the page itself.
    var trail: [Crumb] { get }
    @HTMLBuilder func content(_ view: PageView) -> HTML
}

extension PageModel {
    package var trail: [Crumb] { [] }
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

/// What a view may know beside its model: who looks, where, on which day. Nothing that fetches.
package struct PageView: Sendable {
    /// Nil on pages for everyone.
    package let viewer: Viewer?
    package let language: Language
    package let today: Day
    package let path: String
    package let query: FormFields
    let formToken: String

    package func can(_ capability: Capability) -> Bool { viewer?.can(capability) ?? false }

    /// The hidden field every POST form starts with.
    package var formMark: HTML { input(.type("hidden"), .name("token"), .value(formToken)) }

    /// This page with one parameter of its query changed, or dropped with nil.
    package func address(with name: String, _ value: String?) -> URLText {
        var fields = query
        fields.set(name, value)
        return URLText(fields.isEmpty ? path : path + "?" + fields.urlEncoded)
    }
}
