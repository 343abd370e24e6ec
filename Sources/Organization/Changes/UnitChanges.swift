import Kernel
import SQL
import Shell

/// Opening, renaming, moving and closing units; heads and partners.
package enum UnitChanges {
    /// - Throws: ``UnitRefusal``, ``Missing`` for a parent out of reach.
    @discardableResult
    package static func open(
        _ kind: UnitKind, _ facts: UnitFacts, code: String? = nil, from day: Day, _ occasion: Occasion,
        _ tx: Transaction
    ) throws -> ID<OrgUnit> {
        try StaffProjection.roll(to: occasion.today, tx)
        if let parent = facts.parent {
            try occasion.require(parent, .editUnits, tx)
        } else if try !UnitScope(occasion.viewer, .editUnits, tx).isEverything {
            throw Missing()
        }
        var unit = try UnitRules.opening(try tx.newID(), kind, facts, from: day, among: try UnitStore.all(tx))
        if let code, try tx.value("select 1 from units where code = \(code)", as: Int.self) != nil {
            throw UnitRefusal.codeTaken(code)
        }
        unit.code = code
        try UnitStore.save([unit], tx)
        try occasion.keepTree(
            AuditEntry(
                .openUnit, of: AuditRecord(.unit, unit.id),
                changes: [
                    FieldChange("name", FieldName.name, .public, before: nil, after: facts.name),
                    FieldChange("starts_on", FieldName.from, .public, before: nil, after: day.iso),
                ]),
            OrganizationEvents.UnitChanged(unit: unit.id, from: day), tx)
        return unit.id
    }

    package static func rename(
        _ unit: ID<OrgUnit>, to name: String, from day: Day, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try change(unit, from: day, occasion, tx) { unit, units throws in
            try UnitRules.renaming(unit, to: name, from: day, among: units)
        }
    }

    /// - Parameter parent: nil moves it to the top.
    package static func move(
        _ unit: ID<OrgUnit>, under parent: ID<OrgUnit>?, from day: Day, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        if let parent {
            try occasion.require(parent, .editUnits, tx)
        } else if try !UnitScope(occasion.viewer, .editUnits, tx).isEverything {
            throw Missing()
        }
        try change(unit, from: day, occasion, tx) { unit, units throws in
            try UnitRules.moving(unit, under: parent, from: day, among: units)
        }
    }

    /// Any of head, HR partner, cost centre, city.
    package static func set(
        _ unit: ID<OrgUnit>, from day: Day, _ occasion: Occasion, _ tx: Transaction,
        _ edit: (inout UnitFacts) -> Void
    ) throws {
        try change(unit, from: day, occasion, tx) { unit, units throws in
            try UnitRules.changing(unit, from: day, among: units, edit)
        }
    }

    /// Closes a unit: `day` is the first day it no longer exists.
    package static func close(
        _ unit: ID<OrgUnit>, from day: Day, reason: String? = nil, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try StaffProjection.roll(to: occasion.today, tx)
        try occasion.require(unit, .editUnits, tx)
        let units = try UnitStore.all(tx)
        guard let found = units.first(where: { $0.id == unit }) else { throw Missing() }
        let people =
            try tx.value(
                """
                select count(distinct person_id) from assignments
                where unit_id = \(unit) and (ends_before is null or ends_before > \(day))
                """, as: Int.self) ?? 0
        let closed = try UnitRules.closing(found, from: day, peopleThere: people, among: units)
        try UnitStore.save([closed], tx)
        try occasion.keepTree(
            AuditEntry(
                .closeUnit, of: AuditRecord(.unit, unit),
                changes: [FieldChange("ends_before", FieldName.from, .public, before: nil, after: day.iso)],
                reason: reason),
            OrganizationEvents.UnitChanged(unit: unit, from: day), tx)
    }

    /// Takes back a change planned for a day ahead: what held the day before goes on. A closing is taken back too, an
    /// opening is not.
    /// - Throws: ``UnitRefusal`` when the unit as it was no longer fits its surroundings, ``Missing``.
    package static func cancel(
        _ unit: ID<OrgUnit>, from day: Day, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try StaffProjection.roll(to: occasion.today, tx)
        try occasion.require(unit, .editUnits, tx)
        let units = try UnitStore.all(tx)
        guard day > occasion.today, let before = units.first(where: { $0.id == unit }),
            let facts = before.facts[day - 1],
            before.closed == day || before.facts.segments.contains(where: { $0.days.start == day })
        else { throw Missing() }
        let after = try UnitRules.resuming(before, facts, from: day, among: units)
        try UnitStore.save([after], tx)
        try occasion.keepTree(
            AuditEntry(
                .changeUnit, of: AuditRecord(.unit, unit),
                changes: try changes(before.facts[day], after.facts[day], units, day, tx)
                    + [FieldChange("planned_for", FieldName.from, .public, before: day.iso, after: nil)]),
            OrganizationEvents.UnitChanged(unit: unit, from: day), tx)
    }

    /// How many people a unit may employ in a position, or in all with nil, from a day on.
    package static func plan(
        _ places: Int, in unit: ID<OrgUnit>, position: ID<Position>? = nil, from day: Day, _ occasion: Occasion,
        _ tx: Transaction
    ) throws {
        try StaffProjection.roll(to: occasion.today, tx)
        try occasion.require(unit, .editUnits, tx)
        let position = position?.rawValue ?? 0
        let before = try tx.value(
            """
            select places from headcount_plans where unit_id = \(unit) and position_id = \(position)
                and starts_on <= \(day) and (ends_before is null or ends_before > \(day))
            """, as: Int.self)
        try tx.execute(
            """
            delete from headcount_plans where unit_id = \(unit) and position_id = \(position) and starts_on >= \(day)
            """)
        try tx.execute(
            """
            update headcount_plans set ends_before = \(day) where unit_id = \(unit) and position_id = \(position)
                and (ends_before is null or ends_before > \(day))
            """)
        try tx.execute(
            """
            insert into headcount_plans (unit_id, position_id, starts_on, places)
            values (\(unit), \(position), \(day), \(places))
            """)
        try occasion.keepTree(
            AuditEntry(
                .changeUnit, of: AuditRecord(.unit, unit),
                changes: [
                    FieldChange(
                        "places", Phrase(zh: "编制", en: "Places"), .public, before: before.map(String.init),
                        after: "\(places)"),
                    FieldChange("starts_on", FieldName.from, .public, before: nil, after: day.iso),
                ]),
            OrganizationEvents.UnitChanged(unit: unit, from: day), tx)
    }

    private static func change(
        _ id: ID<OrgUnit>, from day: Day, _ occasion: Occasion, _ tx: Transaction,
        _ step: (OrgUnit, [OrgUnit]) throws -> OrgUnit
    ) throws {
        try StaffProjection.roll(to: occasion.today, tx)
        try occasion.require(id, .editUnits, tx)
        let units = try UnitStore.all(tx)
        guard let before = units.first(where: { $0.id == id }) else { throw Missing() }
        let after = try step(before, units)
        guard after != before else { return }
        try UnitStore.save([after], tx)
        try occasion.keepTree(
            AuditEntry(
                .changeUnit, of: AuditRecord(.unit, id),
                changes: try changes(before.facts[day], after.facts[day], units, day, tx)
                    + [FieldChange("starts_on", FieldName.from, .public, before: nil, after: day.iso)]),
            OrganizationEvents.UnitChanged(unit: id, from: day), tx)
    }

    private static func changes(
        _ before: UnitFacts?, _ after: UnitFacts?, _ units: [OrgUnit], _ day: Day, _ tx: Transaction
    ) throws -> [FieldChange] {
        let people = [before?.head, before?.partner, after?.head, after?.partner].compactMap { $0 }
        var names: [ID<Person>: String] = [:]
        try tx.each("select id, name from people where id in \(people)") { row in
            names[try row.value()] = try row.value(String.self)
        }
        func change(_ field: String, _ name: Phrase, _ show: (UnitFacts) -> String?) -> FieldChange {
            FieldChange(field, name, .public, before: before.flatMap(show), after: after.flatMap(show))
        }
        return FieldChange.real([
            change("name", FieldName.name) { $0.name },
            change("parent", FieldName.parent) { facts in
                facts.parent.flatMap { parent in units.first { $0.id == parent }?.facts[day]?.name }
            },
            change("head", FieldName.head) { $0.head.flatMap { names[$0] } },
            change("partner", FieldName.partner) { $0.partner.flatMap { names[$0] } },
            change("cost_centre", FieldName.costCentre) { $0.costCentre },
            change("city", FieldName.city) { $0.city },
        ])
    }
}
