import Kernel
import Markup

/// One receiver: what it is told, what was sent, and how it checks who sent it.
struct WebhookPage: PageModel {
    let endpoint: WebhookRow
    let events: [WebhookEvent]
    let state: WebhookDelivery.State?
    let deliveries: [WebhookDelivery]
    /// Where the next page goes on.
    let next: ID<Journal>?
    let attempts: Int

    static var width: AppFrame.Width { .full }
    var title: Phrase { Phrase(verbatim: endpoint.name) }
    var trail: [Crumb] { [WebhooksPage.crumb] }
    private var path: String { "/webhooks/\(endpoint.id)" }

    func heading(_ view: PageView) -> any Heading {
        RecordHeader(
            name: endpoint.name, identity: [HTML(endpoint.address)], state: endpoint.badge, breadcrumbs: trail.steps,
            actions: [
                .post(Phrase(zh: "发送测试消息", en: "Send a test"), URLText(path + "/trial"), hidden: view.hidden),
                .link(Phrase(zh: "修改", en: "Change"), URLText(path + "/edit")),
            ])
    }

    func content(_ view: PageView) -> HTML {
        RecordLayout(asideTitle: Phrase(zh: "如何校验签名", en: "Checking the signature")) {
            if !endpoint.isActive {
                Notice(.warning, title: Phrase(zh: "已暂停", en: "Paused")) {
                    p {
                        Phrase(zh: "新的事件会排队，恢复后按先后顺序发送。", en: "Events queue up and are sent in order once it resumes.")
                    }
                }
            }
            if endpoint.dead > 0 {
                Notice(
                    .bad,
                    title: Phrase(
                        zh: "\(endpoint.dead) 条消息发送 \(attempts) 次仍未送达", en: "\(endpoint.dead) messages were not taken")
                ) {
                    p {
                        Phrase(zh: "请先解决接收方的问题，再重新发送。", en: "Mend the receiver first, then send them again.")
                    }
                    PageAction.post(
                        Phrase(zh: "全部重新发送", en: "Send all again"), URLText(path + "/replay"), hidden: view.hidden)
                }
            }
            facts(view)
            h2 { Phrase(zh: "发送记录", en: "Deliveries") }
            Tabs(
                [tab(nil, Phrase(zh: "全部", en: "All"), nil)]
                    + [
                        tab(.waiting, WebhookDelivery.State.waiting.name, endpoint.waiting),
                        tab(.dead, WebhookDelivery.State.dead.name, endpoint.dead),
                        tab(.sent, WebhookDelivery.State.sent.name, nil),
                    ])
            list(view)
        } aside: {
            WebhookGuide().html
        }.html
    }

    private func tab(_ state: WebhookDelivery.State?, _ name: Phrase, _ count: Int?) -> Tabs.Tab {
        .init(
            name, URLText(path + (state.map { "?state=\($0.rawValue)" } ?? "")), isCurrent: state == self.state,
            count: count)
    }

    private func facts(_ view: PageView) -> HTML {
        HTML {
            KeyValueList([
                .init(Phrase(zh: "事件", en: "Events"), .words(names)),
                .init(
                    Phrase(zh: "最近送达", en: "Last delivered"), endpoint.lastSent,
                    unknown: Phrase(zh: "尚未送达过", en: "nothing yet")),
            ])
            div(.class("actions")) {
                PageAction.post(
                    endpoint.isActive ? Phrase(zh: "暂停", en: "Pause") : Phrase(zh: "恢复", en: "Resume"),
                    URLText(path + (endpoint.isActive ? "/pause" : "/resumption")), hidden: view.hidden)
                for question in WebhookQuestionPage.Question.allCases {
                    DecisionDialog(
                        id: "ask-" + question.rawValue,
                        open: .link(
                            question.title, URLText(path + "/" + question.rawValue),
                            look: question == .removal ? .destructive : .plain),
                        title: question.title,
                        confirm: .post(
                            question.title, URLText(path + "/" + question.rawValue), hidden: view.hidden,
                            look: .destructive)
                    ) { p { question.consequence } }
                }
            }
        }
    }

    private var names: Phrase {
        if endpoint.takesAll { return Phrase(zh: "所有事件", en: "All events") }
        let names = endpoint.events.map { code in events.first { $0.code == code }?.name ?? Phrase(verbatim: code) }
        return Phrase(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    private func list(_ view: PageView) -> HTML {
        ListPage(
            table: DataTable(
                id: "deliveries", caption: Phrase(zh: "发送记录", en: "Deliveries"),
                columns: [
                    TableColumn(Phrase(zh: "事件", en: "Event")), TableColumn(Phrase(zh: "发生时间", en: "Happened")),
                    TableColumn(Phrase(zh: "次数", en: "Attempts"), isNumber: true),
                    TableColumn(Phrase(zh: "对方的回答", en: "Answer")),
                    TableColumn(Phrase(zh: "下次发送或结束", en: "Next or ended")),
                    TableColumn(Phrase(zh: "状态", en: "State")), TableColumn(Phrase(zh: "操作", en: "Action")),
                ],
                rows: deliveries.map { delivery in
                    TableRow([
                        .words(delivery.event), .text(delivery.when), .count(delivery.attempts),
                        delivery.answer.map { .words($0) } ?? .text("—"), .text(delivery.then),
                        TableCell { delivery.badge },
                        TableCell {
                            if delivery.state != .waiting {
                                PageAction.post(
                                    Phrase(zh: "重新发送", en: "Send again"),
                                    URLText(path + "/deliveries/\(delivery.entry)/replay"), hidden: view.hidden,
                                    look: .quiet)
                            }
                        },
                    ])
                }, phone: .cards, hidesCaption: true),
            pages: Pagination(previous: nil, next: next.map { view.address(with: "before", $0.description) }),
            empty: EmptyState(
                title: Phrase(zh: "没有发送记录", en: "Nothing was sent yet"),
                explanation: Phrase(
                    zh: "所选事件发生后，每次发送都会列在这里。", en: "Each delivery is listed here once an event happens."))
        ).html
    }
}

extension WebhookDelivery {
    var badge: StatusBadge {
        switch state {
        case .waiting: StatusBadge(attempts > 0 ? .attention : .planned, state.name)
        case .sent: StatusBadge(.good, state.name)
        case .dead: StatusBadge(.bad, state.name)
        }
    }
}
