import Kernel
import Markup
import SQL
import Shell

/// Risk programmes, as pieces of the room.
enum RetentionProgrammes {
    static let migrations: [Migration] = [.risk]
    static let capabilities: [Capability] = [.readRisk, .manageRisk]
    static let grants: [DefaultGrant] =
        DefaultGrant.each([.hr], .readRisk, .company, [.risk])
        + DefaultGrant.each([.manager], .readRisk, .line, [.risk])
        + DefaultGrant.each([.hr], .manageRisk)
    static let exports: [ListExport] = [.risk]
    static let jobs: [JobKind] = RiskJobs.all
    /// From the record only: pages on which somebody is confirmed, paid or dismissed know nothing of risk.
    static let links: [SubjectLink] = [
        SubjectLink(RiskWords.list, on: [.record], needs: .readRisk, path: { "/risk/\($0)" }) { person, viewer, tx in
            try tx.value(
                "select 1 from staff s where s.person_id = \(person) and \(RiskList.visible(viewer))", as: Int.self)
                != nil
        }
    ]
    static let menu: [MenuPage] = [
        MenuPage(RiskWords.list, path: "/risk", icon: .heart, needs: .readRisk, group: .analysis)
    ]

    static func routes() -> [Route] { RiskRoutes().all + exports.flatMap(\.routes) }
}
