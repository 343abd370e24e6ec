import Kernel
import SQL
import Shell

extension HeadcountBoard {
    /// The figures of whole months up to a day, of the people the viewer may count.
    /// - Parameters:
    ///   - unit: it and everything below it, by the tree of the last day; nil for the whole company.
    ///   - day: the last day; the last month ends there.
    ///   - count: how many months, the last one included.
    /// - Throws: ``Missing`` for a unit that does not exist on that day or is not for this viewer.
    package static func load(
        unit: ID<OrgUnit>? = nil, through day: Day, months count: Int = 12, as viewer: Viewer, _ figures: StaffFigures,
        _ tx: Transaction
    ) throws -> HeadcountBoard {
        let scope = HeadcountScope.condition(viewer)
        let first = day.month.adding(1 - max(1, count)).firstDay
        let tree = try UnitStore.tree(asOf: day, as: viewer, figures, tx)
        if let unit, !tree.contains(where: { $0.id == unit }) { throw Missing() }
        let facts = try figures.figure("movement \(first) \(day) \(scope)", tx) {
            try MovementFacts(first, day, scope, tx)
        }
        let inside = unit.map { UnitStore.subtree(of: $0, tree) }
        let months = stride(from: first.month, through: day.month, by: 1).map { month in
            MonthRow(
                month: month, movement: facts.movement(month.firstDay, Swift.min(month.lastDay, day), in: inside))
        }
        return HeadcountBoard(
            unit: unit, months: months, whole: facts.movement(first, day, in: inside),
            units: try units(below: unit, tree, facts, first...day, tx),
            span: try span(on: day, inside, scope, figures, tx),
            unitsWithoutHead: tree.count { $0.head == nil && inside?.contains($0.id) ?? true })
    }

    /// The same, as it was counted last in a large company: ``StaffFigures/recent(_:on:_:_:_:)``.
    package static func recent(
        unit: ID<OrgUnit>? = nil, through day: Day, months count: Int = 12, as viewer: Viewer, _ house: House,
        _ figures: StaffFigures, _ tx: Transaction
    ) throws -> Recent<HeadcountBoard> {
        // A unit that is gone, or no longer the viewer's, is so at once.
        if let unit, try !UnitStore.tree(asOf: day, as: viewer, figures, tx).contains(where: { $0.id == unit }) {
            throw Missing()
        }
        let units = try UnitScope(viewer, .readUnits, tx).condition
        let question: Query =
            "board \(unit) \(day) \(count) of \(HeadcountScope.condition(viewer)) in \(units)"
        return try figures.recent(question, on: day, house, tx) { tx in
            try load(unit: unit, through: day, months: count, as: viewer, figures, tx)
        }
    }

    private static func units(
        below unit: ID<OrgUnit>?, _ tree: [UnitNode], _ facts: MovementFacts, _ days: ClosedRange<Day>,
        _ tx: Transaction
    ) throws -> [UnitRow] {
        let seen = Set(tree.map(\.id))
        let tops = tree.filter { node in node.parent.map { !seen.contains($0) } ?? true }
        // One line for the whole company says nothing: a single top is looked into.
        let top = tops.count == 1 ? tops.first?.id : nil
        let unit = unit ?? top.flatMap { top in tree.contains { $0.parent == top } ? top : nil }
        let children = unit == nil ? tops : tree.filter { $0.parent == unit }
        let plans = try plans(on: days.upperBound, tx)
        func row(_ node: UnitNode, _ inside: Set<ID<OrgUnit>>) -> UnitRow {
            let planned = inside.compactMap { plans[$0] }
            return UnitRow(
                unit: node.id, name: node.name,
                movement: facts.movement(days.lowerBound, days.upperBound, in: inside),
                places: planned.isEmpty ? nil : planned.reduce(0, +))
        }
        let own = tree.filter { $0.id == unit && $0.own > 0 }.map { row($0, [$0.id]) }
        return own + children.map { row($0, UnitStore.subtree(of: $0.id, tree)) }
    }

    /// Places planned on a day, all positions of a unit together.
    private static func plans(on day: Day, _ tx: Transaction) throws -> [ID<OrgUnit>: Int] {
        var plans: [ID<OrgUnit>: Int] = [:]
        try tx.each(
            """
            select unit_id, sum(places) from headcount_plans
            where starts_on <= \(day) and (ends_before is null or ends_before > \(day)) group by unit_id
            """
        ) { row in plans[try row.value()] = try row.value(Int.self) }
        return plans
    }

    private static func span(
        on day: Day, _ inside: Set<ID<OrgUnit>>?, _ scope: Query, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> Span {
        let units: Query = inside.map { "a.unit_id in \($0.sorted())" } ?? "1 = 1"
        return try figures.figure("span \(day) \(scope) \(units)", tx) {
            var managers: [ID<Person>: ID<Person>] = [:]
            var people: [ID<Person>] = []
            try tx.each(
                """
                select e.person_id, m.person_id
                from employments e join assignments a on a.employment_id = e.id and \(UnitStore.primaryPost(on: day))
                left join employments m on m.person_id = a.manager_id and m.hired_on <= \(day)
                    and (m.last_day is null or m.last_day >= \(day))
                where e.hired_on <= \(day) and (e.last_day is null or e.last_day >= \(day)) and \(scope) and \(units)
                """
            ) { row in
                let person: ID<Person> = try row.value()
                people.append(person)
                if let manager = try row.value(ID<Person>?.self) { managers[person] = manager }
            }
            let span = SpanOfControl(ReportingLines(managers), people: people)
            return Span(managers: span.managers, mean: span.mean, median: span.median, layers: span.layers)
        }
    }
}

extension UnitStore {
    /// A unit and everything below it.
    static func subtree(of unit: ID<OrgUnit>, _ tree: [UnitNode]) -> Set<ID<OrgUnit>> {
        // Parents come before their children.
        tree.reduce(into: [unit]) { found, node in
            if let parent = node.parent, found.contains(parent) { found.insert(node.id) }
        }
    }
}
