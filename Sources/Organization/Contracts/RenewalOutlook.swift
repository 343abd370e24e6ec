import Kernel

/// What can be done when a contract ends, and what each way costs: the page of the renewal decision.
package struct RenewalOutlook: Hashable, Sendable {
    package enum Choice: String, Sendable, Hashable, Codable, CaseIterable {
        case renewFixed
        case renewOpenEnded
        /// Renewal on other terms; worse ones that the employee refuses cost compensation.
        case change
        case end

        package var name: Phrase {
            switch self {
            case .renewFixed: Phrase(zh: "续订固定期限", en: "Renew for a fixed term")
            case .renewOpenEnded: Phrase(zh: "续订无固定期限", en: "Renew open-ended")
            case .change: Phrase(zh: "变更条件续订", en: "Renew on other terms")
            case .end: Phrase(zh: "到期终止", en: "Let it end")
            }
        }
    }

    /// One way, with what speaks against it.
    package struct Option: Hashable, Sendable {
        package let choice: Choice
        package let findings: [LawFinding]
        /// What it costs at once, when it costs something.
        package let cost: Compensation?
        package let remark: Phrase
    }

    package let duty: RenewalRules.Duty?
    package let options: [Option]

    /// - Parameter inputs: for the cost of ending: service through the last day of the contract and pay as it stands;
    ///   its ``Compensation/Inputs/basis`` is set here.
    package init(
        after history: RenewalRules.History, ending inputs: Compensation.Inputs
    ) throws(CompensationRefusal) {
        let duty = RenewalRules.duty(history)
        var plain = inputs
        plain.basis = .plain
        var unlawful = inputs
        unlawful.basis = .double
        let n = try Compensation(plain)
        let ending = duty == nil ? n : try Compensation(unlawful)
        self.duty = duty
        options = Self.ways(after: history).map { way in
            let cost: Compensation? =
                switch way.choice {
                case .renewFixed, .renewOpenEnded: nil
                case .change: n
                case .end: ending
                }
            return Option(choice: way.choice, findings: way.findings, cost: cost, remark: way.remark)
        }
    }

    /// What can be done and what speaks against it, whatever it costs.
    package static func ways(
        after history: RenewalRules.History
    ) -> [(choice: Choice, findings: [LawFinding], remark: Phrase)] {
        let duty = RenewalRules.duty(history)
        return [
            (
                .renewFixed, RenewalRules.findings(renewingAs: .fixed, after: history),
                Phrase(zh: "续订不产生补偿；不得再约定试用期。", en: "Costs nothing now; no further probation.")
            ),
            (
                .renewOpenEnded, [],
                Phrase(
                    zh: "续订不产生补偿；此后只能按法定情形解除。",
                    en: "Costs nothing now; later it ends only on the grounds of the law.")
            ),
            (
                .change, [],
                Phrase(
                    zh: "维持或提高原条件而员工拒绝的，无需补偿；降低条件而员工拒绝的，按 N 补偿。",
                    en:
                        "If the employee refuses equal or better terms nothing is owed; if worse terms are refused, N is."
                )
            ),
            (
                .end, duty.map { [refused($0)] } ?? [],
                duty == nil
                    ? Phrase(zh: "公司不续订，按 N 支付经济补偿。", en: "Not renewing costs N.")
                    : Phrase(
                        zh: "员工要求订立无固定期限合同而公司终止的，属违法终止，按 2N 支付赔偿金。",
                        en: "Ending although the employee asks for an open-ended contract is unlawful and costs 2N.")
            ),
        ]
    }

    private static func refused(_ duty: RenewalRules.Duty) -> LawFinding {
        LawFinding(
            code: "ending_against_duty", weight: .breach, article: duty.article,
            sentence: duty.sentence)
    }
}
