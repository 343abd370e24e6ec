import Kernel
import Markup
import SQL
import Shell

extension Capability {
    package static let readInterviews = Capability(
        "interviews.read", Phrase(zh: "查看离职和留任面谈", en: "See exit and stay interviews"))
    package static let editInterviews = Capability(
        "interviews.edit", Phrase(zh: "登记离职和留任面谈", en: "Record exit and stay interviews"))
}

/// Interviews, hiring again and the board of reasons, as pieces of the room.
enum RetentionLeaving {
    static let migrations: [Migration] = [.interviews]
    static let capabilities: [Capability] = [.readInterviews, .editInterviews]
    static let grants: [DefaultGrant] =
        DefaultGrant.each([.hr], .readInterviews, .company, [.personal])
        + DefaultGrant.each([.hr], .editInterviews, .company, [.personal])
        + DefaultGrant.each([.executive], .readInterviews, .aggregates)
    static let reactions: [Reaction] = InterviewChanges.reactions
    static let exports: [ListExport] = [.leaving, .interviews]
    static let links: [SubjectLink] = [
        SubjectLink(
            Phrase(zh: "离职与留任", en: "Leaving and staying"), on: [.record, .separation], needs: .readInterviews,
            path: { "/people/\($0)/leaving" }
        ) { person, viewer, tx in
            try tx.value(
                "select 1 from staff s where s.person_id = \(person) and \(Interviews.visible(viewer))", as: Int.self)
                != nil
        }
    ]
    static let menu: [MenuPage] = [
        MenuPage(LeavingWords.board, path: "/leaving", icon: .chat, needs: .readInterviews, group: .analysis)
    ]
    static var routes: [Route] { LeavingRoutes.all + exports.flatMap(\.routes) }
}
