import Kernel

/// The final checklist. Rule L-11; Labour Contract Law art. 50; Interim Wage Payment Regulation art. 9.
package enum ExitTask: String, Sendable, Hashable, Codable, CaseIterable {
    case handOver
    case assets
    case accounts
    case finalPay
    case certificate
    case compensation
    case socialInsurance

    package var name: Phrase {
        switch self {
        case .handOver: Phrase(zh: "工作交接", en: "Hand-over of work")
        case .assets: Phrase(zh: "归还物品", en: "Return of equipment")
        case .accounts: Phrase(zh: "停用账号和门禁", en: "Closing of accounts and door access")
        case .finalPay: Phrase(zh: "结清工资和未休年假", en: "Final pay and unused leave")
        case .certificate: Phrase(zh: "出具离职证明", en: "Leaving certificate")
        case .compensation: Phrase(zh: "支付经济补偿", en: "Payment of compensation")
        case .socialInsurance: Phrase(zh: "转移档案和社会保险关系", en: "Transfer of file and social insurance")
        }
    }

    /// The last day to do it: the file moves within 15 days, everything else by the last day.
    package func due(lastDay: Day) -> Day { self == .socialInsurance ? lastDay + 15 : lastDay }

    /// What applies: compensation only when some is owed.
    package static func list(compensationOwed: Bool) -> [ExitTask] {
        allCases.filter { $0 != .compensation || compensationOwed }
    }
}
