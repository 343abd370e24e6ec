import Kernel
import Markup
import Shell

/// Somebody leaves: when, why, on what ground, and what it costs.
struct SeparationForm: Form {
    static let fields = [
        FormField(
            "last_day", .day, FieldName.lastDay, hint: Phrase(zh: "当天仍算在职。", en: "It still counts as worked."),
            isRequired: true),
        FormField(
            "notice_day", .day, Phrase(zh: "通知日期", en: "Notice given on"),
            hint: Phrase(zh: "员工或公司书面提出的日期。", en: "When either side gave notice in writing.")),
        FormField(
            "kind", .choice(SeparationKind.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "离职类型", en: "Kind"), isRequired: true),
        FormField(
            "separation_reason", .choice(SeparationReason.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "离职原因", en: "Reason"), isRequired: true),
        FormField(
            "ground", .choice(EndingGround.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "法律依据", en: "Legal ground"),
            hint: Phrase(zh: "决定是否支付经济补偿以及补偿标准。", en: "It decides about the compensation."), isRequired: true),
        FormField(
            "protections", .choices(ProtectionGround.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "员工是否属于以下情形", en: "Does any of this hold?")),
        FormField(
            "regret", .choice(Regret.Verdict.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "是否遗憾离职", en: "Regretted?"),
            hint: Phrase(
                zh: "不选时按规则：关键岗位或绩优员工主动离职为遗憾离职。",
                en: "Left open, the rule decides: voluntary leavers in key positions or among the best are regretted.")),
        FormField("best_rated", .flag, Phrase(zh: "最近一次绩效名列前茅", en: "Among the best at the last review")),
        FormField("note", .lines(maximum: 1_000), Phrase(zh: "离职面谈记录", en: "Notes of the exit interview")),
        FormField(
            "average_pay", .money, Phrase(zh: "离职前 12 个月平均工资", en: "Average pay of the last 12 months"),
            hint: Phrase(zh: "应发工资，含奖金和津贴。仅用于计算，不保存。", en: "Gross with bonus and allowances. Used here, not kept.")),
        FormField(
            "last_month_pay", .money, Phrase(zh: "上个月工资", en: "Last month's pay"),
            hint: Phrase(zh: "计算代通知金（+1）时需要。", en: "Needed for pay in lieu of notice (+1).")),
        FormField(
            "local_average", .money, Phrase(zh: "当地上年度职工月平均工资", en: "Local average pay, last year"),
            hint: Phrase(zh: "用于检查三倍封顶。", en: "To check the limit of three times the average.")),
        FormField("local_minimum", .money, Phrase(zh: "当地最低工资", en: "Local minimum wage")),
    ]

    let draft: Leaving.Draft
    let ground: EndingGround
    let averagePay: Money?
    let lastMonthPay: Money?
    let localAverage: Money?
    let localMinimum: Money?
    /// As it came, to show it again.
    let raw: FormFields

    init(_ input: inout FormInput) {
        raw = input.raw
        if input.raw["ground"] == nil { _ = input.text("ground") }
        ground = input.choice("ground") ?? .resignation
        for name in ["kind", "separation_reason"] where input.raw[name] == nil { _ = input.text(name) }
        var draft = Leaving.Draft(
            lastDay: input.day("last_day") ?? .first,
            kind: input.raw["kind"].flatMap { _ in input.choice("kind") } ?? .other)
        draft.noticeDay = input.day("notice_day")
        draft.reason = input.raw["separation_reason"].flatMap { _ in input.choice("separation_reason") }
        draft.ground = ground
        draft.regretByPeople = input.choice("regret")
        draft.isAmongBestRated = input.flag("best_rated")
        draft.note = input.optionalText("note")
        draft.protections = input.choices("protections")
        if let notice = draft.noticeDay, input.raw["last_day"] != nil, notice > draft.lastDay {
            input.refuse(
                "notice_day", Phrase(zh: "通知日期晚于最后工作日。请更正。", en: "It lies after the last day. Correct it."))
        }
        self.draft = draft
        (averagePay, lastMonthPay) = (input.money("average_pay"), input.money("last_month_pay"))
        (localAverage, localMinimum) = (input.money("local_average"), input.money("local_minimum"))
    }

    /// What is owed on that ground with the notice given; nil for nothing.
    var basis: Compensation.Basis? {
        NoticeRules.basis(ground, daysGiven: draft.noticeDay.map { draft.lastDay - $0 } ?? 0)
    }
}

/// Undoing a separation.
struct ReinstatementForm: Form {
    static let fields = [
        FormField("reason", .text(maximum: 200), Phrase(zh: "撤销原因", en: "Why"), isRequired: true)
    ]

    let reason: String

    init(_ input: inout FormInput) { reason = input.text("reason") }
}

/// A line of the checklist done, or open again.
struct ExitTaskForm: Form {
    static let fields = [FormField("done", .flag, Phrase(zh: "已完成", en: "Done"))]

    let isDone: Bool

    init(_ input: inout FormInput) { isDone = input.flag("done") }
}
