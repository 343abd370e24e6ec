import Kernel
import SQL

/// Asks every room at once.
enum Search {
    struct Group: Codable, Sendable {
        let code: String
        let name: Phrase
        let hits: [SearchHit]
        /// Where all of them are, when there may be more.
        let more: String?
    }

    static func groups(_ text: String, limit: Int, as viewer: Viewer, _ house: House) async throws -> [Group] {
        guard SearchWords.Typed(text) != nil else { return [] }
        let question = SearchQuestion(text: text, limit: limit, viewer: viewer)
        let sources = house.rooms.flatMap(\.search).filter { source in source.needs.map(viewer.can) ?? true }
        let found =
            sources.isEmpty
            ? []
            : try await house.database.read { tx in
                try sources.map { source -> Group in
                    let hits = try source.find(question, tx)
                    let more =
                        hits.count < limit ? nil : source.list.map { "\($0)?\(FormFields([("q", text)]).urlEncoded)" }
                    return Group(code: source.code, name: source.name, hits: hits, more: more)
                }
            }
        let pages = Group(
            code: "pages", name: Phrase(zh: "页面", en: "Pages"),
            hits: house.searchPages.find(text, limit: limit, as: viewer), more: nil)
        return (found + [pages]).filter { !$0.hits.isEmpty }
    }
}
