import Kernel

/// Changes of the tree as pure steps: the units in, the changed unit out, or a ``UnitRefusal``.
///
/// Effective days may lie in the future. A step that would meet a change already planned for later is refused, so that
/// no plan is lost unseen.
package enum UnitRules {
    /// A new unit from a day on.
    package static func opening(
        _ id: ID<OrgUnit>, _ kind: UnitKind, _ facts: UnitFacts, from day: Day, among units: [OrgUnit]
    ) throws(UnitRefusal) -> OrgUnit {
        let unit = OrgUnit(id: id, kind: kind, facts: Timeline(facts, from: day))
        try check(unit, from: day, among: units)
        return unit
    }

    /// Another name from a day on.
    package static func renaming(
        _ unit: OrgUnit, to name: String, from day: Day, among units: [OrgUnit]
    ) throws(UnitRefusal) -> OrgUnit {
        try changing(unit, from: day, among: units) { $0.name = name }
    }

    /// Another parent from a day on; nil moves it to the top.
    package static func moving(
        _ unit: OrgUnit, under parent: ID<OrgUnit>?, from day: Day, among units: [OrgUnit]
    ) throws(UnitRefusal) -> OrgUnit {
        try changing(unit, from: day, among: units) { $0.parent = parent }
    }

    /// Any change of the facts from a day on, as long as nothing else is planned later.
    package static func changing(
        _ unit: OrgUnit, from day: Day, among units: [OrgUnit], _ change: (inout UnitFacts) -> Void
    ) throws(UnitRefusal) -> OrgUnit {
        guard var facts = unit.facts[day] else { throw .notOpen(unit.lastName, day) }
        try refuseLaterChange(of: unit, after: day)
        change(&facts)
        var changed = unit
        changed.facts.set(facts, from: day)
        try check(changed, from: day, among: units)
        return changed
    }

    /// Closes a unit: `day` is the first day it no longer exists.
    ///
    /// - Parameter peopleThere: how many people hold a post in it on that day or later.
    package static func closing(
        _ unit: OrgUnit, from day: Day, peopleThere: Int, among units: [OrgUnit]
    ) throws(UnitRefusal) -> OrgUnit {
        guard let facts = unit.facts[day] else { throw .notOpen(unit.lastName, day) }
        try refuseLaterChange(of: unit, after: day)
        guard peopleThere == 0 else { throw .stillPeople(unit: facts.name, count: peopleThere, day) }
        let below = units.filter { other in
            other.id != unit.id
                && other.facts.segments(in: DayRange(from: day)).contains { $0.value.parent == unit.id }
        }
        guard below.isEmpty else {
            throw .stillUnits(unit: facts.name, below.map(\.lastName).sorted(), day)
        }
        var closed = unit
        closed.facts.set(nil, from: day)
        return closed
    }

    /// Whether all units together make a tree on a day: open parents, no two siblings of one name, no circle.
    static func check(all units: [OrgUnit], on day: Day) throws(UnitRefusal) {
        let tree = try UnitTree(units, on: day)
        var names: [ID<OrgUnit>?: Set<String>] = [:]
        for node in tree.nodes.values.sorted(by: { $0.id < $1.id }) {
            guard names[node.facts.parent, default: []].insert(node.name).inserted else {
                throw .siblingWithSameName(node.name, day)
            }
            guard let parent = node.facts.parent else { continue }
            guard let above = tree[parent] else { throw .parentNotOpen(unit: node.name, day) }
            if node.kind == .company, above.kind != .company {
                throw .companyUnderPart(unit: node.name, parent: above.name)
            }
        }
    }

    /// What held before a day goes on, up to the next change planned after it.
    package static func resuming(
        _ unit: OrgUnit, _ facts: UnitFacts, from day: Day, among units: [OrgUnit]
    ) throws(UnitRefusal) -> OrgUnit {
        var changed = unit
        changed.facts.set(facts, untilNextChangeFrom: day)
        try check(changed, from: day, among: units)
        return changed
    }

    static func refuseLaterChange(of unit: OrgUnit, after day: Day) throws(UnitRefusal) {
        let starts = unit.facts.segments.map(\.days.start) + [unit.closed].compactMap { $0 }
        if let planned = starts.sorted().first(where: { $0 > day }) {
            throw .laterChange(unit: unit.lastName, planned)
        }
    }

    /// The name, the parent, the siblings, and no circle: on the day and on every later day on which any unit changes.
    private static func check(_ unit: OrgUnit, from day: Day, among units: [OrgUnit]) throws(UnitRefusal) {
        guard let facts = unit.facts[day] else { throw .notOpen(unit.lastName, day) }
        guard facts.name.contains(where: { !$0.isWhitespace }) else { throw .noName }
        guard !facts.name.contains(where: UnitPath.isSeparator) else { throw .nameWithSeparator(facts.name) }
        let others = units.filter { $0.id != unit.id }
        let later = others.flatMap { $0.facts.segments.map(\.days.start) + [$0.closed].compactMap { $0 } }
        for moment in Set(later.filter { $0 > day } + [day]).sorted() {
            try check(unit, facts, on: moment, among: others)
        }
    }

    private static func check(
        _ unit: OrgUnit, _ facts: UnitFacts, on day: Day, among others: [OrgUnit]
    ) throws(UnitRefusal) {
        let open = Dictionary(others.compactMap { other in other.facts[day].map { (other.id, (other.kind, $0)) } }) {
            $1
        }
        if open.values.contains(where: { $0.1.parent == facts.parent && $0.1.name == facts.name }) {
            throw .siblingWithSameName(facts.name, day)
        }
        guard let parent = facts.parent else { return }
        if parent == unit.id { throw .underItself(unit: facts.name, day) }
        guard let (kind, above) = open[parent] else { throw .parentNotOpen(unit: facts.name, day) }
        if unit.kind == .company, kind != .company { throw .companyUnderPart(unit: facts.name, parent: above.name) }
        var next = above.parent
        var seen: Set<ID<OrgUnit>> = [parent]
        while let id = next {
            if id == unit.id { throw .underItself(unit: facts.name, day) }
            guard seen.insert(id).inserted else { throw .circle(facts.name) }
            next = open[id]?.1.parent
        }
    }
}

extension OrgUnit {
    /// The name it has last, for sentences about it.
    package var lastName: String { facts.segments.last?.value.name ?? "" }
}
