import Kernel
import Markup

/// What waits for one person.
struct InboxPage: PageModel {
    struct Item: Codable, Sendable {
        let id: ID<InboxNotice>
        let kind: InboxNotice.Kind
        let title: Phrase
        let detail: Phrase?
        let link: String
        let due: Day?
        let urgency: InboxNotice.Urgency
        let when: String
        let isRead: Bool
    }

    let items: [Item]
    /// The id the next page goes on from.
    let next: ID<InboxNotice>?
    let isDone: Bool

    var title: Phrase { Phrase(zh: "收件箱", en: "Inbox") }

    func heading(_ view: PageView) -> any Heading {
        PageHead(title, actions: [.link(InboxPreferencePage.words, "/inbox/preferences")])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            Tabs([
                .init(Phrase(zh: "待处理", en: "Open"), "/inbox", isCurrent: !isDone),
                .init(Phrase(zh: "已处理", en: "Done"), "/inbox?done=yes", isCurrent: isDone),
            ])
            ListPage(
                export: view.exports(isOwn: true),
                table: DataTable(
                    id: "inbox", caption: title,
                    columns: [
                        TableColumn(Phrase(zh: "事项", en: "What")), TableColumn(Phrase(zh: "说明", en: "Detail")),
                        TableColumn(Phrase(zh: "到期日", en: "Due")), TableColumn(Phrase(zh: "收到时间", en: "Since")),
                        TableColumn(Phrase(zh: "类型", en: "Kind")),
                    ] + (isDone ? [] : [TableColumn(Phrase(zh: "处理", en: "Action"))]),
                    rows: items.map { row($0, view) }, phone: .twoLines),
                pages: Pagination(previous: nil, next: next.map { view.address(with: "before", $0.description) }),
                empty: EmptyState(
                    title: isDone
                        ? Phrase(zh: "还没有处理过的事项", en: "Nothing was dealt with yet")
                        : Phrase(zh: "没有待处理的事项", en: "Nothing waits for you"),
                    explanation: Phrase(
                        zh: "审批、待办、提醒和到期提示会出现在这里。", en: "Approvals, tasks, alerts and reminders appear here.")))
        }
    }

    private func row(_ item: Item, _ view: PageView) -> TableRow {
        let state = TableCell {
            StatusBadge(item.urgency == .high ? .attention : item.isRead ? .over : .running, item.kind.name)
        }
        let action = TableCell {
            if item.kind.canBeDismissed {
                form(.method(.post), .action(URLText("/inbox/\(item.id)/done"))) {
                    view.formMark
                    button(.type("submit")) { Phrase(zh: "标为已处理", en: "Mark done") }
                }
            }
        }
        return TableRow(
            [
                .words(item.title), .words(item.detail ?? Phrase(verbatim: "")),
                item.due.map { .day($0) } ?? .text(""), .text(item.when), state,
            ] + (isDone ? [] : [action]), target: URLText("/inbox/\(item.id)"))
    }
}
