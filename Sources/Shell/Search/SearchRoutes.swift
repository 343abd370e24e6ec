import HTTPTypes
import Hummingbird
import Kernel

enum SearchRoutes {
    /// How many of a kind the page shows, and the box below the field.
    static let (onPage, inBox) = (20, 5)

    private static let field = FormField("q", .text(maximum: 100), Phrase(zh: "关键词", en: "Search for"))

    /// What the box below the field shows, in the visitor's language.
    struct Suggestion: Codable, Sendable {
        let kind: String
        let title: String
        let detail: String?
        let target: String
    }

    static let all: [Route] = [
        .page("/search", .signedIn, Phrase(zh: "搜索", en: "Search"), query: [field]) { call in
            let text = text(call)
            return SearchPage(
                text: text, groups: try await Search.groups(text, limit: onPage, as: try call.viewer, call.house))
        },
        Route(
            .get, "/search/suggestions", .signedIn, Phrase(zh: "搜索建议", en: "Suggestions while typing"),
            query: [field], gives: .file("application/json")
        ) { _, call in
            let groups = try await Search.groups(text(call), limit: inBox, as: try call.viewer, call.house)
            return try call.json(
                groups.flatMap { group in
                    group.hits.map { hit in
                        Suggestion(
                            kind: group.name[call.language], title: hit.title[call.language],
                            detail: hit.detail?[call.language], target: hit.target)
                    }
                })
        },
    ]

    private static func text(_ call: Call) -> String { String((call.query["q"] ?? "").prefix(100)) }
}
