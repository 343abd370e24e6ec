import Kernel
import Markup
import SQL
import Shell

/// Undoing a separation: says what comes back and what is lost.
struct ReinstatementPage: PageModel {
    let head: PersonHead
    let lastDay: Day
    let form: FormState

    var title: Phrase { PersonStep.reinstate.name }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        HTML {
            Notice(.warning, title: Phrase(zh: "撤销 \(lastDay) 的离职", en: "Undo leaving on \(lastDay)")) {
                p {
                    Phrase(
                        zh: "任职、合同和薪酬恢复为最后工作日的状态；离职原因、面谈记录和手续清单会被删除，不能恢复。",
                        en: "Post, contract and pay go on as on the last day. Reason, notes and checklist are deleted "
                            + "and cannot be brought back.")
                }
            }
            GroupedForm(
                state: form, action: head.path + "/reinstatement", mark: view.formMark,
                groups: [.init(nil) { form.part(ReinstatementForm.named("reason"), choices: nil) }], submit: title,
                cancel: head.path + "/separation", look: .destructive)
        }
    }

    /// - Throws: ``Missing``, ``StaffRefusal``.
    static func load(
        _ person: ID<Person>, _ state: FormState, as viewer: Viewer, _ tx: Transaction
    ) throws -> ReinstatementPage {
        try Visibility.requireDecision(about: person, viewer, .editSeparations, tx)
        guard let last = try PersonStore.employments(of: person, tx).last?.lastDay else {
            throw StaffRefusal.notLeaving
        }
        return ReinstatementPage(head: try PersonHead.load(person, viewer, tx), lastDay: last, form: state)
    }
}
