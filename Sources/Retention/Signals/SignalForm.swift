import Foundation
import Kernel
import Markup
import Shell

/// Makes a signal or a new version of one.
struct SignalForm: Form {
    static let nameZH = FormField("name", .text(maximum: 50), Phrase(zh: "中文名称", en: "Chinese name"), isRequired: true)
    static let nameEN = FormField(
        "name_en", .text(maximum: 80), Phrase(zh: "英文名称", en: "English name"), isRequired: true)
    /// Its choices are the published facts.
    static let fact = FormField(
        "fact", .text(maximum: 100), SignalWords.fact,
        hint: Phrase(zh: "只能选择已公布的数据项。", en: "Published facts only."), isRequired: true)
    static let rule = FormField(
        "rule", .choice(SignalRule.Kind.allCases.map { Choice($0.rawValue, $0.name) }), SignalWords.rule,
        isRequired: true)
    static let threshold = FormField(
        "threshold", .text(maximum: 20), Phrase(zh: "阈值", en: "Threshold"),
        hint: Phrase(
            zh: "按数据项的单位填写：80% 可写作 80% 或 0.8；金额以元为单位；与本人过去比较时填写 z，通常为 2。",
            en: "In the unit of the fact: 80% or 0.8; money in yuan; a z for one's own past, usually 2."),
        isRequired: true)
    static let periods = FormField(
        "periods", .integer(1...26), Phrase(zh: "连续几个周期", en: "Periods in a row"),
        hint: Phrase(zh: "1 表示当时即触发。", en: "1 for at once."), isRequired: true)
    static let period = FormField(
        "period", .choice(FactGrain.allCases.map { Choice($0.rawValue, $0.name) }), Phrase(zh: "周期", en: "Period"),
        isRequired: true)
    static let window = FormField(
        "window_days", .integer(30...730), Phrase(zh: "与本人过去比较的窗口（天）", en: "Window of one's own past, days"),
        hint: Phrase(zh: "只用于与本人过去比较的规则，通常为 183 天。", en: "Only for rules about one's own past; usually 183."),
        isRequired: true)
    static let severity = FormField(
        "severity", .choice(Signal.Severity.allCases.map { Choice($0.rawValue, $0.name) }), SignalWords.severity,
        isRequired: true)
    static let purposeZH = FormField(
        "purpose", .text(maximum: 200), Phrase(zh: "用途（中文）", en: "Purpose in Chinese"),
        hint: Phrase(zh: "员工本人会看到这句话。", en: "The people it is about read this."), isRequired: true)
    static let purposeEN = FormField(
        "purpose_en", .text(maximum: 300), Phrase(zh: "用途（英文）", en: "Purpose in English"), isRequired: true)
    static let basis = FormField(
        "basis", .choice(LegalBasis.allCases.map { Choice($0.rawValue, $0.name) }), SignalWords.basis, isRequired: true)
    static let kept = FormField(
        "kept_months", .integer(1...60), Phrase(zh: "触发记录保存（月）", en: "Hits are kept, months"),
        hint: Phrase(zh: "不超过数据项本身的保存期限。", en: "Not longer than the fact itself."), isRequired: true)
    static let audience = FormField(
        "audience", .choice(FieldClass.allCases.map { Choice($0.rawValue, $0.name) }), SignalWords.audience,
        hint: Phrase(zh: "没有该类数据权限的人看不到。", en: "Only those who see this class of data see it."), isRequired: true)
    static let active = FormField("active", .flag, Phrase(zh: "启用", en: "In use"))
    static let remark = FormField(
        "remark", .text(maximum: 200), Phrase(zh: "修改原因", en: "Why"), isRequired: true)
    static let fields = [
        nameZH, nameEN, fact, rule, threshold, periods, period, window, severity, purposeZH, purposeEN, basis, kept,
        audience, active, remark,
    ]

    let name: Phrase
    let fact: String
    let rule: SignalRule
    let severity: Signal.Severity
    let purpose: Phrase
    let basis: LegalBasis
    let keptMonths: Int
    let audience: FieldClass
    let isActive: Bool
    let remark: String

    init(_ input: inout FormInput) {
        name = Phrase(zh: input.text("name"), en: input.text("name_en"))
        fact = input.text("fact")
        let kind = input.choice("rule", SignalRule.Kind.self) ?? .below
        let threshold = Self.threshold(&input)
        let periods = input.integer("periods") ?? 1
        let period = input.choice("period", FactGrain.self) ?? .week
        let window = input.integer("window_days") ?? 183
        rule = SignalRule(
            kind: kind, threshold: threshold, periods: kind.looksBack || kind == .daysUntil ? 1 : periods,
            period: period, windowDays: window)
        if kind.looksBack, window / period.days < SignalRule.leastPast {
            input.refuse("window_days", SignalRefusal.tooShort.explanation)
        }
        severity = input.choice("severity") ?? .medium
        purpose = Phrase(zh: input.text("purpose"), en: input.text("purpose_en"))
        basis = input.choice("basis") ?? .employment
        keptMonths = input.integer("kept_months") ?? 24
        audience = input.choice("audience") ?? .work
        isActive = input.flag("active")
        remark = input.text("remark")
    }

    private static func threshold(_ input: inout FormInput) -> Double {
        var text = input.text("threshold").replacingOccurrences(of: "％", with: "%")
        guard !text.isEmpty else { return 0 }
        let isPercent = text.hasSuffix("%")
        if isPercent { text = String(text.dropLast()).trimmingCharacters(in: .whitespaces) }
        text = text.replacingOccurrences(of: "−", with: "-").replacingOccurrences(of: ",", with: "")
        guard let number = Double(text), number.isFinite, abs(number) < 1e12 else {
            input.refuse("threshold", Phrase(zh: "请填写数字，例如 80% 或 7。", en: "Write a number, such as 80% or 7."))
            return 0
        }
        return isPercent ? number / 100 : number
    }

    /// - Parameter keptMonths: how long the fact itself is kept; hits are not kept longer.
    func signal(code: String, version: Int, keptMonths most: Int, unit: FactUnit) -> Signal {
        var rule = rule
        if unit == .money, !rule.kind.looksBack { rule.threshold = (rule.threshold * 100).rounded() }
        return Signal(
            code: code, version: version, name: name, fact: fact, rule: rule, severity: severity, purpose: purpose,
            basis: basis, keptMonths: min(keptMonths, most), audience: audience, isActive: isActive, remark: remark)
    }

    /// The form filled with a version.
    static func filled(_ signal: Signal, unit: FactUnit?) -> FormState {
        let isMoney = unit == .money && !signal.rule.kind.looksBack
        let threshold = isMoney ? signal.rule.threshold / 100 : signal.rule.threshold
        return FormState([
            "name": signal.name.zh, "name_en": signal.name.en, "fact": signal.fact,
            "rule": signal.rule.kind.rawValue, "threshold": plain(threshold),
            "periods": String(signal.rule.periods), "period": signal.rule.period.rawValue,
            "window_days": String(signal.rule.windowDays), "severity": signal.severity.rawValue,
            "purpose": signal.purpose.zh, "purpose_en": signal.purpose.en, "basis": signal.basis.rawValue,
            "kept_months": String(signal.keptMonths), "audience": signal.audience.rawValue,
            "active": signal.isActive ? "yes" : "",
        ])
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }
}
