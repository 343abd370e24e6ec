import Kernel
import Markup
import Organization
import SQL
import Shell

/// Everything about one person's leaving or staying: separation, interviews, hiring again.
struct LeaverPage: PageModel {
    struct StayLine: Codable, Sendable {
        let id: ID<StayInterview>
        let heldOn: Day
        let heldBy: String
        let outlook: StayInterview.Outlook
        let followUpOn: Day?
        let followedUpOn: Day?
    }

    let head: Interviews.Head
    let exits: [ExitInterview]
    let stays: [StayLine]
    let rehire: [RehireDecision]
    let mayEdit: Bool

    static func load(_ person: ID<Person>, _ viewer: Viewer, _ tx: Transaction) throws -> LeaverPage {
        let head = try Interviews.head(person, as: viewer, tx)
        let mayEdit = (try? Interviews.head(person, .editInterviews, as: viewer, tx)) != nil
        return LeaverPage(
            head: head, exits: try Interviews.exits(of: person, tx),
            stays: try Interviews.stays(of: person, tx).map {
                StayLine(
                    id: $0.id, heldOn: $0.heldOn, heldBy: $0.heldBy, outlook: $0.outlook, followUpOn: $0.followUpOn,
                    followedUpOn: $0.followedUpOn)
            }, rehire: try Interviews.rehire(of: person, tx), mayEdit: mayEdit)
    }

    var title: Phrase { Phrase(zh: "\(head.name)：离职与留任", en: "\(head.name): leaving and staying") }
    var trail: [Crumb] { [LeavingWords.boardTrail, LeavingWords.listTrail] }
    private var path: String { "/people/\(head.person)" }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, note: Phrase(verbatim: [head.number, head.unit].compactMap { $0 }.joined(separator: " · ")),
            breadcrumbs: trail.steps,
            actions: mayEdit
                ? [
                    .link(LeavingWords.exit, URLText(path + "/exit-interview"), look: .primary),
                    .link(LeavingWords.stay, URLText(path + "/stay-interview")),
                ] : [])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            section {
                h2 { Phrase(zh: "离职", en: "Separation") }
                separation(view)
            }
            section {
                h2 { LeavingWords.exit }
                exitTable
            }
            section {
                h2 { LeavingWords.stay }
                stayTable(view)
            }
            section {
                h2 { LeavingWords.rehire }
                rehireTable
                if mayEdit {
                    div(.class("actions")) {
                        a(.class("button"), .href(URLText(path + "/rehire"))) {
                            Phrase(zh: "登记可否再次录用", en: "Decide about hiring again")
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func separation(_ view: PageView) -> HTML {
        if let separation = head.separation {
            KeyValueList([
                .init(
                    Phrase(zh: "通知日期", en: "Notice given on"),
                    separation.noticeDay.map { .day($0) } ?? .unknown(LeavingWords.notGiven)),
                .init(Phrase(zh: "最后工作日", en: "Last day"), .day(separation.lastDay)),
                .init(Phrase(zh: "离职类型", en: "Kind"), .words(separation.kind.name)),
                .init(
                    Phrase(zh: "登记的原因", en: "Reason recorded"),
                    separation.reason.map { .words($0.name) } ?? .unknown(LeavingWords.notGiven)),
            ])
            if exits.first?.decision == .retained, exits.first?.separation == separation.id {
                Notice(.warning, title: Phrase(zh: "面谈结果为已挽留", en: "The interview says: retained")) {
                    p {
                        Phrase(
                            zh: "离职记录仍然有效。如员工确定留任，请撤销离职。",
                            en: "The separation still stands. Undo it if the person stays.")
                        if view.can(.editSeparations) {
                            " "
                            a(.href(URLText(path + "/reinstatement"))) { Phrase(zh: "撤销离职", en: "Undo leaving") }
                        }
                    }
                }
            }
            if view.can(.editSeparations) {
                div(.class("actions")) {
                    a(.class("button"), .href(URLText(path + "/separation"))) {
                        Phrase(zh: "离职手续与交接清单", en: "Checklist and hand-over")
                    }
                }
            }
        } else {
            p(.class("hint")) { Phrase(zh: "没有登记离职。", en: "No separation is recorded.") }
        }
    }

    private var exitTable: DataTable {
        DataTable(
            caption: LeavingWords.exit,
            columns: [
                TableColumn(LeavingWords.heldOn), TableColumn(LeavingWords.heldBy),
                TableColumn(LeavingWords.mainReason, isOnCard: true), TableColumn(LeavingWords.otherReasons),
                TableColumn(LeavingWords.decision),
            ],
            rows: exits.map { one in
                TableRow(
                    [
                        .day(one.heldOn), .text(one.heldBy),
                        one.mainReason.map { .words($0.name) } ?? .unknown(LeavingWords.notGiven),
                        one.otherReasons.isEmpty ? .text("—") : .words(.list(one.otherReasons.map(\.name))),
                        TableCell { ExitInterviewPage.badge(one.decision) },
                    ], target: URLText("/exit-interviews/\(one.id)"))
            }, phone: .twoLines, hidesCaption: true, empty: Phrase(zh: "还没有离职面谈。", en: "No exit interview yet."))
    }

    private func stayTable(_ view: PageView) -> DataTable {
        DataTable(
            caption: LeavingWords.stay,
            columns: [
                TableColumn(LeavingWords.heldOn), TableColumn(LeavingWords.heldBy),
                TableColumn(LeavingWords.followUp, isOnCard: true), TableColumn(LeavingWords.outlook),
            ],
            rows: stays.map { one in
                TableRow(
                    [
                        .day(one.heldOn), .text(one.heldBy),
                        one.followedUpOn != nil
                            ? .words(Phrase(zh: "已跟进", en: "followed up"))
                            : one.followUpOn.map { .day($0) } ?? .text("—"),
                        TableCell { StayInterviewPage.badge(one.outlook) },
                    ], target: URLText("/stay-interviews/\(one.id)"))
            }, phone: .twoLines, hidesCaption: true, empty: Phrase(zh: "还没有留任面谈。", en: "No stay interview yet."))
    }

    private var rehireTable: DataTable {
        DataTable(
            caption: LeavingWords.rehire,
            columns: [
                TableColumn(Phrase(zh: "日期", en: "Day")), TableColumn(Phrase(zh: "理由", en: "Why"), isOnCard: true),
                TableColumn(Phrase(zh: "决定人", en: "Decided by")), TableColumn(LeavingWords.decision),
            ],
            rows: rehire.map { one in
                TableRow([
                    .day(one.decidedOn), .text(one.reason), .text(one.decidedBy ?? "—"),
                    .words(one.eligibility.name),
                ])
            }, phone: .twoLines, hidesCaption: true,
            empty: Phrase(zh: "还没有决定可否再次录用。", en: "Nothing is decided about hiring again."))
    }
}
