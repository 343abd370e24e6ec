import Kernel
import SQL

/// Something the search box finds things in: people, units, later customers. A room names its own in ``Room/search``.
package struct SearchSource: Sendable {
    /// `people`
    package let code: String
    package let name: Phrase
    /// Who may search it; nil for everybody signed in.
    package let needs: Capability?
    /// The list that shows everything found, with `?q=`; nil when there is none.
    package let list: String?
    /// At most one question; only what the viewer may see.
    let find: @Sendable (SearchQuestion, Transaction) throws -> [SearchHit]

    package init(
        _ code: String, _ name: Phrase, needs: Capability?, list: String? = nil,
        find: @escaping @Sendable (SearchQuestion, Transaction) throws -> [SearchHit]
    ) {
        (self.code, self.name, self.needs, self.find) = (code, name, needs, find)
        self.list = list
    }
}

/// What was typed, by whom, and how much is wanted.
package struct SearchQuestion: Sendable {
    package let text: String
    package let limit: Int
    package let viewer: Viewer
}

/// One thing found.
package struct SearchHit: Codable, Hashable, Sendable {
    package let title: Phrase
    /// What tells it from others of the same name.
    package let detail: Phrase?
    package let target: String

    package init(_ title: Phrase, detail: Phrase? = nil, target: String) {
        (self.title, self.detail, self.target) = (title, detail, target)
    }
}
