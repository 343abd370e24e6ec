import Kernel
import Markup
import Shell

/// The form of a contest: one question, phone-sized.
struct ContestFormPage: PageModel {
    let target: Contests.Target
    let form: FormState

    var title: Phrase { Phrase(zh: "对“\(target.name.zh)”提出异议", en: "Contest “\(target.name.en)”") }
    var trail: [Crumb] { [MyRecordPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let value = target.value {
                p { Phrase(zh: "目前的记录：\(value.zh)", en: "What is recorded: \(value.en)") }
            }
            Markup.form(
                .method(.post), .action("/my-record/contests/new"), .class("stack")
            ) {
                view.formMark
                HiddenField("matter", target.matter.rawValue)
                if target.matter == .fact { HiddenField("code", target.code) }
                if let hit = target.hit { HiddenField("hit", String(hit)) }
                form.problemList
                form.part(ContestForm.words)
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "提交异议", en: "Send") }
                    a(.href("/my-record")) { Phrase(zh: "取消", en: "Cancel") }
                }
            }
        }
    }
}

/// One contest as its author sees it, and as HR answers it.
struct ContestPage: PageModel {
    let contest: Contest
    /// Whether the reader is the one to answer.
    let isForOffice: Bool
    let form: FormState

    var title: Phrase { Phrase(zh: "异议：\(contest.name.zh)", en: "Contest: \(contest.name.en)") }
    var trail: [Crumb] { [isForOffice ? ContestsPage.crumb : MyRecordPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            KeyValueList(entries(view))
            if isForOffice, contest.decision == nil { answerForm(view) }
            if isForOffice, contest.isExcluded {
                Notice(.warning, title: Phrase(zh: "该数据项已停止使用", en: "The fact is not in use")) {
                    p {
                        Phrase(
                            zh: "请在来源系统中更正，更正完成后恢复使用。", en: "Correct it where it comes from, then use it again.")
                    }
                    PageAction.post(
                        Phrase(zh: "已更正，恢复使用", en: "Corrected, use it again"),
                        URLText("/contests/\(contest.id)/correction"), hidden: view.hidden, look: .primary)
                }
            }
        }
    }

    private func entries(_ view: PageView) -> [KeyValueList.Entry] {
        let waiting = Phrase(zh: "尚未答复", en: "not answered yet")
        var entries: [KeyValueList.Entry] = []
        if isForOffice {
            entries.append(
                .init(
                    SignalWords.person,
                    .part(
                        PersonChip(
                            contest.person, note: Phrase(verbatim: contest.unit ?? contest.number),
                            target: URLText("/people/\(contest.subject)")))))
        }
        return entries + [
            .init(SignalWords.state, .part(ContestsPage.badge(contest, view.today))),
            .init(contest.matter.name, .words(contest.name)),
            .init(
                Phrase(zh: "当时的记录", en: "What was recorded"),
                contest.value.map { .words($0) } ?? .unknown(Phrase(zh: "没有数值", en: "no value"))),
            .init(Phrase(zh: "异议内容", en: "Objection"), .text(contest.words)),
            .init(Phrase(zh: "提出时间", en: "Raised"), .text(contest.raised)),
            .init(Phrase(zh: "答复期限", en: "Answer by"), .day(contest.due)),
            .init(ContestAnswerForm.decision.label, contest.decision.map { .words($0.name) } ?? .unknown(waiting)),
            .init(ContestAnswerForm.answer.label, contest.answer, unknown: waiting),
            .init(
                Phrase(zh: "答复人", en: "Answered by"),
                contest.answered.map { [contest.answeredBy, $0].compactMap { $0 }.joined(separator: " ") },
                unknown: waiting),
        ]
    }

    private func answerForm(_ view: PageView) -> HTML {
        section {
            h2 { Phrase(zh: "核实与答复", en: "Your answer") }
            Markup.form(
                .method(.post), .action(URLText("/contests/\(contest.id)/answer")), .class("stack")
            ) {
                view.formMark
                form.problemList
                Field(
                    id: "decision", label: ContestAnswerForm.decision.label,
                    problem: form.problems.first { $0.field == "decision" }?.problem, isRequired: true,
                    control: .radios(
                        Contest.Decision.choices(for: contest.matter).map { Choice($0.rawValue, $0.name) },
                        chosen: form.value("decision")))
                form.part(ContestAnswerForm.answer)
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "答复", en: "Answer") }
                    a(.href("/contests")) { Phrase(zh: "返回列表", en: "Back to the list") }
                }
            }
        }
    }
}

