import Kernel
import Markup
import SQL
import Shell

/// The end of a probation.
struct ConfirmationForm: Form {
    static let fields = [
        FormField("day", .day, FieldName.confirmed, isRequired: true),
        FormField(
            "reason", .lines(maximum: 1_000), Phrase(zh: "评价", en: "Assessment"),
            hint: Phrase(zh: "写入审计日志。", en: "Kept in the audit log.")),
    ]

    let day: Day
    let reason: String?

    init(_ input: inout FormInput) {
        day = input.day("day") ?? .first
        reason = input.optionalText("reason")
    }
}

struct ConfirmationPage: PageModel {
    let head: PersonHead
    let hired: Day?
    let probationEnd: Day?
    let form: FormState

    var title: Phrase { Phrase(zh: "办理转正", en: "Confirm") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        HTML {
            KeyValueList([
                .init(FieldName.hireDay, hired.map { .day($0) } ?? .unknown(PersonWords.notGiven)),
                .init(
                    Phrase(zh: "试用期至", en: "Probation until"),
                    probationEnd.map { .day($0) } ?? .unknown(Phrase(zh: "没有试用期", en: "No probation"))),
            ])
            if let probationEnd { note(probationEnd - view.today, probationEnd) }
            GroupedForm(
                state: form, action: head.path + "/confirmation", mark: view.formMark,
                groups: [
                    .init(nil) {
                        form.part(ConfirmationForm.named("day"), choices: nil)
                        form.part(ConfirmationForm.named("reason"), choices: nil)
                    }
                ], submit: title, cancel: head.path)
        }
    }

    private func note(_ left: Int, _ end: Day) -> Notice {
        left >= 0
            ? Notice(.information, title: Phrase(zh: "试用期还剩 \(left) 天", en: "\(left) days of probation are left")) {
                p {
                    Phrase(
                        zh: "不符合录用条件的，须在 \(end) 前送达解除决定；同一单位只能约定一次试用期，不能延长后再约定。",
                        en: "A dismissal for being unfit must be served by \(end); a probation cannot be agreed twice.")
                }
            }
            : Notice(.warning, title: Phrase(zh: "试用期已过 \(-left) 天", en: "The probation ended \(-left) days ago")) {
                p {
                    Phrase(
                        zh: "试用期届满即视为转正，请补办。转正日期一般为试用期届满次日。",
                        en: "In law the person is confirmed already. Record the day after the end of the probation.")
                }
            }
    }

    /// - Throws: ``Missing``, ``StaffRefusal/ownMatter``.
    static func load(
        _ person: ID<Person>, _ state: FormState?, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> ConfirmationPage {
        try Visibility.requireDecision(about: person, viewer, .movePeople, tx)
        let employment = try PersonStore.employments(of: person, tx).last
        let proposed = employment?.probationEnd.map { $0 < today ? $0 + 1 : today } ?? today
        return ConfirmationPage(
            head: try PersonHead.load(person, viewer, tx), hired: employment?.hireDay,
            probationEnd: employment?.probationEnd, form: state ?? FormState(["day": proposed.iso]))
    }
}
