import Kernel

/// How long a probation may be, and what it costs when it was longer. Labour Contract Law arts. 19, 70, 83; rules L-2,
/// L-4.
package enum ProbationRules {
    /// The most months a probation may last; 0 when none may be agreed.
    ///
    /// Exactly one year is in the two-month class, exactly three years in the six-month class.
    ///
    /// - Parameter termMonths: whole months of a fixed term.
    package static func limitMonths(_ kind: ContractKind, termMonths: Int?, partTime: Bool = false) -> Int {
        if partTime { return 0 }
        switch kind {
        case .task: return 0
        case .openEnded: return 6
        case .fixed:
            switch termMonths ?? 0 {
            case ..<3: return 0
            case ..<12: return 1
            case ..<36: return 2
            default: return 6
            }
        }
    }

    /// The last day of a probation of so many months; nil for none.
    package static func lastDay(from start: Day, months: Int) -> Day? {
        months > 0 ? start.adding(months: months) - 1 : nil
    }

    /// A probation that somebody wants to agree.
    package struct Proposal: Hashable, Sendable {
        package var kind: ContractKind
        package var employmentKind: EmploymentKind = .full
        package var start: Day
        /// The agreed last day of the contract.
        package var contractLast: Day?
        package var probationLast: Day
        /// The last day of a probation this person already had with this employer.
        package var earlierProbation: Day?
    }

    /// Everything wrong with it.
    package static func findings(_ proposal: Proposal) -> [LawFinding] {
        var found: [LawFinding] = []
        let term = DayRange(start: proposal.start, end: proposal.contractLast.map { $0 + 1 })
        let limit = limitMonths(
            proposal.kind, termMonths: term?.wholeMonths, partTime: !proposal.employmentKind.allowsProbation)
        if let last = lastDay(from: proposal.start, months: limit) {
            if proposal.probationLast > last { found.append(tooLong(proposal, limit, last)) }
        } else {
            found.append(notAllowed(proposal))
        }
        if let earlier = proposal.earlierProbation {
            found.append(
                LawFinding(
                    code: "probation_twice", weight: .breach, article: .contractLaw("19"),
                    sentence: Phrase(
                        zh: "该员工在本单位已有过试用期（至 \(earlier)），同一单位与同一劳动者只能约定一次。请不再约定试用期。",
                        en: "This person already had a probation here (until \(earlier)); "
                            + "an employer may agree one only once. Leave it out.")))
        }
        if let contractLast = proposal.contractLast, proposal.probationLast >= contractLast, limit > 0 {
            found.append(
                LawFinding(
                    code: "probation_fills_term", weight: .breach, article: .contractLaw("19"),
                    sentence: Phrase(
                        zh: "合同期（至 \(contractLast)）不长于试用期，视为没有试用期。请延长合同期或缩短试用期。",
                        en: "The contract (until \(contractLast)) is no longer than the probation, so the probation "
                            + "does not count. Make the contract longer or the probation shorter.")))
        }
        return found
    }

    private static func tooLong(_ proposal: Proposal, _ limit: Int, _ last: Day) -> LawFinding {
        LawFinding(
            code: "probation_too_long", weight: .breach, article: .contractLaw("19"),
            sentence: Phrase(
                zh: "试用期至 \(proposal.probationLast)，超过法定上限 \(limit) 个月，最迟应为 \(last)。请改为不晚于该日。",
                en: "The probation runs until \(proposal.probationLast); the limit is \(limit) "
                    + (limit == 1 ? "month" : "months") + ", that is \(last) at the latest. Choose that day or an "
                    + "earlier one."))
    }

    private static func notAllowed(_ proposal: Proposal) -> LawFinding {
        let article: LawArticle = proposal.employmentKind == .part ? .contractLaw("70") : .contractLaw("19")
        let why: Phrase =
            if !proposal.employmentKind.allowsProbation {
                Phrase(
                    zh: "用工形式为“\(proposal.employmentKind.name.zh)”",
                    en: "The employment is “\(proposal.employmentKind.name.en)”")
            } else if proposal.kind == .task {
                Phrase(zh: "合同以完成一定工作任务为期限", en: "The contract is for a task")
            } else {
                Phrase(zh: "合同期限不满三个月", en: "The term is shorter than three months")
            }
        return LawFinding(
            code: "probation_not_allowed", weight: .breach, article: article,
            sentence: Phrase(
                zh: why.zh + "，不得约定试用期。请删去试用期。", en: why.en + ", so no probation may be agreed. Leave it out."))
    }

    /// Damages for months served beyond the limit: the full monthly pay for each, on top of the pay received (art. 83).
    package static func damages(
        limitMonths: Int, servedMonths: Int, fullPay: Money
    ) throws(MoneyRefusal) -> Money {
        try fullPay * Int64(max(0, servedMonths - limitMonths))
    }
}
