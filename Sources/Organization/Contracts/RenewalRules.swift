import Kernel

/// When an open-ended contract must be offered. Labour Contract Law art. 14; Implementing Regulation arts. 7, 9; rule
/// L-6.
package enum RenewalRules {
    /// What counts for the duty.
    package struct History: Hashable, Sendable {
        /// Fixed terms signed in a row; an evasion such as an automatic renewal counts as one more
        /// (SPC Interpretation (II) art. 10).
        package var fixedTerms: Int
        /// Whole years without a break at this employer, at the end of the contract.
        package var continuousYears: Int
        /// Whole years worked without a written contract.
        package var unsignedYears: Int = 0
        /// The employee asks for a fixed term.
        package var employeeAsksFixed: Bool = false
        /// One of the grounds of art. 39 or 40(1)–(2): the duty after two terms then does not arise.
        package var hasGroundsToDismiss: Bool = false
    }

    /// Why an open-ended contract is due.
    package enum Duty: String, Sendable, Hashable, Codable, CaseIterable {
        case tenYears
        case secondFixedTerm
        /// A year without a written contract: one without an end is deemed signed, whatever anybody asks for.
        case yearUnsigned

        package var article: LawArticle {
            switch self {
            case .tenYears:
                LawArticle(
                    name: Phrase(
                        zh: "《劳动合同法》第14条第2款第1项", en: "Labour Contract Law, art. 14, para. 2(1)"))
            case .secondFixedTerm:
                LawArticle(
                    name: Phrase(
                        zh: "《劳动合同法》第14条第2款第3项", en: "Labour Contract Law, art. 14, para. 2(3)"))
            case .yearUnsigned:
                LawArticle(
                    name: Phrase(zh: "《劳动合同法》第14条第3款", en: "Labour Contract Law, art. 14, para. 3"))
            }
        }

        package var sentence: Phrase {
            switch self {
            case .tenYears:
                Phrase(
                    zh: "已连续工作满十年，续订时应当订立无固定期限劳动合同，除非员工本人要求固定期限。",
                    en:
                        "After ten years without a break the next contract is open-ended, unless the employee asks for a "
                        + "fixed term.")
            case .secondFixedTerm:
                Phrase(
                    zh: "已连续订立两次固定期限劳动合同，续订时应当订立无固定期限劳动合同，除非员工本人要求固定期限。",
                    en:
                        "After two fixed terms in a row the next contract is open-ended, unless the employee asks for a "
                        + "fixed term.")
            case .yearUnsigned:
                Phrase(
                    zh: "用工满一年未订立书面劳动合同，视为已订立无固定期限劳动合同。请立即补签。",
                    en: "After a year without a written contract an open-ended one is deemed signed. Put it in writing "
                        + "at once.")
            }
        }
    }

    /// The duty when the contract ends, if there is one.
    package static func duty(_ history: History) -> Duty? {
        if history.unsignedYears >= 1 { return .yearUnsigned }
        if history.employeeAsksFixed { return nil }
        if history.continuousYears >= 10 { return .tenYears }
        return history.fixedTerms >= 2 && !history.hasGroundsToDismiss ? .secondFixedTerm : nil
    }

    /// What is wrong with the next contract.
    package static func findings(renewingAs kind: ContractKind, after history: History) -> [LawFinding] {
        guard kind != .openEnded, let duty = duty(history) else { return [] }
        return [
            LawFinding(
                code: "open_ended_due", weight: .breach, article: duty.article, sentence: duty.sentence)
        ]
    }
}
