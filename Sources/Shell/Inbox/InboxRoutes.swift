import HTTPTypes
import Hummingbird
import Kernel
import SQL

enum InboxRoutes {
    static let pageLength = 50

    static let all: [Route] = [
        .page(
            "/inbox", .signedIn, Phrase(zh: "收件箱", en: "Inbox"),
            query: [
                FormField("done", .flag, Phrase(zh: "已处理", en: "Done")),
                FormField("before", .record, Phrase(zh: "在此编号之前", en: "Before this number")),
            ]
        ) { call in
            let (viewer, house) = (try call.viewer, call.house)
            let isDone = call.query["done"] == "yes"
            let before = call.query["before"].flatMap { ID<InboxNotice>($0) }
            return try await call.read { tx in try list(viewer, isDone: isDone, before: before, house, tx) }
        },
        // Opens what the notice is about, and notes that it was looked at.
        Route(
            .get, "/inbox/{id}", .signedIn, Phrase(zh: "打开一条通知", en: "Open a notice"), gives: .outcome
        ) { _, call in
            let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: InboxNotice.self))
            let link = try await call.write { tx in
                let link = try tx.value(
                    "select link from inbox_notices where id = \(id) and owner_id in \(viewer.inboxNumbers)",
                    as: String.self)
                guard let link else { throw Missing() }
                try tx.execute(
                    """
                    update inbox_notices set read_at = \(house.now)
                    where id = \(id) and owner_id in \(viewer.inboxNumbers) and read_at is null
                    """)
                return link
            }
            // Only places of this house: one slash, so that no other host can be meant.
            guard link.hasPrefix("/"), !link.hasPrefix("//"), !link.contains("\\") else { throw Missing() }
            return try call.response(Outcome(link))
        },
        .button("/inbox/{id}/done", .signedIn, Phrase(zh: "标为已处理", en: "Mark a notice done")) { call in
            let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: InboxNotice.self))
            try await call.write { tx in
                let changed = try tx.execute(
                    """
                    update inbox_notices set done_at = \(house.now), read_at = coalesce(read_at, \(house.now))
                    where id = \(id) and owner_id in \(viewer.inboxNumbers) and kind <> 'approval' and done_at is null
                    """)
                guard changed == 1 else { throw Missing() }
            }
            return Outcome("/inbox", Phrase(zh: "已标为处理完毕。", en: "Marked as done."))
        },
    ]

    static func list(
        _ viewer: Viewer, isDone: Bool, before: ID<InboxNotice>?, limit: Int = pageLength, _ house: House,
        _ tx: Transaction
    ) throws -> InboxPage {
        let after: Query = before.map { "and id < \($0)" } ?? .empty
        let state: Query = isDone ? "done_at is not null" : "done_at is null"
        let found = try tx.rows(
            """
            select id, kind, title_zh, title_en, detail_zh, detail_en, link, due, urgency, created_at, read_at
            from inbox_notices where owner_id in \(viewer.inboxNumbers) and \(state) \(after)
            order by id desc limit \(limit + 1)
            """
        ) { row in
            let (id, kind) = (try row.value(ID<InboxNotice>.self), try row.value(InboxNotice.Kind.self))
            let title = Phrase(zh: try row.value(), en: try row.value())
            let (detailZH, detailEN) = (try row.value(String?.self), try row.value(String?.self))
            return InboxPage.Item(
                id: id, kind: kind, title: title, detail: detailZH.map { Phrase(zh: $0, en: detailEN ?? $0) },
                link: try row.value(), due: try row.value(), urgency: try row.value(),
                when: house.clockText(try row.value()), isRead: try row.value(Instant?.self) != nil)
        }
        let shown = Array(found.prefix(limit))
        return InboxPage(items: shown, next: found.count > shown.count ? shown.last?.id : nil, isDone: isDone)
    }
}
