import HTTPTypes
import Kernel
import Markup
import SQL

@testable import Organization
@testable import Retention
@testable import Shell

/// Pages beside the pay of a person that leak the score, each in one way.
enum PlantedRisk: String, CaseIterable, Sendable {
    /// The control of the control: a page that leaks nothing.
    case nothing
    case number, driver, word, badge, link, data, file
    /// A model that could hold a score.
    case member

    /// Whether only the description of the interface gives it away, if anything does.
    var showsNothing: Bool { self == .nothing || self == .member }

    static let path = "/people/{id}/pay/outlook"

    var room: Room {
        var room = Room(name: "Planted")
        room.routes = [route]
        return room
    }

    private var route: Route {
        let (access, summary) = (Route.Access.needs(.readPeople), Phrase(verbatim: "Planted"))
        switch self {
        case .file:
            return Route(.get, Self.path, access, summary, gives: .file("text/csv")) { _, call in
                let score = try await Self.score(call)
                return try call.json(score.map { ["share": $0.probability ?? 0] } ?? [:])
            }
        case .member:
            return .page(Self.path, access, summary) { call in
                _ = try await Self.score(call)
                return MemberPage(riskTier: "")
            }
        default:
            return .page(Self.path, access, summary) { [self] call in
                OutlookPage(leak: self, score: try await Self.score(call).map { Told($0) })
            }
        }
    }

    private static func score(_ call: Call) async throws -> RiskScore? {
        let id = try call.id(of: Person.self)
        return try await call.read { tx in
            try RiskScores.latest(of: id.rawValue, programme: "employees", tx)
        }
    }

    /// A score in other words, so that no name of a member gives it away.
    struct Told: Codable, Sendable {
        let share: Double?
        let why: [String]

        init(_ score: RiskScore) {
            (share, why) = (score.probability, score.drivers.map(\.sentence.zh))
        }
    }

    struct OutlookPage: PageModel {
        let leak: PlantedRisk
        let share: Double?
        let why: [String]?
        let target: String?

        init(leak: PlantedRisk, score: Told?) {
            self.leak = leak
            share = leak == .data ? score?.share : nil
            why = leak == .driver ? score?.why : nil
            target = leak == .link ? "/risk/7" : nil
            number = leak == .number ? "\(score?.share ?? 0)" : ""
        }

        private let number: String
        var title: Phrase { Phrase(verbatim: "Outlook") }

        func content(_ view: PageView) -> HTML {
            HTML {
                p { number }
                for reason in why ?? [] { p { reason } }
                if leak == .word { p { Phrase(zh: "离职风险", en: "Risk of leaving") } }
                if leak == .badge { TierBadge(.veryHigh) }
                if let target { a(.href(URLText(target))) { "…" } }
            }
        }
    }

    struct MemberPage: PageModel {
        let riskTier: String
        var title: Phrase { Phrase(verbatim: "Outlook") }
        func content(_ view: PageView) -> HTML { HTML { p { "…" } } }
    }
}

extension PlantedRisk: Codable {}
