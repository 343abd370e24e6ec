import Kernel

/// How private a field is. A grant sees a class or does not.
package enum FieldClass: String, Sendable, Hashable, Codable, CaseIterable {
    /// Name, unit, position: everyone in the company.
    case `public`
    /// Manager, hire day, work contact.
    case work
    /// Birth day, private phone, education, contract.
    case personal
    /// Identity number, bank account, health.
    case sensitive
    case pay
    case risk

    package var name: Phrase {
        switch self {
        case .public: Phrase(zh: "公开", en: "Public")
        case .work: Phrase(zh: "工作", en: "Work")
        case .personal: Phrase(zh: "个人", en: "Personal")
        case .sensitive: Phrase(zh: "敏感", en: "Sensitive")
        case .pay: Phrase(zh: "薪酬", en: "Pay")
        case .risk: Phrase(zh: "风险", en: "Risk")
        }
    }
}
