import Kernel
import Markup
import SQL
import Shell

/// Leaving: the form with its consequences before, the record with its checklist after.
struct SeparationPage: PageModel {
    let head: PersonHead
    /// Once somebody leaves.
    let record: Leaver?
    /// While nobody decided.
    let form: FormState?
    let review: SeparationReview?
    /// Pages of other rooms about the leaving of this person.
    let links: [SubjectLink.Offer]

    struct Leaver: Codable, Sendable {
        let lastDay: Day
        let noticeDay: Day?
        let kind: SeparationKind?
        let reason: SeparationReason?
        let ground: EndingGround?
        let regret: Regret.Verdict?
        let note: String?
        let tasks: [Leaving.TaskRow]
    }

    var title: Phrase { record == nil ? PersonStep.separate.name : Phrase(verbatim: head.row.name) }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading {
        record == nil ? head.formHeading(title) : head.recordHeading(.separation)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let record { shown(record, view) }
            if let form { decision(form, view) }
        }
    }

    // MARK: Before

    private func decision(_ form: FormState, _ view: PageView) -> HTML {
        let part = { (name: String) in form.part(SeparationForm.named(name), choices: Self.choices[name]) }
        return GroupedForm(
            state: form, action: head.path + "/separation", mark: view.formMark,
            groups: [
                .init(review == nil ? nil : Phrase(zh: "离职信息", en: "Leaving")) {
                    for name in ["last_day", "notice_day", "kind", "separation_reason", "ground", "protections"] {
                        part(name)
                    }
                },
                .init(Phrase(zh: "评价", en: "Assessment")) {
                    for name in ["regret", "best_rated", "note"] { part(name) }
                },
                .init(Phrase(zh: "经济补偿计算", en: "Compensation")) {
                    for name in ["average_pay", "last_month_pay", "local_average", "local_minimum"] { part(name) }
                },
            ], submit: Phrase(zh: "确认办理离职", en: "Confirm"), cancel: head.path, look: .destructive,
            check: (Phrase(zh: "下一步：核对费用", en: "Next: check the cost"), head.path + "/separation/review"),
            review: review?.html
        ).html
    }

    /// Lists that begin with nothing chosen, the reasons by kind.
    private static let choices: [String: [Choice]] = {
        let none = Choice("", Phrase(zh: "请选择", en: "Choose"))
        return [
            "kind": [none] + SeparationKind.allCases.map { Choice($0.rawValue, $0.name) },
            "separation_reason": [none]
                + SeparationReason.allCases.map {
                    Choice(
                        $0.rawValue,
                        Phrase(zh: "\($0.kind.name.zh)：\($0.name.zh)", en: "\($0.kind.name.en): \($0.name.en)"))
                },
            "ground": [none]
                + EndingGround.allCases.map { ground in
                    let basis = ground.compensation?.rawValue
                    return Choice(
                        ground.rawValue,
                        Phrase(
                            zh: ground.name.zh + (basis.map { "（\($0)）" } ?? "（无补偿）"),
                            en: ground.name.en + (basis.map { " (\($0))" } ?? " (nothing)")))
                },
            "regret": [Choice("", Phrase(zh: "按规则判断", en: "By the rule"))]
                + Regret.Verdict.allCases.map { Choice($0.rawValue, $0.name) },
        ]
    }()

    // MARK: After

    @HTMLBuilder private func shown(_ record: Leaver, _ view: PageView) -> HTML {
        head.tabBar(.separation)
        KeyValueList([
            .init(FieldName.lastDay, .day(record.lastDay)),
            .init(
                Phrase(zh: "通知日期", en: "Notice given on"),
                record.noticeDay.map { .day($0) } ?? .unknown(PersonWords.notGiven)),
            .init(
                Phrase(zh: "离职类型", en: "Kind"),
                record.kind.map { .words($0.name) } ?? .unknown(PersonWords.notGiven)),
            .init(
                Phrase(zh: "离职原因", en: "Reason"),
                record.reason.map { .words($0.name) } ?? .unknown(PersonWords.notGiven)),
            .init(
                Phrase(zh: "法律依据", en: "Legal ground"),
                record.ground.map { .words($0.name) } ?? .unknown(PersonWords.notGiven)),
            .init(
                Phrase(zh: "是否遗憾离职", en: "Regretted?"),
                record.regret.map { .words($0.name) } ?? .unknown(Phrase(zh: "未判断", en: "Not decided"))),
            .init(Phrase(zh: "离职面谈记录", en: "Notes"), record.note, unknown: PersonWords.notGiven),
        ])
        h2 { Phrase(zh: "离职手续", en: "Final checklist") }
        if record.tasks.isEmpty {
            p(.class("hint")) {
                Phrase(zh: "这条离职记录由导入产生，没有手续清单。", en: "This record was imported and has no checklist.")
            }
        } else {
            checklist(record, view)
        }
        div(.class("actions")) {
            a(.class("button"), .href(URLText(head.path + "/separation/certificate"))) {
                Phrase(zh: "离职证明", en: "Leaving certificate")
            }
            for link in links {
                a(.class("button"), .href(URLText(link.path))) { link.name }
            }
            if head.steps.contains(.reinstate) {
                a(.class("button"), .href(URLText(head.path + "/reinstatement"))) { PersonStep.reinstate.name }
            }
        }
    }

    private func checklist(_ record: Leaver, _ view: PageView) -> DataTable {
        DataTable(
            caption: Phrase(
                zh: "已完成 \(record.tasks.filter { $0.done != nil }.count)/\(record.tasks.count) 项",
                en: "\(record.tasks.filter { $0.done != nil }.count) of \(record.tasks.count) done"),
            columns: [
                TableColumn(FieldName.task), TableColumn(Phrase(zh: "最迟日期", en: "Due")),
                TableColumn(Phrase(zh: "完成情况", en: "Done")), TableColumn(Phrase(zh: "操作", en: "Action")),
                TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: record.tasks.map { row in
                TableRow([
                    .words(row.task.name), .day(row.due),
                    row.done.map { day in
                        .words(
                            Phrase(zh: "\(day) \(row.doneBy ?? "")", en: "\(day) \(row.doneBy ?? "")"))
                    } ?? .text("—"),
                    TableCell {
                        if head.steps.contains(.checklist) {
                            PageAction.post(
                                row.done == nil ? Phrase(zh: "完成", en: "Done") : Phrase(zh: "重新打开", en: "Open again"),
                                URLText("\(head.path)/separation/tasks/\(row.task.rawValue)"),
                                hidden: view.hidden + [HiddenField("done", row.done == nil ? "yes" : "")],
                                look: .quiet)
                        }
                    },
                    TableCell {
                        if row.done != nil {
                            StatusBadge(.good, Phrase(zh: "已完成", en: "Done"))
                        } else if row.due < view.today {
                            StatusBadge(.bad, Phrase(zh: "已逾期", en: "Overdue"))
                        } else {
                            StatusBadge(.planned, Phrase(zh: "待办理", en: "Open"))
                        }
                    },
                ])
            })
    }
}

