import Kernel
import SQL

/// Units as they are stored.
enum UnitStore {
    /// Every unit with its whole history.
    static func all(_ tx: Transaction) throws -> [OrgUnit] {
        var facts: [ID<OrgUnit>: [Timeline<UnitFacts>.Segment]] = [:]
        try tx.each(
            """
            select unit_id, starts_on, ends_before, name, parent_id, head_id, partner_id, cost_centre, city
            from unit_facts order by unit_id, starts_on
            """
        ) { row in
            let unit: ID<OrgUnit> = try row.value()
            guard let days = DayRange(start: try row.value(), end: try row.value()) else { return }
            let value = UnitFacts(
                name: try row.value(), parent: try row.value(), head: try row.value(), partner: try row.value(),
                costCentre: try row.value(), city: try row.value())
            facts[unit, default: []].append(.init(value: value, days: days))
        }
        return try tx.rows("select id, kind, code from units order by id") { row in
            let id: ID<OrgUnit> = try row.value()
            return OrgUnit(
                id: id, kind: try row.value(), code: try row.value(), facts: try Timeline(facts[id] ?? []))
        }
    }

    /// Writes units that are new, or replaces what is stored of them.
    static func save(_ units: [OrgUnit], _ tx: Transaction) throws {
        try tx.insert(
            into: "units", ["id", "kind", "code"],
            values: units.flatMap { [$0.id.sqlValue, $0.kind.sqlValue, $0.code.sqlValue] },
            ending: "on conflict (id) do update set kind = excluded.kind, code = excluded.code")
        for chunk in units.map(\.id).chunks(of: 400) {
            try tx.execute("delete from unit_facts where unit_id in \(chunk)")
        }
        try tx.insert(
            into: "unit_facts",
            [
                "unit_id", "starts_on", "ends_before", "name", "parent_id", "head_id", "partner_id", "cost_centre",
                "city",
            ],
            values: units.flatMap { unit in
                unit.facts.segments.flatMap { segment -> [SQLValue] in
                    let facts = segment.value
                    return [
                        unit.id.sqlValue, segment.days.start.sqlValue, segment.days.end.sqlValue, facts.name.sqlValue,
                        facts.parent.sqlValue, facts.head.sqlValue, facts.partner.sqlValue,
                        facts.costCentre.sqlValue, facts.city.sqlValue,
                    ]
                }
            })
    }
}
