import Kernel
import SQL

/// People and units as far as accounts must know them, from the room that keeps them.
package struct SubjectLookup: Sendable {
    /// Those whose number or whole name it is.
    package var named: @Sendable (_ text: String, Transaction) throws -> [SubjectCard]
    /// Those behind ids; whoever is not there is left out.
    package var cards: @Sendable (_ ids: [ID<Subject>], Transaction) throws -> [SubjectCard]
    /// Open units in the order of the tree, at most so many.
    package var units: @Sendable (_ limit: Int, Transaction) throws -> [UnitCard]

    package init(
        named: @escaping @Sendable (String, Transaction) throws -> [SubjectCard],
        cards: @escaping @Sendable ([ID<Subject>], Transaction) throws -> [SubjectCard],
        units: @escaping @Sendable (Int, Transaction) throws -> [UnitCard]
    ) {
        self.named = named
        self.cards = cards
        self.units = units
    }

    /// A house without people.
    package static let nobody = SubjectLookup(named: { _, _ in [] }, cards: { _, _ in [] }, units: { _, _ in [] })
}

/// One person: enough to know whom an account is for.
package struct SubjectCard: Sendable, Codable, Hashable {
    package let id: ID<Subject>
    package let number: String
    package let name: String
    /// Names from the top unit down.
    package let unit: String?
    package let mail: String?

    package init(id: ID<Subject>, number: String, name: String, unit: String?, mail: String?) {
        self.id = id
        self.number = number
        self.name = name
        self.unit = unit
        self.mail = mail
    }
}

/// One unit a role can be given for.
package struct UnitCard: Sendable, Codable, Hashable {
    package let id: Int64
    package let name: String
    /// How far below the top, from 0.
    package let depth: Int

    package init(id: Int64, name: String, depth: Int) {
        self.id = id
        self.name = name
        self.depth = depth
    }
}
