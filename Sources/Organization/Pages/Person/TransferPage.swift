import Kernel
import Markup
import SQL
import Shell

/// Moving somebody: first what it would change, then the decision.
struct TransferPage: PageModel {
    let head: PersonHead
    let choices: PostChoices
    /// The unit of the post that is changed: it may stay, wherever it is.
    let unit: PostChoices.Entry?
    /// Days on which a change is planned already.
    let planned: [Day]
    /// Once it was checked.
    let review: TransferReview?
    let form: FormState

    var title: Phrase { Phrase(zh: "调动或晋升", en: "Transfer or promote") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        HTML {
            if !planned.isEmpty, review == nil {
                Notice(.warning, title: Phrase(zh: "已安排变更", en: "A change is planned already")) {
                    p {
                        Phrase(
                            zh: "已安排在 \(planned.map(\.iso).joined(separator: "、")) 变更任职。早于这些日期的变更须取代它们。",
                            en: "Planned for \(planned.map(\.iso).joined(separator: ", ")). An earlier change must "
                                + "replace it.")
                    }
                }
            }
            GroupedForm(
                state: form, action: head.path + "/transfer", mark: view.formMark,
                groups: [.init(nil) { fields }], submit: Phrase(zh: "确认变更", en: "Confirm the change"),
                cancel: head.path, check: (PersonWords.check, head.path + "/transfer/review"),
                review: review?.html(today: view.today))
        }
    }

    @HTMLBuilder private var fields: HTML {
        part("from")
        part("cause")
        choices.unitField(form, TransferForm.named("unit"), keeping: unit)
        choices.positionField(form, TransferForm.named("position"))
        choices.levelField(form, TransferForm.named("level"))
        part("manager")
        if !planned.isEmpty { part("replacing") }
        part("reason")
    }

    private func part(_ name: String) -> Field { form.part(TransferForm.named(name), choices: nil) }
}

extension TransferPage {
    /// - Throws: ``Missing``, ``StaffRefusal/ownMatter``.
    static func load(
        _ person: ID<Person>, _ state: FormState?, review: TransferReview? = nil, today: Day, as viewer: Viewer,
        _ tx: Transaction
    ) throws -> TransferPage {
        try Visibility.requireDecision(about: person, viewer, .movePeople, tx)
        let current = try CurrentPost.load(person, on: today, tx)
        var form = state ?? FormState()
        if state == nil {
            form = FormState([
                "from": max(today, current?.since ?? today).iso, "cause": AssignmentCause.transfer.rawValue,
                "unit": current?.post.unit.description ?? "", "position": current?.post.position?.description ?? "",
                "level": current?.post.level?.description ?? "", "manager": current?.manager?.text ?? "",
            ])
        }
        return TransferPage(
            head: try PersonHead.load(person, viewer, tx),
            choices: try PostChoices.load(viewer, .movePeople, held: current?.post, tx), unit: current?.unit,
            planned: current?.planned ?? [], review: review, form: form)
    }
}

/// The primary post of a day, or the first one to come, as forms begin with it.
struct CurrentPost: Sendable {
    let post: Post
    let since: Day
    let unit: PostChoices.Entry?
    let manager: ManagerLabel?
    /// When it changes again.
    let planned: [Day]

    static func load(_ person: ID<Person>, on day: Day, _ tx: Transaction) throws -> CurrentPost? {
        let all = try tx.rows(
            """
            select \(Assignment.columns) from assignments
            where person_id = \(person) and role = 'primary' and (ends_before is null or ends_before > \(day))
            order by starts_on
            """
        ) { row in try Assignment(&row) }
        guard let first = all.first else { return nil }
        let name = try tx.value("select names from unit_paths where unit_id = \(first.post.unit)", as: String.self)
        return CurrentPost(
            post: first.post, since: first.days.start,
            unit: name.map { PostChoices.Entry(id: first.post.unit.rawValue, name: $0) },
            manager: try first.post.manager.flatMap { try ManagerLabel.load($0, tx) },
            planned: all.dropFirst().map(\.days.start))
    }
}
