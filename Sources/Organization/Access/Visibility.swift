import Kernel
import SQL
import Shell

/// From a viewer's grants to conditions on rows of ``staff``, named `s` in the query.
///
/// ```swift
/// let mayList = Visibility.condition(viewer, .readPeople)
/// let seesPay = Visibility.condition(viewer, .readPeople, showing: .pay)
/// try tx.rows("select s.name, case when \(seesPay) then p.monthly end from staff s … where \(mayList)") { … }
/// ```
/// What a viewer may not see is not loaded, so it cannot be shown, exported or logged by mistake.
package enum Visibility {
    /// Who is covered by the capability, for one class of fields.
    ///
    /// A reporting line never covers pay, whatever a role says. ``Reach/aggregates`` covers no record. A grant over the
    /// company without the class *work* is a phone book: it covers the people who work here now, and nobody who left.
    package static func condition(
        _ viewer: Viewer, _ capability: Capability, showing fieldClass: FieldClass = .public
    ) -> Query {
        var conditions: [Query] = []
        for grant in viewer.grants(for: capability, showing: fieldClass) {
            guard let condition = condition(grant, viewer, fieldClass) else { continue }
            if condition == everybody { return everybody }
            if !conditions.contains(condition) { conditions.append(condition) }
        }
        return .any(of: conditions)
    }

    /// Holds for everybody.
    static let everybody: Query = "1 = 1"

    private static func condition(_ grant: Grant, _ viewer: Viewer, _ fieldClass: FieldClass) -> Query? {
        switch grant.reach {
        case .company:
            let isPhoneBook = fieldClass == .public && grant.capability == .readPeople && !grant.classes.contains(.work)
            switch (grant.unit, isPhoneBook) {
            case (nil, false): return everybody
            case (nil, true): return "s.is_employed = 1"
            case (let unit?, false): return under(unit)
            case (let unit?, true): return "s.is_employed = 1 and " + under(unit)
            }
        case .line:
            guard fieldClass != .pay, let subject = viewer.subject else { return nil }
            return below(subject)
        case .oneself:
            return viewer.subject.map { "s.person_id = \($0)" }
        // Nobody has mentees before the room that pairs them exists; aggregates are never records.
        case .mentees, .aggregates: return nil
        }
    }

    /// In a unit or below it.
    static func under(_ unit: Int64) -> Query {
        """
        (s.unit_path >= (select path from unit_paths where unit_id = \(unit))
        and s.unit_path < (select path_end from unit_paths where unit_id = \(unit)))
        """
    }

    /// Reporting to somebody, directly or not.
    static func below(_ subject: ID<Subject>) -> Query {
        """
        (s.line_path > (select line_path from staff where person_id = \(subject))
        and s.line_path < (select line_end from staff where person_id = \(subject)))
        """
    }

    /// The classes of fields of one record a viewer sees; nil when there is no such record or it is not for this viewer.
    package static func classes(
        of person: ID<Person>, _ viewer: Viewer, for capability: Capability = .readPeople, _ tx: Transaction
    ) throws -> Set<FieldClass>? {
        let others = FieldClass.allCases.filter { $0 != .public }
        var columns: Query = "1"
        for fieldClass in others {
            columns += ", case when \(condition(viewer, capability, showing: fieldClass)) then 1 else 0 end"
        }
        return try tx.first(
            """
            select \(columns) from staff s
            where s.person_id = \(person) and \(condition(viewer, capability)) limit 1
            """
        ) { row in
            row.skip()
            var seen: Set<FieldClass> = [.public]
            for fieldClass in others where try row.value(Bool.self) { seen.insert(fieldClass) }
            return seen
        }
    }

    /// Loads through the viewer: - Throws: ``Missing`` for a record that is not there or not for this viewer.
    package static func require(
        _ person: ID<Person>, _ viewer: Viewer, _ capability: Capability, _ tx: Transaction
    ) throws {
        let found = try tx.value(
            "select 1 from staff s where s.person_id = \(person) and \(condition(viewer, capability)) limit 1",
            as: Int.self)
        if found == nil { throw Missing() }
    }

    /// The same for decisions nobody takes about themselves: post, confirmation, contract, leaving, pay.
    /// - Throws: ``Missing``, ``StaffRefusal/ownMatter``.
    package static func requireDecision(
        about person: ID<Person>, _ viewer: Viewer, _ capability: Capability, _ tx: Transaction
    ) throws {
        try require(person, viewer, capability, tx)
        if viewer.subject == person.subject { throw StaffRefusal.ownMatter }
    }
}
