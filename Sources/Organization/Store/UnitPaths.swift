import Kernel
import SQL

/// The tree of one day, flattened: where each unit stands, by ids and by names.
///
/// A unit that is closed, or not yet open, keeps the place it had last, or will have first: its former people must still
/// be found by those who look after it.
enum UnitPaths {
    struct Place: Hashable {
        let unit: ID<OrgUnit>
        let kind: UnitKind
        let facts: UnitFacts
        let parent: ID<OrgUnit>?
        /// `/1/5/9/`
        let path: String
        let names: String
        let depth: Int
        let isOpen: Bool

        /// Every path below sorts before this one.
        var pathEnd: String { StaffProjection.end(of: path) }
    }

    /// Writes the places of that day; people follow with ``StaffProjection``.
    /// - Returns: the units whose place or name changed.
    static func refresh(on day: Day, _ tx: Transaction) throws -> [ID<OrgUnit>] {
        let places = places(try UnitStore.all(tx), on: day)
        var known: [ID<OrgUnit>: Known] = [:]
        try tx.each("select unit_id, path, names, head_id, partner_id, is_open from unit_paths") { row in
            known[try row.value()] = Known(
                path: try row.value(), names: try row.value(), head: try row.value(), partner: try row.value(),
                isOpen: try row.value())
        }
        let changed = places.filter { known[$0.unit] != Known($0) }
        // An undone import takes units away again.
        let gone = Set(known.keys).subtracting(places.map(\.unit))
        guard !changed.isEmpty || !gone.isEmpty else { return [] }
        for chunk in (changed.map(\.unit) + gone).chunks(of: 400) {
            try tx.execute("delete from unit_paths where unit_id in \(chunk)")
        }
        try tx.insert(
            into: "unit_paths",
            [
                "unit_id", "parent_id", "path", "path_end", "names", "name", "kind", "depth", "head_id", "partner_id",
                "is_open",
            ],
            values: changed.flatMap { place -> [SQLValue] in
                [
                    place.unit.sqlValue, place.parent.sqlValue, place.path.sqlValue, place.pathEnd.sqlValue,
                    place.names.sqlValue, place.facts.name.sqlValue, place.kind.sqlValue, place.depth.sqlValue,
                    place.facts.head.sqlValue, place.facts.partner.sqlValue, place.isOpen.sqlValue,
                ]
            })
        return changed.map(\.unit)
    }

    fileprivate struct Known: Hashable {
        let path: String
        let names: String
        let head: ID<Person>?
        let partner: ID<Person>?
        let isOpen: Bool
    }

    /// Where every unit stands on a day.
    static func places(_ units: [OrgUnit], on day: Day) -> [Place] {
        var facts: [ID<OrgUnit>: (unit: OrgUnit, facts: UnitFacts, isOpen: Bool)] = [:]
        for unit in units {
            if let today = unit.facts[day] {
                facts[unit.id] = (unit, today, true)
            } else if let segment = unit.facts.segments.last(where: { $0.days.start <= day })
                ?? unit.facts.segments.first
            {
                facts[unit.id] = (unit, segment.value, false)
            }
        }
        return facts.values.map { entry in
            var line = [entry.unit.id]
            var next = entry.facts.parent
            while let id = next, let above = facts[id], !line.contains(id) {
                line.append(id)
                next = above.facts.parent
            }
            line.reverse()
            return Place(
                unit: entry.unit.id, kind: entry.unit.kind, facts: entry.facts,
                parent: line.count > 1 ? line[line.count - 2] : nil,
                path: "/" + line.map { "\($0)/" }.joined(),
                names: line.compactMap { facts[$0]?.facts.name }.joined(separator: "/"), depth: line.count - 1,
                isOpen: entry.isOpen)
        }
        .sorted { $0.path < $1.path }
    }
}

extension UnitPaths.Known {
    fileprivate init(_ place: UnitPaths.Place) {
        self.init(
            path: place.path, names: place.names, head: place.facts.head, partner: place.facts.partner,
            isOpen: place.isOpen)
    }
}

extension Array {
    /// Pieces of at most so many elements, for lists of values in a query.
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
