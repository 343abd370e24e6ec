import Kernel

/// What makes people leave the demonstration company.
package enum ShowcaseEffect: String, Sendable, Hashable, Codable, CaseIterable {
    /// As ``Planted`` documents it.
    case planted
    /// Nothing: everybody leaves with the same probability in every week, whatever the facts say. Nothing is predictable,
    /// and a forecast must say so.
    case none

    package var name: Phrase {
        switch self {
        case .planted: Phrase(zh: "有规律", en: "With planted effects")
        case .none: Phrase(zh: "无规律", en: "Without any effect")
        }
    }
}
