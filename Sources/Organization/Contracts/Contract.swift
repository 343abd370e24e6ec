import Kernel

/// A labour contract between a person and a company of the group.
package struct Contract: Hashable, Sendable {
    package let id: ID<Contract>
    package var person: ID<Person>
    package var employment: ID<Employment>
    /// The company that signs, when it is not the one of the unit.
    package var employer: ID<OrgUnit>?
    /// As printed on the paper.
    package var number: String?
    package var kind: ContractKind
    package var start: Day
    /// The agreed last day; nil for open-ended and task contracts.
    package var last: Day?
    package var signed: Day?
    /// How many contracts came directly before it.
    package var renewals: Int = 0
    /// The last day it really held, when it ended otherwise than agreed.
    package var ended: Day?

    /// The agreed days; nil when the last lies before the first.
    package var term: DayRange? { DayRange(start: start, end: last.map { $0 + 1 }) }

    /// Whole months of the agreed term; nil without an end.
    package var termMonths: Int? { term?.wholeMonths }

    /// The last day it holds, agreed or real.
    package var effectiveLast: Day? { [last, ended].compactMap { $0 }.min() }

    /// Whether it holds on that day.
    package func covers(_ day: Day) -> Bool { start <= day && effectiveLast.map { day <= $0 } ?? true }
}

/// Labour Contract Law arts. 12–15.
package enum ContractKind: String, Sendable, Hashable, Codable, CaseIterable {
    case fixed
    case openEnded = "open_ended"
    case task

    package var name: Phrase {
        switch self {
        case .fixed: Phrase(zh: "固定期限", en: "Fixed term")
        case .openEnded: Phrase(zh: "无固定期限", en: "Open-ended")
        case .task: Phrase(zh: "以完成一定工作任务为期限", en: "For a task")
        }
    }
}

extension Contract {
    /// Whether kind and days fit each other.
    package var findings: [LawFinding] {
        var found: [LawFinding] = []
        if let last, last < start {
            found.append(
                LawFinding(
                    code: "contract_ends_before_start", weight: .breach, article: .contractLaw("17"),
                    sentence: Phrase(
                        zh: "合同到期日 \(last) 早于起始日 \(start)。请更正日期。",
                        en: "The contract ends on \(last), before it starts on \(start). Correct the days.")))
        }
        if kind == .fixed, last == nil {
            found.append(
                LawFinding(
                    code: "fixed_without_end", weight: .breach, article: .contractLaw("13"),
                    sentence: Phrase(
                        zh: "固定期限合同必须约定终止日期。请填写到期日或改为无固定期限。",
                        en: "A fixed-term contract needs an agreed last day. Enter it or make it open-ended.")))
        }
        if kind == .openEnded, last != nil {
            found.append(
                LawFinding(
                    code: "open_ended_with_end", weight: .breach, article: .contractLaw("14"),
                    sentence: Phrase(
                        zh: "无固定期限合同不约定终止日期。请删去到期日或改为固定期限。",
                        en: "An open-ended contract has no last day. Remove it or make it fixed-term.")))
        }
        return found
    }
}
