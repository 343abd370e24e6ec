import Kernel
import Markup
import SQL
import Shell

/// A post beside the primary one.
struct SecondPostForm: Form {
    static let roles: [AssignmentRole] = [.additional, .secondment]

    static let fields =
        [
            FormField(
                "role", .choice(roles.map { Choice($0.rawValue, $0.name) }), Phrase(zh: "方式", en: "Kind"),
                hint: Phrase(
                    zh: "兼岗：在主岗之外另任一岗。借调：一段时间内到其他部门工作，到期自动回到原岗位。",
                    en: "Additional: beside the primary post. Secondment: lent to another unit for some time."),
                isRequired: true)
        ] + PostPick.fields + [
            FormField(
                "share", .integer(1...100), Phrase(zh: "工时占比（%）", en: "Share of the working time (%)"),
                hint: Phrase(
                    zh: "各岗位合计不能超过 100%。借调时主岗相应减少。",
                    en: "All posts together stay within 100%. A secondment takes its share from the primary post."),
                isRequired: true),
            FormField("from", .day, Phrase(zh: "开始日期", en: "First day"), isRequired: true),
            FormField(
                "through", .day, Phrase(zh: "结束日期", en: "Last day"),
                hint: Phrase(zh: "借调必须填写。", en: "A secondment needs one.")),
            FormField("reason", .text(maximum: 200), PersonWords.reason),
        ]

    let role: AssignmentRole
    let pick: PostPick
    let share: Rate
    let days: DayRange
    let reason: String?

    init(_ input: inout FormInput) {
        role = input.choice("role") ?? .additional
        if !Self.roles.contains(role) { input.refuse("role", PersonWords.chooseOne) }
        pick = PostPick(&input)
        share = .percent(Int32(min(100, max(0, input.integer("share") ?? 0))))
        let (from, last) = (input.day("from") ?? .first, input.day("through"))
        if role == .secondment, input.raw["through"] == nil {
            input.refuse("through", Phrase(zh: "请填写借调结束日期。", en: "Enter the last day of the secondment."))
        }
        if let range = DayRange(start: from, end: last.map { $0 == .last ? $0 : $0 + 1 }) {
            days = range
        } else {
            days = DayRange(from: from)
            input.refuse("through", Phrase(zh: "结束日期早于开始日期。请更正。", en: "It lies before the first day. Correct it."))
        }
        reason = input.optionalText("reason")
    }
}

struct SecondPostPage: PageModel {
    let head: PersonHead
    let choices: PostChoices
    let form: FormState

    var title: Phrase { Phrase(zh: "兼岗或借调", en: "Second post or secondment") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        GroupedForm(
            state: form, action: head.path + "/posts/new", mark: view.formMark, groups: [.init(nil) { fields }],
            submit: Phrase(zh: "保存", en: "Save"), cancel: head.path + "/posts"
        ).html
    }

    @HTMLBuilder private var fields: HTML {
        part("role")
        choices.unitField(form, SecondPostForm.named("unit"))
        choices.positionField(form, SecondPostForm.named("position"))
        choices.levelField(form, SecondPostForm.named("level"))
        part("manager")
        part("share")
        part("from")
        part("through")
        part("reason")
    }

    private func part(_ name: String) -> Field { form.part(SecondPostForm.named(name), choices: nil) }

    /// - Throws: ``Missing``, ``StaffRefusal/ownMatter``.
    static func load(
        _ person: ID<Person>, _ state: FormState?, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> SecondPostPage {
        try Visibility.requireDecision(about: person, viewer, .movePeople, tx)
        return SecondPostPage(
            head: try PersonHead.load(person, viewer, tx),
            choices: try PostChoices.load(viewer, .movePeople, tx),
            form: state
                ?? FormState(["role": AssignmentRole.secondment.rawValue, "share": "100", "from": today.iso]))
    }
}
