import Kernel
import Markup
import SQL

/// A list as one account wants to see it again: its filters, order and columns under a name.
package struct SavedView: Codable, Hashable, Sendable {
    package let id: ID<SavedView>
    package let name: String
    /// As it stands behind the `?` of the list's address.
    package let query: String
}

extension [SavedView] {
    /// The views above a list, with the way to keep the list as it is now.
    /// - Parameter usual: views every account has.
    package func tabs(_ view: PageView, list: String, usual: [(name: Phrase, query: FormFields)]) -> SavedViews {
        let now = view.listQuery.urlEncoded
        let current = first { $0.query == now }
        func target(_ query: String) -> URLText { URLText(query.isEmpty ? list : list + "?" + query) }
        let known = usual.map { entry -> SavedViews.View in
            let query = entry.query.urlEncoded
            return .init(entry.name, target(query), isCurrent: query == now)
        }
        let isKnown = current != nil || known.contains(where: \.isCurrent)
        return SavedViews(
            known + map { .init(Phrase(verbatim: $0.name), target($0.query), isCurrent: $0.query == now) },
            saving: isKnown
                ? nil : ("/views", view.hidden + [HiddenField("list", list), HiddenField("query", now)]),
            removal: current.map {
                SavedViews.removing(URLText("/views/\($0.id)/deletion"), hidden: view.hidden)
            })
    }
}
