import Kernel
import SQL
import Shell

/// Who changes something, when, and in which house: what every change takes beside its own facts.
package struct Occasion: Sendable {
    package let house: House
    package let viewer: Viewer
    package let actor: Actor
    /// The company's day.
    package let today: Day
    package let now: Instant

    package init(_ house: House, viewer: Viewer, actor: Actor) {
        (self.house, self.viewer, self.actor) = (house, viewer, actor)
        (today, now) = (house.today, house.now)
    }

    /// - Throws: not found when nobody has signed in.
    package init(_ call: Call) throws {
        self.init(call.house, viewer: try call.viewer, actor: call.actor)
    }

    /// Jobs, reactions and commands.
    package static func program(_ house: House) -> Occasion {
        Occasion(house, viewer: .program(Capability.ofOrganization), actor: .program)
    }
}

/// The one place where a change is made known: the staff list, the audit log, the journal.
extension Occasion {
    /// - Parameters:
    ///   - people: whose rows of the staff list may be different now.
    ///   - entry: for the rooms above and for webhooks.
    func keep(
        _ audit: AuditEntry, _ entry: some JournalEntry, changed people: [ID<Person>], _ tx: Transaction
    ) throws {
        try StaffProjection.roll(to: today, tx)
        try StaffProjection.refresh(people, on: today, tx)
        try Audit.record([audit], by: actor, house, in: tx)
        try Journal.leave(entry, in: tx, house)
    }

    /// The same for a change of the tree.
    func keepTree(_ audit: AuditEntry, _ entry: some JournalEntry, _ tx: Transaction) throws {
        try StaffProjection.roll(to: today, tx)
        try StaffProjection.refreshUnits(on: today, tx)
        try Audit.record([audit], by: actor, house, in: tx)
        try Journal.leave(entry, in: tx, house)
    }

    /// The person, as far as the viewer may do this with them. - Throws: ``Missing``.
    func require(_ person: ID<Person>, _ capability: Capability, _ tx: Transaction) throws {
        try StaffProjection.roll(to: today, tx)
        try Visibility.require(person, viewer, capability, tx)
    }

    /// The same for what nobody decides about themselves. - Throws: ``Missing``, ``StaffRefusal/ownMatter``.
    func requireDecision(about person: ID<Person>, _ capability: Capability, _ tx: Transaction) throws {
        try StaffProjection.roll(to: today, tx)
        try Visibility.requireDecision(about: person, viewer, capability, tx)
    }

    /// The unit, as far as the viewer may do this in it. - Throws: ``Missing``.
    func require(_ unit: ID<OrgUnit>, _ capability: Capability, _ tx: Transaction) throws {
        let path = try tx.value("select path from unit_paths where unit_id = \(unit)", as: String.self)
        guard let path, try UnitScope(viewer, capability, tx).contains(path) else { throw Missing() }
    }
}

extension ID where Owner == Person {
    /// The same number, as the shell knows people.
    package var subject: ID<Subject> { ID<Subject>(rawValue) }
}
