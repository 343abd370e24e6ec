import Kernel

/// A written contract within a month of the hire day. Labour Contract Law arts. 10, 14, 82; Implementing Regulation
/// arts. 5–7; rule L-1.
package enum SigningRules {
    /// The last day to sign without owing double pay.
    package static func deadline(hired: Day) -> Day { hired.adding(months: 1) - 1 }

    /// From that day on an unsigned contract counts as open-ended.
    package static func deemedOpenEnded(hired: Day) -> Day { hired.adding(years: 1) }

    /// The days for which double pay is owed as of a day: from the day after a full month up to the day before signing,
    /// eleven months at most. Nil when there are none.
    package static func doublePay(hired: Day, signed: Day?, asOf day: Day) -> DayRange? {
        let end = [signed ?? .last, deemedOpenEnded(hired: hired), day + 1].min() ?? day
        return DayRange(start: hired.adding(months: 1), end: end)
    }

    /// What is to be said about it on a day. Nothing when it was signed in time.
    package static func finding(hired: Day, signed: Day?, asOf day: Day) -> LawFinding? {
        if let owed = doublePay(hired: hired, signed: signed, asOf: day), let last = owed.last {
            if signed == nil, day >= deemedOpenEnded(hired: hired) {
                return LawFinding(
                    code: "contract_deemed_open_ended", weight: .breach,
                    article: RenewalRules.Duty.yearUnsigned.article,
                    sentence: RenewalRules.Duty.yearUnsigned.sentence)
            }
            return LawFinding(
                code: "contract_signed_late", weight: .breach, article: .contractLaw("82"),
                sentence: Phrase(
                    zh: "\(hired) 入职，一个月内未签订书面劳动合同，\(owed.start) 至 \(last) 应支付二倍工资。"
                        + (signed == nil ? "请立即签订。" : "请核对是否已支付。"),
                    en: "Hired on \(hired) without a written contract within a month: double pay is owed from "
                        + "\(owed.start) to \(last). " + (signed == nil ? "Sign at once." : "Check that it was paid.")))
        }
        guard signed == nil, hired <= day else { return nil }
        return LawFinding(
            code: "contract_unsigned", weight: .warning, article: .contractLaw("10"),
            sentence: Phrase(
                zh: "书面劳动合同尚未签订，最迟应于 \(deadline(hired: hired)) 签订。",
                en: "No written contract has been signed yet. Sign it by \(deadline(hired: hired))."))
    }
}
