import Kernel
import Markup
import Shell

/// Raising a contest.
struct ContestForm: Form {
    static let words = FormField(
        "words", .lines(maximum: 2_000), Phrase(zh: "哪里有误，应当是什么？", en: "What is wrong, and what should it be?"),
        hint: Phrase(zh: "请尽量写明依据，例如日期、系统或经办人。", en: "Say what shows it: a day, a system, a person."),
        isRequired: true)
    static let fields = [
        FormField(
            "matter", .choice(Contest.Matter.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "对象", en: "About"), isRequired: true),
        FormField("code", .text(maximum: 100), SignalWords.fact), FormField("hit", .record, SignalWords.signal), words,
    ]

    let matter: Contest.Matter
    let code: String?
    let hit: Int64?
    let words: String

    init(_ input: inout FormInput) {
        matter = input.choice("matter") ?? .fact
        code = input.optionalText("code")
        hit = input.id("hit", of: SignalHits.Line.self)?.rawValue
        words = input.text("words")
    }
}

/// Answering one.
struct ContestAnswerForm: Form {
    static let decision = FormField(
        "decision", .choice(Contest.Decision.allCases.map { Choice($0.rawValue, $0.name) }),
        Phrase(zh: "决定", en: "Decision"), isRequired: true)
    static let answer = FormField(
        "answer", .lines(maximum: 2_000), Phrase(zh: "答复", en: "Answer"),
        hint: Phrase(zh: "员工本人会看到。请说明核实了什么、为什么。", en: "The person reads it. Say what you checked, and why."),
        isRequired: true)
    static let fields = [decision, answer]

    let decision: Contest.Decision
    let answer: String

    init(_ input: inout FormInput) {
        decision = input.choice("decision") ?? .upheld
        answer = input.text("answer")
    }
}
