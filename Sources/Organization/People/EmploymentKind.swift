import Kernel

/// On what legal footing somebody works here.
package enum EmploymentKind: String, Sendable, Hashable, Codable, CaseIterable {
    case full
    /// 非全日制用工, Labour Contract Law arts. 68–72.
    case part
    /// A student under an internship agreement; no labour contract.
    case intern
    /// Employed by an agency and sent here, arts. 57–67; the labour contract is the agency's.
    case dispatch
    /// 退休返聘: past retirement age, under a service agreement.
    case retiree

    package var name: Phrase {
        switch self {
        case .full: Phrase(zh: "全职", en: "Full-time")
        case .part: Phrase(zh: "非全日制", en: "Part-time")
        case .intern: Phrase(zh: "实习", en: "Intern")
        case .dispatch: Phrase(zh: "劳务派遣", en: "Dispatched")
        case .retiree: Phrase(zh: "退休返聘", en: "Rehired retiree")
        }
    }

    /// Whether this company must sign a written labour contract: part-time work may be agreed orally (art. 69), the
    /// others have no labour relation with this company.
    package var needsWrittenContract: Bool { self == .full }

    /// Whether a probation may be agreed: not in part-time work (art. 70), and only inside a labour contract (art. 19).
    package var allowsProbation: Bool { self == .full }
}
