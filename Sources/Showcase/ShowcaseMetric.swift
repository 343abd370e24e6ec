import Kernel
import Retention
import Shell

/// The metrics of the demonstration company: weekly ones of sellers, monthly ones of everybody.
package enum ShowcaseMetric: String, Sendable, Hashable, CaseIterable {
    case trainingCompletion = "training_completion"
    case mentorRating = "mentor_rating"
    case sales
    case growth
    case visits
    case engagement
    case overtimeHours = "overtime_hours"
    case lateDays = "late_days"
    case commute = "commute_minutes"
    case luckyNumber = "lucky_number"

    package var code: String { rawValue }

    package var grain: FactGrain {
        switch self {
        case .trainingCompletion, .mentorRating, .sales, .growth, .visits: .week
        case .engagement, .overtimeHours, .lateDays, .commute, .luckyNumber: .month
        }
    }

    package var name: Phrase {
        switch self {
        case .trainingCompletion: Phrase(zh: "培训完成率", en: "Training completion")
        case .mentorRating: Phrase(zh: "导师评分", en: "Mentor rating")
        case .sales: Phrase(zh: "周销售额", en: "Weekly sales")
        case .growth: Phrase(zh: "业绩周增长率", en: "Weekly growth of sales")
        case .visits: Phrase(zh: "客户拜访次数", en: "Customer visits")
        case .engagement: Phrase(zh: "敬业度", en: "Engagement")
        case .overtimeHours: Phrase(zh: "加班小时", en: "Overtime hours")
        case .lateDays: Phrase(zh: "迟到天数", en: "Days late")
        case .commute: Phrase(zh: "单程通勤分钟数", en: "Commute in minutes")
        case .luckyNumber: Phrase(zh: "幸运数字", en: "Lucky number")
        }
    }

    package var unit: FactUnit {
        switch self {
        case .trainingCompletion, .growth: .share
        case .mentorRating, .engagement: .score
        case .sales: .money
        case .visits, .commute, .luckyNumber: .count
        case .overtimeHours: .hours
        case .lateDays: .days
        }
    }

    /// Digits behind the point.
    var digits: Int {
        switch self {
        case .growth: 4
        case .trainingCompletion: 2
        case .mentorRating, .engagement, .overtimeHours: 1
        case .sales, .visits, .lateDays, .commute, .luckyNumber: 0
        }
    }

    var scale: Double {
        switch digits {
        case 4: 10_000
        case 2: 100
        case 1: 10
        default: 1
        }
    }

    package var audience: FieldClass {
        switch self {
        case .trainingCompletion, .sales, .growth, .visits, .luckyNumber: .work
        case .mentorRating, .engagement, .overtimeHours, .lateDays, .commute: .personal
        }
    }

    package var basis: LegalBasis { self == .engagement || self == .commute ? .consent : .employment }

    package var better: Metric.Better {
        switch self {
        case .trainingCompletion, .mentorRating, .sales, .growth, .visits, .engagement: .higher
        case .overtimeHours, .lateDays: .lower
        case .commute, .luckyNumber: .none
        }
    }

    package var purpose: Phrase {
        switch self {
        case .trainingCompletion, .mentorRating:
            Phrase(zh: "及时发现需要辅导和培训支持的同事。", en: "To see in time who needs coaching and training.")
        case .sales, .growth, .visits:
            Phrase(zh: "了解业绩进展，调整目标和支持。", en: "To follow progress and adjust targets and support.")
        case .engagement: Phrase(zh: "改进团队氛围和管理方式。", en: "To improve how teams are led.")
        case .overtimeHours:
            Phrase(zh: "控制工作负荷，遵守每月 36 小时的上限。", en: "To keep workload within the limit of 36 hours a month.")
        case .lateDays: Phrase(zh: "排班和考勤管理。", en: "To plan shifts and attendance.")
        case .commute: Phrase(zh: "安排就近办公。", en: "To find a place of work nearby.")
        case .luckyNumber: Phrase(zh: "演示用：与任何事情都无关。", en: "For the demonstration: it has to do with nothing.")
        }
    }

    package static func of(_ grain: FactGrain) -> [ShowcaseMetric] { allCases.filter { $0.grain == grain } }

    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
