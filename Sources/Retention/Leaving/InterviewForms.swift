import Kernel
import Markup
import Organization
import Shell

/// Records an exit interview.
struct ExitInterviewForm: Form {
    static let heldOn = FormField("held_on", .day, LeavingWords.heldOn, isRequired: true)
    static let heldBy = FormField("held_by", .text(maximum: 100), LeavingWords.heldBy, isRequired: true)
    static let decision = FormField(
        "decision", .choice(ExitInterview.Decision.allCases.map { Choice($0.rawValue, $0.name) }),
        LeavingWords.decision, isRequired: true)
    static let mainReason = FormField(
        "main_reason", .choice(ExitInterview.reasons.map { Choice($0.rawValue, $0.name) }), LeavingWords.mainReason,
        isRequired: true)
    static let reasons = FormField(
        "reasons", .choices(ExitInterview.reasons.map { Choice($0.rawValue, $0.name) }), LeavingWords.otherReasons)
    static let keptBy = FormField(
        "kept_by", .lines(maximum: 2_000), Phrase(zh: "怎样才能留住？", en: "What would have kept them?"))
    static let improve = FormField(
        "improve", .lines(maximum: 2_000), Phrase(zh: "对公司和上级的建议", en: "What should be better?"))
    static let wouldReturn = FormField(
        "would_return", .choice(ExitInterview.Return.allCases.map { Choice($0.rawValue, $0.name) }),
        Phrase(zh: "将来是否愿意回来", en: "Would they come back?"))
    static let remark = FormField("remark", .lines(maximum: 2_000), LeavingWords.remark)
    static let fields = [heldOn, heldBy, decision, mainReason, reasons, keptBy, improve, wouldReturn, remark]

    let heldOn: Day
    let heldBy: String
    let decision: ExitInterview.Decision
    let mainReason: SeparationReason
    let otherReasons: [SeparationReason]
    let keptBy: String?
    let improve: String?
    let wouldReturn: ExitInterview.Return?
    let remark: String?

    init(_ input: inout FormInput) {
        (heldOn, heldBy) = (input.day("held_on") ?? .first, input.text("held_by"))
        decision = input.choice("decision") ?? .open
        let main: SeparationReason = input.choice("main_reason") ?? .unknown
        let others: [SeparationReason] = input.choices("reasons")
        for (field, some) in [("main_reason", [main]), ("reasons", others)]
        where some.contains(where: { !ExitInterview.reasons.contains($0) }) {
            input.refuse(field, Phrase(zh: "请从列出的选项中选择。", en: "Choose one of the options."))
        }
        mainReason = main
        otherReasons = SeparationReason.allCases.filter { others.contains($0) && $0 != main }
        (keptBy, improve) = (input.optionalText("kept_by"), input.optionalText("improve"))
        wouldReturn = input.choice("would_return")
        remark = input.optionalText("remark")
    }

    /// Filled with what was recorded.
    static func filled(_ interview: ExitInterview) -> FormState {
        var state = FormState([
            "held_on": interview.heldOn.iso, "held_by": interview.heldBy, "decision": interview.decision.rawValue,
            "main_reason": interview.mainReason?.rawValue ?? "", "kept_by": interview.keptBy ?? "",
            "improve": interview.improve ?? "", "would_return": interview.wouldReturn?.rawValue ?? "",
            "remark": interview.remark ?? "",
        ])
        state.values["reasons"] = interview.otherReasons.map(\.rawValue)
        return state
    }
}

/// Records a stay interview.
struct StayInterviewForm: Form {
    static let outlook = FormField(
        "outlook", .choice(StayInterview.Outlook.allCases.map { Choice($0.rawValue, $0.name) }), LeavingWords.outlook,
        isRequired: true)
    static let followUp = FormField(
        "follow_up_on", .day, LeavingWords.followUp,
        hint: Phrase(zh: "届时提醒面谈登记人。", en: "Whoever records this is reminded."))
    static let questions = StayInterview.Question.allCases.map {
        FormField($0.rawValue, .lines(maximum: 2_000), $0.words)
    }
    static let fields =
        [ExitInterviewForm.heldOn, ExitInterviewForm.heldBy] + questions + [
            outlook, followUp, ExitInterviewForm.remark,
        ]

    let heldOn: Day
    let heldBy: String
    let answers: [StayInterview.Answer]
    let outlook: StayInterview.Outlook
    let followUpOn: Day?
    let remark: String?

    init(_ input: inout FormInput) {
        (heldOn, heldBy) = (input.day("held_on") ?? .first, input.text("held_by"))
        var answers: [StayInterview.Answer] = []
        for question in StayInterview.Question.allCases {
            if let answer = input.optionalText(question.rawValue) {
                answers.append(StayInterview.Answer(question: question, answer: answer))
            }
        }
        self.answers = answers
        outlook = input.choice("outlook") ?? .unsure
        followUpOn = input.day("follow_up_on")
        remark = input.optionalText("remark")
        if let followUpOn, input.raw["held_on"] != nil, followUpOn < heldOn {
            input.refuse(
                "follow_up_on",
                Phrase(zh: "跟进日期早于面谈日期。请更正。", en: "It lies before the interview. Correct it."))
        }
    }

    static func filled(_ interview: StayInterview) -> FormState {
        var values = [
            "held_on": interview.heldOn.iso, "held_by": interview.heldBy, "outlook": interview.outlook.rawValue,
            "follow_up_on": interview.followUpOn?.iso ?? "", "remark": interview.remark ?? "",
        ]
        for answer in interview.answers { values[answer.question.rawValue] = answer.answer }
        return FormState(values)
    }
}

/// Decides whether somebody may be hired again.
struct RehireForm: Form {
    static let eligibility = FormField(
        "eligibility", .choice(RehireDecision.Eligibility.allCases.map { Choice($0.rawValue, $0.name) }),
        LeavingWords.rehire, isRequired: true)
    static let reason = FormField(
        "reason", .lines(maximum: 1_000), Phrase(zh: "理由", en: "Why"),
        hint: Phrase(zh: "写事实，不写评价；本人可以要求查看。", en: "Facts, not judgements; the person may ask to read it."),
        isRequired: true)
    static let fields = [eligibility, reason]

    let eligibility: RehireDecision.Eligibility
    let reason: String

    init(_ input: inout FormInput) {
        eligibility = input.choice("eligibility") ?? .conditional
        reason = input.text("reason")
    }
}
