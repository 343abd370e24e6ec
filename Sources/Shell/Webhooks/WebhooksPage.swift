import Kernel
import Markup

/// Who is told what happens here.
struct WebhooksPage: PageModel {
    let endpoints: [WebhookRow]
    let events: [WebhookEvent]

    static let crumb = Crumb(Phrase(zh: "Webhook", en: "Webhooks"), "/webhooks")
    static let new = Phrase(zh: "新增接收方", en: "Add a receiver")
    static var width: AppFrame.Width { .full }
    var title: Phrase { Self.crumb.title }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "把入职、调动、离职等事件通知其他系统。每次发送都有签名，失败会自动重试。",
                en:
                    "Tells other systems of hires, transfers and leavers. Every message is signed and tried again until taken."
            ),
            actions: [.link(Self.new, "/webhooks/new", look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        ListPage(
            table: DataTable(
                id: "webhooks", caption: title,
                columns: [
                    TableColumn(Phrase(zh: "接收方", en: "Receiver")), TableColumn(Phrase(zh: "地址", en: "Address")),
                    TableColumn(Phrase(zh: "事件", en: "Events")),
                    TableColumn(Phrase(zh: "最近送达", en: "Last delivered")),
                    TableColumn(Phrase(zh: "等待", en: "Waiting"), isNumber: true),
                    TableColumn(Phrase(zh: "已放弃", en: "Given up"), isNumber: true),
                    TableColumn(Phrase(zh: "状态", en: "State")),
                ],
                rows: endpoints.map { row in
                    TableRow(
                        [
                            .text(row.name), .text(row.address), .words(row.eventWords(events)),
                            row.lastSent.map { .text($0) } ?? .unknown(Phrase(zh: "尚未送达过", en: "nothing yet")),
                            .count(row.waiting), .count(row.dead), TableCell { row.badge },
                        ], target: URLText("/webhooks/\(row.id)"))
                }, phone: .twoLines, hidesCaption: true),
            empty: EmptyState(
                title: Phrase(zh: "还没有接收方", en: "There is no receiver yet"),
                explanation: Phrase(
                    zh: "添加工资、门禁、邮箱等系统的接收地址后，这里发生的事件会自动通知它们。",
                    en: "Add the address of payroll, door or mail systems and they are told what happens here.")
            ) {
                a(.class("button", "primary"), .href("/webhooks/new")) { Self.new }
            }
        ).html
    }
}

extension WebhookRow {
    var badge: StatusBadge {
        if !isActive { return StatusBadge(.over, Phrase(zh: "已暂停", en: "Paused")) }
        if dead > 0 { return StatusBadge(.bad, Phrase(zh: "有未送达", en: "Some given up")) }
        if waiting > 0 { return StatusBadge(.running, Phrase(zh: "发送中", en: "Sending")) }
        return StatusBadge(.good, Phrase(zh: "正常", en: "Well"))
    }

    func eventWords(_ known: [WebhookEvent]) -> Phrase {
        if takesAll { return Phrase(zh: "所有事件", en: "All events") }
        let names = events.map { code in known.first { $0.code == code }?.name ?? Phrase(verbatim: code) }
        guard names.count > 3 else {
            return Phrase(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
        }
        return Phrase(zh: "\(names.count) 种事件", en: "\(names.count) kinds of events")
    }
}
