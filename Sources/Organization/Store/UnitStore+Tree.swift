import Kernel
import SQL
import Shell

extension UnitStore {
    /// The units of a day as the viewer may see them, each parent before its children, siblings by name, with the people
    /// employed at the end of that day.
    package static func tree(
        asOf day: Day, as viewer: Viewer, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> [UnitNode] {
        let scope = try UnitScope(viewer, .readUnits, tx)
        return try figures.figure("units on \(day) in \(scope.condition)", tx) {
            let whole = try figures.figure("units on \(day)", tx) { try nodes(on: day, tx) }
            return SeenUnits(nodes: whole.filter { scope.contains($0.path) }.map(\.node))
        }.nodes
    }

    /// One unit on a day. - Throws: ``Missing`` for a unit that is not there that day or not for this viewer.
    package static func file(
        _ unit: ID<OrgUnit>, asOf day: Day, as viewer: Viewer, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> UnitFile {
        let seen = try tree(asOf: day, as: viewer, figures, tx)
        guard let node = seen.first(where: { $0.id == unit }) else { throw Missing() }
        var above: [UnitNode] = []
        var next = node.parent
        while let parent = seen.first(where: { $0.id == next }) {
            above.insert(parent, at: 0)
            next = parent.parent
        }
        return UnitFile(
            node: node, above: above, below: seen.filter { $0.parent == unit },
            history: try history(of: unit, tx))
    }

    /// A unit with its path of ids on that day.
    private struct PlacedNode: Sendable {
        let node: UnitNode
        let path: String
    }

    /// What is kept of a day, and of what a viewer sees of it.
    private struct SeenUnits: Sendable, SizedFigure {
        let nodes: [UnitNode]
        var bytes: Int { nodes.count * 600 }
    }

    private static func nodes(on day: Day, _ tx: Transaction) throws -> [PlacedNode] {
        let units = try all(tx)
        let tree = try UnitTree(units, on: day)
        let counts = try headcounts(on: day, tx)
        let people = tree.nodes.values.flatMap { [$0.facts.head, $0.facts.partner].compactMap { $0 } }
        var chips: [ID<Person>: PersonChip] = [:]
        for chunk in Array(Set(people)).chunks(of: 400) {
            try tx.each("select person_id, name, position from staff where person_id in \(chunk)") { row in
                let chip = PersonChip(id: try row.value(), name: try row.value(), position: try row.value())
                chips[chip.id] = chip
            }
        }
        let codes = Dictionary(units.map { ($0.id, $0.code) }) { first, _ in first }
        let outline = tree.outline
        // Children come after their parent, so totals add up from the end.
        var totals = counts
        for (node, _) in outline.reversed() {
            guard let parent = node.facts.parent, tree[parent] != nil else { continue }
            totals[parent, default: 0] += totals[node.id] ?? 0
        }
        return outline.map { node, depth in
            let line = tree.line(to: node.id)
            let parent = node.facts.parent.flatMap { tree[$0]?.id }
            return PlacedNode(
                node: UnitNode(
                    id: node.id, parent: parent, kind: node.kind, code: codes[node.id] ?? nil, name: node.name,
                    path: line.map(\.name).joined(separator: "/"), depth: depth,
                    head: node.facts.head.flatMap { chips[$0] }, partner: node.facts.partner.flatMap { chips[$0] },
                    costCentre: node.facts.costCentre, city: node.facts.city, own: counts[node.id] ?? 0,
                    total: totals[node.id] ?? 0),
                path: "/" + line.map { "\($0.id)/" }.joined())
        }
    }

    /// People employed at the end of a day, by the unit of their primary post.
    static func headcounts(on day: Day, _ tx: Transaction) throws -> [ID<OrgUnit>: Int] {
        let isToday = try StaffProjection.state(tx)?.day == day
        let question: Query =
            isToday
            ? """
            select unit_id, count(*) from staff
            where status in ('probation', 'regular') and unit_id is not null group by status, unit_id
            """
            : """
            select a.unit_id, count(distinct e.person_id)
            from employments e join assignments a on a.employment_id = e.id and \(primaryPost(on: day))
            where e.hired_on <= \(day) and (e.last_day is null or e.last_day >= \(day))
            group by a.unit_id
            """
        var counts: [ID<OrgUnit>: Int] = [:]
        // By status too: the order of an index, which need not be sorted.
        try tx.each(question) { row in counts[try row.value(), default: 0] += try row.value(Int.self) }
        return counts
    }

    /// The assignment `a` is the primary one of a day.
    static func primaryPost(on day: Query) -> Query {
        "a.role = 'primary' and a.starts_on <= \(day) and (a.ends_before is null or a.ends_before > \(day))"
    }

    static func primaryPost(on day: Day) -> Query { primaryPost(on: "\(day)") }

    private static func history(of unit: ID<OrgUnit>, _ tx: Transaction) throws -> [UnitChange] {
        try tx.rows(
            """
            select f.starts_on, f.ends_before, f.name, g.name, p.name, f.city
            from unit_facts f
            left join unit_facts g on g.unit_id = f.parent_id and g.starts_on <= f.starts_on
                and (g.ends_before is null or g.ends_before > f.starts_on)
            left join people p on p.id = f.head_id
            where f.unit_id = \(unit) order by f.starts_on
            """
        ) { row in
            UnitChange(
                days: try row.days(), name: try row.value(), parentName: try row.value(), headName: try row.value(),
                city: try row.value())
        }
    }
}
