import Kernel
import Markup
import Shell

/// Another post from a day on: transfer, promotion, new manager.
struct TransferForm: Form {
    static let causes: [AssignmentCause] = [
        .transfer, .promotion, .demotion, .newManager, .reorganisation, .correction,
    ]

    static let fields =
        [
            FormField(
                "from", .day, FieldName.from,
                hint: Phrase(zh: "可以是将来的日期，到期自动生效。", en: "May lie ahead; it takes effect by itself."),
                isRequired: true),
            FormField(
                "cause", .choice(causes.map { Choice($0.rawValue, $0.name) }), Phrase(zh: "变更类型", en: "Kind"),
                isRequired: true),
        ] + PostPick.fields + [
            FormField(
                "replacing", .flag,
                Phrase(zh: "取代此后已安排的变更", en: "Replaces changes already planned for later days")),
            FormField("reason", .text(maximum: 200), PersonWords.reason),
        ]

    let from: Day
    let cause: AssignmentCause
    let pick: PostPick
    let replacing: Bool
    let reason: String?
    /// As it came, to show it again.
    let raw: FormFields

    init(_ input: inout FormInput) {
        raw = input.raw
        from = input.day("from") ?? .first
        cause = input.choice("cause") ?? .transfer
        if !Self.causes.contains(cause) { input.refuse("cause", PersonWords.chooseOne) }
        pick = PostPick(&input)
        replacing = input.flag("replacing")
        reason = input.optionalText("reason")
    }
}

extension FormState {
    /// What was sent, on a page that comes before the decision.
    init<F: Form>(_ raw: FormFields, of form: F.Type) {
        self.init()
        for field in F.fields { values[field.name] = raw.all(field.name) }
    }
}
