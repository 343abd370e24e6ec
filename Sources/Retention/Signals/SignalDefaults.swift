import Kernel
import Shell

/// The signals every company starts with: those of the sources for employees. Each names the facts that can feed it; while
/// none of them is published, it waits and says so.
struct SignalDefault: Sendable {
    let code: String
    let name: Phrase
    let rule: SignalRule
    let severity: Signal.Severity
    let purpose: Phrase
    let audience: FieldClass
    /// The codes of facts it can watch, the best first.
    let facts: [String]

    /// The signal over the first of its facts that is published; over the best one while none is. Its class is never
    /// looser than that of the fact.
    func signal(_ published: [String: PublishedFact]) -> Signal {
        let fact = facts.lazy.compactMap { published[$0] }.first
        return Signal(
            code: code, version: 1, name: name, fact: fact?.code ?? facts.first ?? "", rule: rule, severity: severity,
            purpose: purpose, basis: fact?.basis ?? .employment, keptMonths: min(24, fact?.keptMonths ?? 24),
            audience: fact.map { max($0.audience, audience) } ?? audience, isActive: true)
    }
}

extension SignalDefault {
    private init(
        _ code: String, _ name: Phrase, _ kind: SignalRule.Kind, _ threshold: Double, periods: Int = 1,
        per period: FactGrain = .week, _ severity: Signal.Severity, _ audience: FieldClass = .work, for purpose: Phrase,
        facts: [String]
    ) {
        self.init(
            code: code, name: name,
            rule: SignalRule(kind: kind, threshold: threshold, periods: periods, period: period), severity: severity,
            purpose: purpose, audience: audience, facts: facts)
    }

    private static let support = Phrase(
        zh: "及早发现需要帮助的员工，安排辅导或谈话", en: "To notice early who needs help, and offer coaching or a talk")
    private static let growth = Phrase(
        zh: "及早发现业绩停滞，调整目标或提供支持", en: "To notice stalled results early and adjust targets or help")
    private static let load = Phrase(
        zh: "避免过度劳累，安排工作量复核", en: "To prevent overload and review the workload")
    private static let fairness = Phrase(
        zh: "发现薪酬或发展机会落后的情况，及时复核", en: "To notice pay or prospects falling behind, and review them")
    private static let term = Phrase(
        zh: "按时作出合同或转正决定，避免遗漏", en: "To decide on contracts and probation in time")
    private static let ties = Phrase(
        zh: "了解员工的感受和参与情况，及时沟通", en: "To learn how people feel about work, and talk in time")

    static let all: [SignalDefault] = learning + results + time + career + voice + ends

    private static let learning = [
        SignalDefault(
            "training_completion_low", Phrase(zh: "培训完成率偏低", en: "Low training completion"), .below, 0.8, .medium,
            for: support, facts: ["m_training_completion_last"]),
        SignalDefault(
            "mentor_rating_low", Phrase(zh: "导师评分偏低", en: "Low mentor rating"), .below, 7, .medium,
            for: support, facts: ["m_mentor_rating_last"]),
    ]

    private static let results = [
        SignalDefault(
            "growth_flat", Phrase(zh: "业绩连续两周零增长", en: "Two weeks without growth"), .atLeast, 2, .high,
            for: growth, facts: ["m_sales_flat", "m_performance_flat", "m_weekly_sales_flat"]),
        SignalDefault(
            "quality_down", Phrase(zh: "质量下降", en: "Quality down"), .below, -0.1, .medium, for: support,
            facts: ["m_quality_change"]),
        SignalDefault(
            "efficiency_down", Phrase(zh: "效率下降", en: "Efficiency down"), .below, -0.1, .medium, for: support,
            facts: ["m_efficiency_change"]),
        SignalDefault(
            "commission_falling", Phrase(zh: "佣金连续三个月下降", en: "Commission falling for three months"), .below, 0,
            periods: 3, per: .month, .medium, .pay, for: growth, facts: ["m_commission_change"]),
    ]

    private static let time = [
        SignalDefault(
            "leave_unusual", Phrase(zh: "请假异常增多", en: "Unusually frequent leave"), .ownHigh, 2, .medium, .personal,
            for: support, facts: ["m_leave_days_last", "m_leave_last"]),
        SignalDefault(
            "late_streak", Phrase(zh: "连续迟到或缺勤", en: "Late or absent in a row"), .atLeast, 1, periods: 2, .medium,
            for: support, facts: ["m_late_days_last", "m_late_last", "m_absence_days_last"]),
        SignalDefault(
            "overtime_high", Phrase(zh: "月加班超过 36 小时", en: "More than 36 hours of overtime a month"), .above, 36,
            per: .month, .high, for: load, facts: ["m_overtime_hours_last", "m_overtime_last"]),
        SignalDefault(
            "attendance_down", Phrase(zh: "会议和活动参与下降", en: "Fewer meetings and activities"), .below, -0.2, .low,
            for: ties, facts: ["m_meeting_attendance_change", "m_activity_attendance_change"]),
        SignalDefault(
            "project_down", Phrase(zh: "长期项目参与下降", en: "Less part in long projects"), .below, -0.2, .low,
            for: ties, facts: ["m_project_involvement_change"]),
    ]

    private static let career = [
        SignalDefault(
            "pay_behind", Phrase(zh: "薪酬低于市场中位数 15% 以上", en: "Pay more than 15 % under the market median"), .below,
            0.85, .high, .pay, for: fairness, facts: ["m_market_ratio_last"]),
        SignalDefault(
            "no_promotion", Phrase(zh: "三年未晋升", en: "No promotion for three years"), .atLeast, 36, .low,
            for: fairness, facts: ["months_since_promotion"]),
        SignalDefault(
            "manager_changes", Phrase(zh: "12 个月内两次更换上级", en: "Two changes of manager in 12 months"), .atLeast, 2,
            .medium, for: support, facts: ["manager_changes_12m"]),
    ]

    private static let voice = [
        SignalDefault(
            "engagement_down", Phrase(zh: "敬业度下降", en: "Engagement down"), .below, -0.1, .medium, .personal,
            for: ties, facts: ["m_engagement_change", "m_two_years_change"]),
        SignalDefault(
            "check_in_bad", Phrase(zh: "关怀回访未答或评价差", en: "Check-in missed or answered badly"), .below, 3, .medium,
            .personal, for: ties, facts: ["m_check_in_last"]),
    ]

    private static let ends = [
        SignalDefault(
            "contract_ending", Phrase(zh: "合同即将到期", en: "Contract ends soon"), .daysUntil, 60, .medium, for: term,
            facts: ["contract_days_left"]),
        SignalDefault(
            "probation_ending", Phrase(zh: "试用期即将结束", en: "Probation ends soon"), .daysUntil, 14, .medium, for: term,
            facts: ["probation_days_left"]),
    ]
}
