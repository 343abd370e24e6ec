import Kernel

/// The coded reasons. A closed list, so that they can be counted over the years.
package enum SeparationReason: String, Sendable, Hashable, Codable, CaseIterable {
    case betterPay
    case career
    case manager
    case workload
    case content
    case commute
    case family
    case health
    case study
    case ownBusiness
    case culture
    case probationNotPassed
    case performance
    case misconduct
    case redundancy
    case notRenewedByEmployer
    case mutualAgreement
    case retirement
    case contractEnded
    case internshipEnded
    case groupTransfer
    case death
    case unknown

    /// The kind it belongs to.
    package var kind: SeparationKind {
        switch self {
        case .betterPay, .career, .manager, .workload, .content, .commute, .family, .health, .study, .ownBusiness,
            .culture:
            .voluntary
        case .probationNotPassed, .performance, .misconduct, .redundancy, .notRenewedByEmployer: .involuntary
        case .mutualAgreement, .retirement, .contractEnded, .internshipEnded, .groupTransfer, .death, .unknown: .other
        }
    }

    package var name: Phrase {
        switch self {
        case .betterPay: Phrase(zh: "薪酬福利", en: "Pay and benefits")
        case .career: Phrase(zh: "职业发展", en: "Career")
        case .manager: Phrase(zh: "与上级关系", en: "Relation to manager")
        case .workload: Phrase(zh: "工作强度", en: "Workload")
        case .content: Phrase(zh: "工作内容", en: "Content of the work")
        case .commute: Phrase(zh: "通勤距离", en: "Commute")
        case .family: Phrase(zh: "家庭原因", en: "Family")
        case .health: Phrase(zh: "健康原因", en: "Health")
        case .study: Phrase(zh: "继续深造", en: "Further study")
        case .ownBusiness: Phrase(zh: "自主创业", en: "Own business")
        case .culture: Phrase(zh: "企业文化", en: "Culture")
        case .probationNotPassed: Phrase(zh: "试用期不合格", en: "Probation not passed")
        case .performance: Phrase(zh: "不能胜任工作", en: "Performance")
        case .misconduct: Phrase(zh: "严重违纪", en: "Misconduct")
        case .redundancy: Phrase(zh: "经济性裁员", en: "Redundancy")
        case .notRenewedByEmployer: Phrase(zh: "公司不续签", en: "Not renewed by the company")
        case .mutualAgreement: Phrase(zh: "协商一致解除", en: "Mutual agreement")
        case .retirement: Phrase(zh: "退休", en: "Retirement")
        case .contractEnded: Phrase(zh: "合同到期终止", en: "Contract ended")
        case .internshipEnded: Phrase(zh: "实习结束", en: "Internship ended")
        case .groupTransfer: Phrase(zh: "集团内转移", en: "Moved within the group")
        case .death: Phrase(zh: "身故", en: "Death")
        case .unknown: Phrase(zh: "原因未知", en: "Unknown")
        }
    }
}
