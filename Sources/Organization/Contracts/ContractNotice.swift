import Kernel

/// What the end of a contract asks for on a day: warnings 90, 60 and 30 days ahead and, when work goes on after the
/// end, on the 25th day after it, before the month of grace is over. Rule L-6; SPC Interpretation (II) art. 11.
package enum ContractNotice: String, Sendable, Hashable, Codable, CaseIterable {
    case in90Days
    case in60Days
    case in30Days
    /// It ended and the person still works: the old terms go on.
    case workingOn
    /// 25 days or more after the end: within a month renew or part.
    case renewNow

    /// The notice that stands on a day; nil while the end is more than 90 days away.
    ///
    /// - Parameter last: the agreed last day.
    package init?(last: Day, on day: Day) {
        switch last - day {
        case 61...90: self = .in90Days
        case 31...60: self = .in60Days
        case 0...30: self = .in30Days
        case -24 ... -1: self = .workingOn
        case ..<(-24): self = .renewNow
        default: return nil
        }
    }

    /// The day on which the notice first stands.
    package func day(last: Day) -> Day {
        switch self {
        case .in90Days: last - 90
        case .in60Days: last - 60
        case .in30Days: last - 30
        case .workingOn: last + 1
        case .renewNow: last + 25
        }
    }

    package var name: Phrase {
        switch self {
        case .in90Days: Phrase(zh: "90 天内到期", en: "Ends within 90 days")
        case .in60Days: Phrase(zh: "60 天内到期", en: "Ends within 60 days")
        case .in30Days: Phrase(zh: "30 天内到期", en: "Ends within 30 days")
        case .workingOn: Phrase(zh: "已到期，仍在工作", en: "Ended, still working")
        case .renewNow: Phrase(zh: "到期满 25 天未续签", en: "Ended 25 days ago or more, not renewed")
        }
    }

    /// What happens when nothing is done, and what to do.
    package func sentence(last: Day, on day: Day) -> Phrase {
        let days = last - day
        switch self {
        case .in90Days, .in60Days, .in30Days:
            return Phrase(
                zh: days == 0 ? "合同今天（\(last)）到期。请立即决定续订、变更或终止。" : "合同 \(last) 到期，还有 \(days) 天。请决定续订、变更或终止。",
                en: days == 0
                    ? "The contract ends today (\(last)). Decide now to renew, change or end it."
                    : "The contract ends on \(last), in \(days) " + (days == 1 ? "day" : "days")
                        + ". Decide to renew, change or end it.")
        case .workingOn, .renewNow:
            return Phrase(
                zh: "合同已于 \(last) 到期，员工继续工作 \(-days) 天。满一个月后员工可要求按原条件续订，请立即续签或办理终止。",
                en: "The contract ended on \(last) and work has gone on for \(-days) "
                    + (days == -1 ? "day" : "days")
                    + ". After a month the employee may claim renewal on the old terms: "
                    + "renew or part now.")
        }
    }
}
