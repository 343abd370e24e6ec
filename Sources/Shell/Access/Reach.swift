import Kernel

/// Whom a grant covers, as roles say it.
package enum Reach: String, Sendable, Hashable, Codable, CaseIterable {
    /// Everyone; for a role given for one unit only: everyone in that unit and below.
    case company
    /// Everyone below oneself in the reporting line.
    case line
    case mentees
    case oneself = "self"
    /// Figures about groups, never a record.
    case aggregates

    package var name: Phrase {
        switch self {
        case .company: Phrase(zh: "全公司（或授权的组织）", en: "Company (or the unit it is given for)")
        case .line: Phrase(zh: "下属（含间接）", en: "Reporting line")
        case .mentees: Phrase(zh: "所带学员", en: "Mentees")
        case .oneself: Phrase(zh: "本人", en: "Oneself")
        case .aggregates: Phrase(zh: "仅汇总数据", en: "Aggregates only")
        }
    }

    /// What is left of this reach when its role is given for less; nil for nothing.
    ///
    /// What concerns oneself stays. Two reaches neither of which holds the other have nothing in common.
    func narrowed(to other: Reach?) -> Reach? {
        guard let other, other != .company, self != .oneself, self != other else { return self }
        return self == .company ? other : nil
    }
}
