import Kernel

/// The legal ground on which an employment ends: what it asks for and what it costs. Source: labour_rules.json,
/// *termination*.
package enum EndingGround: String, Sendable, Hashable, Codable, CaseIterable {
    case mutualEmployer = "mutual_employer_initiated"
    case mutualEmployee = "mutual_employee_initiated"
    case resignation
    case forcedResignation = "forced_resignation"
    case probationUnfit = "probation_unfit"
    case seriousBreach = "serious_breach"
    case medical
    case incompetent
    case objectiveChange = "objective_change"
    case layoff
    case expiryNotRenewed = "expiry_employer_not_renewing"
    case expiryRefused = "expiry_employee_refuses_same_or_better"
    case closure
    case unlawful

    /// The articles, as the source writes them.
    package var articles: String {
        switch self {
        case .mutualEmployer, .mutualEmployee: "36"
        case .resignation: "37"
        case .forcedResignation: "38"
        case .probationUnfit: "39(1)"
        case .seriousBreach: "39(2)-(6)"
        case .medical: "40(1)"
        case .incompetent: "40(2)"
        case .objectiveChange: "40(3)"
        case .layoff: "41"
        case .expiryNotRenewed: "44(1),46(5)"
        case .expiryRefused: "46(5)"
        case .closure: "44(4)-(5)"
        case .unlawful: "48,87"
        }
    }

    package var article: LawArticle { .contractLaw(articles) }

    /// What is owed; nil for nothing. Notice not given under art. 40 adds a month (``NoticeRules``).
    package var compensation: Compensation.Basis? {
        switch self {
        case .mutualEmployee, .resignation, .probationUnfit, .seriousBreach, .expiryRefused: nil
        case .unlawful: .double
        default: .plain
        }
    }

    /// Whether 30 days' notice may be replaced by a month's pay (art. 40).
    package var allowsPayInLieu: Bool { [.medical, .incompetent, .objectiveChange].contains(self) }

    /// Whether the protected of art. 42 may not be dismissed on it.
    package var isBarredForProtected: Bool { allowsPayInLieu || self == .layoff }

    package var kind: SeparationKind {
        switch self {
        case .mutualEmployee, .resignation, .forcedResignation, .expiryRefused: .voluntary
        case .closure: .other
        default: .involuntary
        }
    }

    package var name: Phrase {
        switch self {
        case .mutualEmployer: Phrase(zh: "协商一致（公司提出）", en: "Agreement, proposed by the company")
        case .mutualEmployee: Phrase(zh: "协商一致（员工提出）", en: "Agreement, proposed by the employee")
        case .resignation: Phrase(zh: "员工辞职", en: "Resignation")
        case .forcedResignation: Phrase(zh: "被迫解除（公司过错）", en: "Resignation for the company's fault")
        case .probationUnfit: Phrase(zh: "试用期不符合录用条件", en: "Unfit in probation")
        case .seriousBreach: Phrase(zh: "严重违纪等过失性解除", en: "Serious breach")
        case .medical: Phrase(zh: "医疗期满不能从事工作", en: "Unable to work after the medical period")
        case .incompetent: Phrase(zh: "不能胜任工作", en: "Incompetence")
        case .objectiveChange: Phrase(zh: "客观情况发生重大变化", en: "Major change of circumstances")
        case .layoff: Phrase(zh: "经济性裁员", en: "Layoff")
        case .expiryNotRenewed: Phrase(zh: "合同到期公司不续订", en: "Ended, not renewed by the company")
        case .expiryRefused: Phrase(zh: "合同到期员工拒绝同等条件续订", en: "Ended, employee refused equal or better terms")
        case .closure: Phrase(zh: "公司破产、关闭或解散", en: "Closure of the company")
        case .unlawful: Phrase(zh: "违法解除或终止", en: "Unlawful ending")
        }
    }

    /// What must be on file before the decision is served.
    package var evidence: [Phrase] {
        switch self {
        case .probationUnfit:
            [
                Phrase(zh: "员工签收的书面录用条件", en: "Written recruitment standard, acknowledged by the employee"),
                Phrase(zh: "对照录用条件、注明日期的考核", en: "Dated assessment against it"),
                Phrase(zh: "试用期结束前送达的决定", en: "Decision served before the probation ends"),
            ]
        case .seriousBreach:
            [
                Phrase(zh: "经民主程序制定并公示的规章制度", en: "Rule made by democratic procedure and published"),
                Phrase(zh: "违纪事实的证据", en: "Proof of the facts"),
                Phrase(zh: "已通知工会", en: "Union told"),
            ]
        case .incompetent:
            [
                Phrase(zh: "第一次考核不合格", en: "First failed assessment"),
                Phrase(zh: "培训或调整岗位", en: "Training or transfer"),
                Phrase(zh: "第二次考核不合格", en: "Second failed assessment"),
            ]
        case .objectiveChange:
            [
                Phrase(zh: "客观情况变化的说明", en: "The change"),
                Phrase(zh: "协商变更合同未达成一致的记录", en: "Failed negotiation of new terms"),
            ]
        default: []
        }
    }
}
