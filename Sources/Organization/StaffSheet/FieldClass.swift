import Kernel

/// How private a field is. A grant sees a class or does not.
package enum FieldClass: String, Sendable, Hashable, Codable, CaseIterable {
    case `public`
    case work
    case personal
    case sensitive
    case pay
    case risk
}
