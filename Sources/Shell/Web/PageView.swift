import Kernel
import Markup

/// What a view may know beside its model: who looks, where, on which day. Nothing that fetches.
package struct PageView: Sendable {
    /// Nil on pages for everyone.
    package let viewer: Viewer?
    package let language: Language
    package let today: Day
    package let path: String
    package let query: FormFields
    package let formToken: String

    package func can(_ capability: Capability) -> Bool { viewer?.can(capability) ?? false }

    /// The hidden field every POST form starts with.
    package var formMark: HTML { input(.type("hidden"), .name("token"), .value(formToken)) }

    /// The same for parts that make their own form.
    package var hidden: [HiddenField] { [HiddenField("token", formToken)] }

    /// This page with one parameter of its query changed, or dropped with nil.
    package func address(with name: String, _ value: String?) -> URLText {
        var fields = query
        fields.set(name, value)
        return URLText(fields.isEmpty ? path : path + "?" + fields.urlEncoded)
    }
}