extension SeparationPage {
    /// - Throws: ``Missing``, ``StaffRefusal/ownMatter``.
    static func load(
        _ person: ID<Person>, _ state: FormState?, review: SeparationReview? = nil, _ house: House, as viewer: Viewer,
        _ tx: Transaction
    ) throws -> SeparationPage {
        let today = house.today
        try Visibility.requireDecision(about: person, viewer, .editSeparations, tx)
        let head = try PersonHead.load(person, viewer, tx)
        let employment = try PersonStore.employments(of: person, tx).last
        if let employment, let last = employment.lastDay {
            let found = try PersonStore.separations(of: person, tx).first { $0.employment == employment.id }
            return SeparationPage(
                head: head,
                record: Leaver(
                    lastDay: last, noticeDay: found?.noticeDay, kind: found?.kind, reason: found?.reason,
                    ground: found?.ground, regret: found?.regret.verdict, note: found?.note,
                    tasks: found == nil ? [] : try Leaving.checklist(of: person, as: viewer, tx)),
                form: nil, review: nil,
                links: try house.links(about: person.subject, on: .separation, to: viewer, tx))
        }
        var form = state ?? FormState()
        if state == nil { form = FormState(try start(person, employment, today: today, as: viewer, tx)) }
        return SeparationPage(head: head, record: nil, form: form, review: review, links: [])
    }

    /// A month of notice from today, and what the record knows for the calculation. Pay only for those who see pay.
    private static func start(
        _ person: ID<Person>, _ employment: Employment?, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> [String: String] {
        let last = max(today.adding(months: 1), employment?.hireDay ?? today)
        let facts = try? Leaving.compensationFacts(of: person, lastDay: last, as: viewer, tx)
        let minimum = (employment?.workCity).flatMap { MinimumWage.of($0, on: last)?.monthly }
        return [
            "last_day": last.iso, "notice_day": today.iso, "average_pay": facts?.averagePay?.plain ?? "",
            "last_month_pay": facts?.lastMonthPay?.plain ?? "", "local_minimum": minimum?.plain ?? "",
        ]
    }
}
