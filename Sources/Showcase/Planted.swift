import Kernel

/// Every effect that was planted in the demonstration company, as numbers the simulation reads and words for whoever wants
/// to check what a forecast found.
///
/// The truth is a probability of giving notice, drawn every week for everybody who has not given it yet:
/// ``weekly`` times the factor of every ``Effect`` that holds; for a seller to whom all three conditions of the rule
/// apply it is ``ruleWeekly``. The last day follows ``notice`` later.
package enum Planted {
    /// The rule of the source, with its limits.
    package enum Rule {
        /// Training completion below this.
        package static let training = 0.80
        /// Mentor rating below this.
        package static let mentor = 7.0
        /// So many weeks in a row in which sales did not rise.
        package static let flatWeeks = 2

        package static let words = Phrase(
            zh: "销售人员培训完成率低于 80%，导师评分低于 7 分，且业绩连续两周零增长：多数人在 90 天内离职。",
            en:
                "A seller with training completion below 80 %, a mentor rating below 7 and two weeks without growth in sales: most leave within 90 days."
        )
    }

    /// A circumstance that changes the weekly probability.
    package enum Effect: String, Sendable, CaseIterable {
        case lowTraining, lowMentor, flatSales, newcomer, longService, longCommute, branch, overtime, lowPay
        case contractEnds, newManager

        package var factor: Double {
            switch self {
            case .lowTraining, .lowMentor, .flatSales: 1.25
            case .newcomer: 1.5
            case .longService: 0.7
            case .longCommute: 1.5
            case .branch: 1.25
            case .overtime: 1.3
            case .lowPay: 1.25
            case .contractEnds: 1.4
            case .newManager: 1.3
            }
        }

        package var words: Phrase {
            switch self {
            case .lowTraining: Phrase(zh: "培训完成率低于 80%（单独出现）", en: "Training completion below 80 %, alone")
            case .lowMentor: Phrase(zh: "导师评分低于 7 分（单独出现）", en: "Mentor rating below 7, alone")
            case .flatSales: Phrase(zh: "业绩连续两周零增长（单独出现）", en: "Two weeks without growth in sales, alone")
            case .newcomer: Phrase(zh: "入职不满 26 周", en: "Fewer than 26 weeks of service")
            case .longService: Phrase(zh: "司龄满三年", en: "Three years of service or more")
            case .longCommute: Phrase(zh: "单程通勤超过 60 分钟", en: "A commute of more than 60 minutes")
            case .branch:
                Phrase(
                    zh: "深圳分公司（混杂因素：当地通勤更长，带教也较弱）",
                    en: "Shenzhen branch (a confounder: commutes are longer and mentoring is weaker there)")
            case .overtime: Phrase(zh: "上月加班超过 36 小时", en: "More than 36 hours of overtime last month")
            case .lowPay: Phrase(zh: "薪资位于岗位薪级下四分之一", en: "Pay in the lowest quarter of the band")
            case .contractEnds: Phrase(zh: "合同在 60 天内到期", en: "Contract ends within 60 days")
            case .newManager: Phrase(zh: "90 天内更换过上级", en: "A new manager within 90 days")
            }
        }
    }

    /// The probability of giving notice in a week to which no effect applies: about 11 % a year.
    package static let weekly = 0.0022
    /// The same where the whole rule applies.
    package static let ruleWeekly = 0.16
    /// Without any effect: everybody, every week; about 21 % a year.
    package static let flatWeekly = 0.0045
    /// The share of fixed-term contracts that are not renewed at their end; none without effects.
    package static let notRenewed = 0.06
    /// Days from notice to the last day: three in probation; else one to thirty, because most are let go earlier.
    package static let notice = 1...30

    /// Facts that say nothing about who leaves. ``ShowcaseMetric/luckyNumber`` is the planted null: no cause of it, no
    /// consequence, drawn anew every month.
    package static let noise: [ShowcaseMetric] = [.luckyNumber, .lateDays, .visits]
    /// Follows from the conditions of the rule without an effect of its own: half a point less for each that applies.
    package static let proxies: [ShowcaseMetric] = [.engagement]

    /// Defects left in the records on purpose, as shares of the people concerned; nothing else is wrong with them.
    package enum Blemish {
        /// Without an emergency contact.
        package static let noEmergencyContact = 0.01
        /// Labour contracts signed later than a month after the hire day.
        package static let lateContract = 0.004
    }

    /// Values that come a week or two late, and values recorded wrong and corrected three weeks later.
    package static let lateValues = 0.015
    package static let correctedValues = 0.005
}
