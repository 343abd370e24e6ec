import Kernel

/// What must be paid at least during a probation. Labour Contract Law art. 20; Implementing Regulation art. 15; rule L-3.
package enum ProbationPay {
    /// 80 % of the agreed pay or of the lowest pay of the same post, whichever is less, but never below the local
    /// minimum. A broken fen is rounded up: less would be under the floor.
    package static func floor(
        agreed: Money, lowestOfPost: Money? = nil, localMinimum: Money
    ) throws(MoneyRefusal) -> Money {
        let compared = min(agreed, lowestOfPost ?? agreed)
        return max(try compared.multiplied(by: .percent(80), rounding: .up), localMinimum)
    }

    /// Nil when the pay is enough.
    package static func finding(
        pay: Money, agreed: Money, lowestOfPost: Money? = nil, localMinimum: Money
    ) throws(MoneyRefusal) -> LawFinding? {
        let floor = try floor(agreed: agreed, lowestOfPost: lowestOfPost, localMinimum: localMinimum)
        guard pay < floor else { return nil }
        return LawFinding(
            code: "probation_pay_low", weight: .breach, article: .contractLaw("20"),
            sentence: Phrase(
                zh: "试用期工资 \(pay.text(in: .zh)) 低于下限 \(floor.text(in: .zh))（约定工资或同岗位最低档工资的 80%，"
                    + "且不低于当地最低工资）。请调高。",
                en:
                    "The probation pay of \(pay.text(in: .en)) is below the floor of \(floor.text(in: .en)): 80% of the "
                    + "agreed pay or of the lowest of the post, and the local minimum wage. Raise it."))
    }
}
