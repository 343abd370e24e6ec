import Kernel

/// Economic compensation for the end of an employment, with every step of its calculation. Labour Contract Law
/// arts. 40, 46, 47, 87; Implementing Regulation arts. 20, 27; rules L-9, L-10.
package struct Compensation: Hashable, Sendable {
    package enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
        case plain = "N"
        /// N and a month's pay in place of notice.
        case plusMonth = "N+1"
        /// For an unlawful ending.
        case double = "2N"
    }

    package struct Inputs: Hashable, Sendable {
        /// From when service counts, usually ``Employment/serviceStart``; service already compensated stays out
        /// (Implementing Regulation art. 10).
        package var start: Day
        package var lastDay: Day
        /// Gross pay with bonus and allowances, averaged over the 12 months before the end, or over all months served
        /// when they were fewer.
        package var averagePay: Money
        /// The average monthly pay of employees in the place, last year's; nil when not known here.
        package var localAverage: Money?
        /// The local monthly minimum wage; nil when not known here.
        package var localMinimum: Money?
        package var basis: Basis
        /// Last month's pay; needed for N+1.
        package var lastMonthPay: Money?
    }

    package let inputs: Inputs
    /// Before and after the limit of twelve.
    package let servedYears: ServiceYears
    package let years: ServiceYears
    /// The monthly pay that counts.
    package let monthlyPay: Money
    /// The monthly pay was above three times the local average.
    package let isCapped: Bool
    package let n: Money
    /// What comes on top of N.
    package let extra: Money
    package let total: Money
    package let steps: [CalculationStep]
    /// What could not be checked, and what the figure leaves open.
    package let cautions: [Phrase]
}

/// One line of a calculation: what, how, how much, and where it is written.
package struct CalculationStep: Hashable, Sendable {
    package let label: Phrase
    /// The formula with its figures.
    package let formula: Phrase
    package let figure: Phrase
    package let source: Phrase
}

/// Why there is no figure.
package enum CompensationRefusal: Refusal, Hashable {
    case endsBeforeStart(Day, Day)
    case negativePay
    case lastMonthPayMissing
    case amount(MoneyRefusal)

    package var explanation: Phrase {
        switch self {
        case .endsBeforeStart(let start, let last):
            Phrase(
                zh: "最后工作日 \(last) 早于工龄起算日 \(start)。请更正日期。",
                en: "The last day, \(last), lies before the start of service, \(start). Correct the days.")
        case .negativePay: Phrase(zh: "工资不能为负数。请更正。", en: "Pay cannot be negative. Correct it.")
        case .lastMonthPayMissing:
            Phrase(
                zh: "计算 N+1 需要上个月工资。请填写。", en: "N+1 needs last month's pay. Enter it.")
        case .amount(let refusal): refusal.explanation
        }
    }
}
