import Foundation
import Shell

/// Looks for anything of risk where somebody is decided about. A score says whom to look after first; it must not be a
/// step away from confirming, dismissing or paying anybody: not as words, not as numbers, not as a link, not in a file,
/// and not in what programs are given.
enum RiskGuard {
    /// The pages whose matter it is. Everything else is guarded.
    static let ownPlaces = ["/risk", "/signals", "/contests", "/my-record", "/facts"]

    /// Those that name pages, permissions, work and alerts of the whole application; of them only the values are guarded.
    /// `/analyses` is about sheets that somebody brought.
    static let speaking = [
        "/inbox", "/search", "/audit", "/jobs", "/roles", "/accounts", "/account", "/settings", "/openapi",
        "/openapi.json", "/webhooks", "/templates", "/analyses", "/samples", "/assets", "/imports", "/metrics",
    ]

    /// The first page of a record offers the pages of other rooms to those who may open them.
    static let offering = "/people/{id}"

    static func guards(_ route: Route) -> Bool { !stands(route.path, in: ownPlaces) }

    private static func speaks(_ route: Route) -> Bool { route.path == "/" || stands(route.path, in: speaking) }

    private static func stands(_ path: String, in places: [String]) -> Bool {
        places.contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    // MARK: Answers

    /// What of risk stands in an answer of a guarded route.
    static func found(in answer: Answer, of route: Route) throws -> [String] {
        let text = try Unpacked.text(of: answer)
        var found = values.filter(SearchedText(text).has).map { "the value \($0)" }
        guard !speaks(route) else { return found }
        let (words, links) = route.path == offering ? ([], []) : (self.words, self.links)
        let seen = SearchedText(main(of: text))
        for word in words where seen.has(word) { found.append("the words “\(word)”") }
        for link in links where seen.has(link) { found.append("the link \(link)") }
        return found
    }

    /// Scores and reasons of everybody, as they could be written.
    private static let values = MarkedPerson.everybody.flatMap { person in
        person.matters.filter { $0.matter == .risk || $0.matter == .measured || $0.matter == .snooze }.map(\.text)
    }

    private static let words = [
        "离职风险", "风险层级", "主要因素", "预警信号", "每 100 人约", "层级上升", "Risk of leaving", "Main drivers",
        "class=\"badge tier",
    ]

    /// As an address on a page and as a value in JSON.
    private static let links = ["\"/risk", "\"/signals", "\"/contests"]

    /// A page without its frame: menu and search lead everywhere from everywhere. Anything else whole.
    private static func main(of text: Data) -> Data {
        guard let start = text.range(of: Data("<main".utf8)),
            let end = text.range(of: Data("</main>".utf8), in: start.lowerBound..<text.endIndex)
        else { return text }
        return text[start.lowerBound..<end.upperBound]
    }

    // MARK: Models

    /// Members of a guarded model that are named for something of risk.
    static func members(of route: Route, _ schema: JSONSchema) -> [String] {
        guard guards(route), !speaks(route) else { return [] }
        // Of curves of staying: how many are still there to leave.
        return names(schema).filter { $0 != "atRisk" }.filter { name in
            let parts = name.replacing(#/[A-Z]/#) { "_" + $0.output.lowercased() }.split(separator: "_")
            return parts.contains { telling.contains(String($0)) }
        }
    }

    private static let telling: Set<String> = [
        "risk", "tier", "tiers", "probability", "score", "scores", "driver", "drivers", "signal", "signals", "hit",
        "hits",
    ]

    private static func names(_ schema: JSONSchema) -> [String] {
        switch schema {
        case .object(let properties): properties.flatMap { [$0.name] + names($0.schema) }
        case .list(let inner), .dictionary(let inner): names(inner)
        case .anyOf(let shapes): shapes.flatMap(names)
        default: []
        }
    }
}
