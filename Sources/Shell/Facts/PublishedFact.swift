import Kernel
import SQL

/// What a room publishes about people: risk programmes learn from it, signals watch it, and everyone can read it about
/// oneself. A fact that is not published here cannot be used for any of the three.
package struct PublishedFact: Sendable {
    /// Stored with snapshots, models and signals; never renamed. Lower case with underscores: `tenure_months`.
    package let code: String
    package let name: Phrase
    package let unit: FactUnit
    /// How often it can change; a snapshot between two of its moments takes the last.
    package let grain: FactGrain
    /// What it is used for, as it is told to the person it is about.
    package let purpose: Phrase
    package let basis: LegalBasis
    /// How long values are kept, in months.
    package let keptMonths: Int
    /// Which class of fields it belongs to: who may see it.
    package let audience: FieldClass
    /// The values for everybody who has one, as known at the end of a day: nothing that happened or was recorded later.
    package let values: @Sendable (_ day: Day, _ tx: Transaction) throws -> FactColumn

    package init(
        _ code: String, _ name: Phrase, _ unit: FactUnit, grain: FactGrain = .day, purpose: Phrase,
        basis: LegalBasis, keptMonths: Int = 24, audience: FieldClass,
        values: @escaping @Sendable (_ day: Day, _ tx: Transaction) throws -> FactColumn
    ) {
        (self.code, self.name, self.unit, self.grain) = (code, name, unit, grain)
        (self.purpose, self.basis, self.keptMonths, self.audience) = (purpose, basis, keptMonths, audience)
        self.values = values
    }

    /// A fact that one query answers: `select subject id, number … order by 1`; rows without a number are unknown.
    package init(
        _ code: String, _ name: Phrase, _ unit: FactUnit, grain: FactGrain = .day, purpose: Phrase,
        basis: LegalBasis, keptMonths: Int = 24, audience: FieldClass, query: @escaping @Sendable (_ day: Day) -> Query
    ) {
        self.init(
            code, name, unit, grain: grain, purpose: purpose, basis: basis, keptMonths: keptMonths, audience: audience
        ) { day, tx in
            var column = FactColumn()
            try tx.each(query(day)) { row in
                let subject = try row.value(Int64.self)
                if let value = try row.value(Double?.self) { column.append(subject, value) }
            }
            return column
        }
    }
}