/// What HR has to answer, and what was answered.
struct ContestsPage: PageModel {
    let rows: [Contest]
    let next: ID<Contest>?
    let isAnswered: Bool

    static let crumb = Crumb(Phrase(zh: "员工异议", en: "Contests"), "/contests")
    var title: Phrase { Self.crumb.title }
    static var width: AppFrame.Width { .full }

    func content(_ view: PageView) -> HTML {
        HTML {
            Tabs([
                .init(Phrase(zh: "待答复", en: "To answer"), "/contests", isCurrent: !isAnswered),
                .init(Phrase(zh: "已答复", en: "Answered"), "/contests?answered=yes", isCurrent: isAnswered),
            ])
            ListPage(
                export: view.exports(of: "/contests"),
                table: DataTable(
                    id: "contests", caption: title,
                    columns: [
                        TableColumn(SignalWords.person), TableColumn(SignalWords.unit),
                        TableColumn(Phrase(zh: "异议", en: "About"), isOnCard: true),
                        TableColumn(Phrase(zh: "提出时间", en: "Raised")),
                        TableColumn(Phrase(zh: "答复期限", en: "Answer by"), isOnCard: true),
                        TableColumn(SignalWords.state),
                    ],
                    rows: rows.map { one in
                        TableRow(
                            [
                                .text(one.person), .text(one.unit ?? "—"), .words(one.name), .text(one.raised),
                                .day(one.due), TableCell { Self.badge(one, view.today) },
                            ], target: URLText("/contests/\(one.id)"))
                    }, phone: .twoLines, hidesCaption: true),
                pages: Pagination(previous: nil, next: next.map { view.address(with: "before", $0.description) }),
                empty: EmptyState(
                    title: isAnswered
                        ? Phrase(zh: "还没有答复过的异议", en: "Nothing was answered yet")
                        : Phrase(zh: "没有待答复的异议", en: "Nothing to answer"),
                    explanation: Phrase(
                        zh: "员工在“我的记录”中提出的异议会出现在这里。", en: "What people contest in “My record” appears here.")))
        }
    }

    static func badge(_ one: Contest, _ today: Day) -> StatusBadge {
        switch one.decision {
        case nil where one.isOverdue(on: today): StatusBadge(.bad, Phrase(zh: "逾期未答复", en: "Overdue"))
        case nil: StatusBadge(.running, Phrase(zh: "待答复", en: "To answer"))
        case .upheld: StatusBadge(.over, Phrase(zh: "维持记录", en: "Upheld"))
        case .wrong where one.isExcluded: StatusBadge(.attention, Phrase(zh: "有误，待更正", en: "Wrong, to be corrected"))
        case .wrong: StatusBadge(.good, Phrase(zh: "已更正", en: "Corrected"))
        case .withdrawn: StatusBadge(.good, Phrase(zh: "信号已撤销", en: "Signal withdrawn"))
        }
    }

    /// Of the exported list.
    static let columns: [ExportColumn<Contest>] = [
        .text(Phrase(zh: "工号", en: "Number")) { $0.number }, .text(SignalWords.person) { $0.person },
        .text(SignalWords.unit) { $0.unit }, .words(Phrase(zh: "对象", en: "About")) { $0.matter.name },
        .words(Phrase(zh: "异议", en: "Contest")) { $0.name }, .text(Phrase(zh: "内容", en: "Objection")) { $0.words },
        .text(Phrase(zh: "提出时间", en: "Raised")) { $0.raised }, .day(Phrase(zh: "答复期限", en: "Answer by")) { $0.due },
        .words(ContestAnswerForm.decision.label) { $0.decision?.name },
        .text(ContestAnswerForm.answer.label) { $0.answer },
        .text(Phrase(zh: "答复人", en: "Answered by")) { $0.answeredBy },
    ]
}
