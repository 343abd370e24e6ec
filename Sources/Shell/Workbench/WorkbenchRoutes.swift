import Kernel
import SQL

enum WorkbenchRoutes {
    static let all: [Route] = [
        .page("/", .signedIn, Phrase(zh: "工作台", en: "Workbench"), page)
    ]

    @Sendable private static func page(_ call: Call) async throws -> WorkbenchPage {
        let (viewer, house, today) = (try call.viewer, call.house, call.today)
        let asked = WorkbenchQuestion(viewer: viewer, today: today, house: house)
        let cards = house.rooms.flatMap(\.workbench).filter { card in card.needs.map(viewer.can) ?? true }
        let waiting = try await house.inboxCounter.counts(of: viewer, house).total
        return try await call.read { tx in
            let inbox = try WorkbenchInbox.needs(of: viewer, tx)
            let parts = try cards.map { try $0.load(asked, tx) }
            let others = parts.flatMap(\.needs)
            return WorkbenchPage(
                today: today, name: viewer.name, needs: Array(WorkbenchInbox.sorted(inbox + others).prefix(7)),
                needCount: max(waiting, inbox.count) + others.count, figures: parts.flatMap(\.figures),
                trend: parts.lazy.compactMap(\.trend).first, changes: parts.flatMap(\.changes),
                links: parts.flatMap(\.links))
        }
    }
}

/// What of the inbox stands on the first page.
enum WorkbenchInbox {
    /// Approvals, tasks and days that come near; and alerts not looked at yet.
    static func needs(of viewer: Viewer, _ tx: Transaction) throws -> [WorkbenchNeed] {
        try tx.rows(
            """
            select id, kind, title_zh, title_en, detail_zh, detail_en, due, urgency from inbox_notices
            where owner_id in \(viewer.inboxNumbers) and done_at is null
                and (kind in ('approval', 'task') or read_at is null)
            order by urgency desc, due nulls last, id desc limit 7
            """
        ) { row in
            let (id, kind) = (try row.value(ID<InboxNotice>.self), try row.value(InboxNotice.Kind.self))
            let title = Phrase(zh: try row.value(), en: try row.value())
            let (zh, en) = (try row.value(String?.self), try row.value(String?.self))
            let (due, urgency) = (try row.value(Day?.self), try row.value(InboxNotice.Urgency.self))
            return WorkbenchNeed(
                title, detail: zh.map { Phrase(zh: $0, en: en ?? $0) }, due: due, isUrgent: urgency == .high,
                action: WorkbenchLink(kind.invitation, "/inbox/\(id)"))
        }
    }

    /// The urgent ones first, then by day; what has no day stands last.
    static func sorted(_ needs: [WorkbenchNeed]) -> [WorkbenchNeed] {
        needs.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.isUrgent != b.isUrgent { return a.isUrgent }
            switch (a.due, b.due) {
            case (let one?, let other?) where one != other: return one < other
            case (.some, nil): return true
            case (nil, .some): return false
            default: return left.offset < right.offset
            }
        }.map(\.element)
    }
}

extension InboxNotice.Kind {
    fileprivate var invitation: Phrase {
        switch self {
        case .approval: Phrase(zh: "去审批", en: "Decide")
        case .task: Phrase(zh: "去处理", en: "Deal with it")
        case .alert, .reminder: Phrase(zh: "查看", en: "Look")
        }
    }
}
