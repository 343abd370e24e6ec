import Kernel

/// What the number of a fact counts.
package enum FactUnit: String, Sendable, Hashable, Codable, CaseIterable {
    case count, days, months, years, hours
    /// 0…1, shown in per cent.
    case share
    /// 0…10 or 0…100 by the source's own scale.
    case score
    /// Whole fen.
    case money
    /// 0 or 1.
    case flag
    /// A place in the levels of the column.
    case kind
}

package enum FactGrain: String, Sendable, Hashable, Codable, CaseIterable {
    case day, week, month, quarter
}

/// Why a fact about a person may be used at all: Personal Information Protection Law, article 13.
package enum LegalBasis: String, Sendable, Hashable, Codable, CaseIterable {
    /// Art. 13(1): consent, which can be withdrawn (art. 15).
    case consent
    /// Art. 13(2): needed for a contract with the person, or for personnel management under lawful labour rules.
    case employment
    /// Art. 13(3): a legal duty.
    case duty

    package var name: Phrase {
        switch self {
        case .consent: Phrase(zh: "本人同意（个人信息保护法第十三条第一项）", en: "Consent (PIPL art. 13(1))")
        case .employment:
            Phrase(zh: "实施人力资源管理所必需（个人信息保护法第十三条第二项）", en: "Personnel management (PIPL art. 13(2))")
        case .duty: Phrase(zh: "履行法定义务所必需（个人信息保护法第十三条第三项）", en: "Legal duty (PIPL art. 13(3))")
        }
    }
}
