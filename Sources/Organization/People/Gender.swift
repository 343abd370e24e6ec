import Kernel

/// The gender a person's file records. Protected: shown to those who see personal fields, never a feature of a
/// forecast.
package enum Gender: String, Sendable, Hashable, Codable, CaseIterable {
    case female
    case male
    case undisclosed

    /// What identity numbers record.
    package init(_ sex: IdentityNumber.Sex) {
        switch sex {
        case .female: self = .female
        case .male: self = .male
        }
    }

    package var name: Phrase {
        switch self {
        case .female: Phrase(zh: "女", en: "Female")
        case .male: Phrase(zh: "男", en: "Male")
        case .undisclosed: Phrase(zh: "未说明", en: "Not stated")
        }
    }
}
