import Kernel
import SQL
import Shell

/// A figure about people that another system measures and sends: sales of a week, training completed, a mentor's rating.
package struct Metric: Sendable, Hashable, Codable {
    /// Which way is good, so that a standstill can be told.
    package enum Better: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case higher, lower, none

        package var name: Phrase {
            switch self {
            case .higher: Phrase(zh: "越高越好", en: "Higher is better")
            case .lower: Phrase(zh: "越低越好", en: "Lower is better")
            case .none: Phrase(zh: "没有好坏之分", en: "Neither")
            }
        }
    }

    package let id: ID<Metric>
    /// What sheets and programs call it; never renamed. Lower case with underscores.
    package let code: String
    package let name: Phrase
    package let unit: FactUnit
    /// How often a value comes.
    package let grain: FactGrain
    /// What it is used for, as it is told to the people it is about.
    package let purpose: Phrase
    package let basis: LegalBasis
    package let keptMonths: Int
    /// Who may see the values of others.
    package let audience: FieldClass
    package let better: Better

    package init(
        id: ID<Metric>, code: String, name: Phrase, unit: FactUnit, grain: FactGrain, purpose: Phrase,
        basis: LegalBasis, keptMonths: Int = 24, audience: FieldClass, better: Better
    ) {
        (self.id, self.code, self.name, self.unit, self.grain) = (id, code, name, unit, grain)
        (self.purpose, self.basis, self.keptMonths) = (purpose, basis, keptMonths)
        (self.audience, self.better) = (audience, better)
    }
}

/// What was measured of one person on one day, as far as it is known.
package struct MetricValue: Sendable, Hashable, Codable {
    package let day: Day
    package let value: Double

    package init(day: Day, value: Double) {
        (self.day, self.value) = (day, value)
    }
}
