import Kernel

/// A change of the tree that is being considered, for one day.
package struct Reorganisation: Hashable, Sendable {
    package var day: Day
    /// New parents; nil moves a unit to the top.
    package var moves: [ID<OrgUnit>: ID<OrgUnit>?] = [:]
    package var names: [ID<OrgUnit>: String] = [:]
    /// Units that are dissolved, and the unit that takes over their people and the units below them.
    package var mergers: [ID<OrgUnit>: ID<OrgUnit>] = [:]
}

/// What a reorganisation would do; nothing is stored.
package struct ReorganisationPreview: Hashable, Sendable {
    /// Somebody whose unit, or whose unit's path, changes.
    package struct PersonMove: Hashable, Sendable {
        package let person: ID<Person>
        package let from: ID<OrgUnit>
        package let to: ID<OrgUnit>
        package let pathBefore: String
        package let pathAfter: String
    }

    /// Somebody with rights over a unit subtree who would see other people than before.
    package struct AccessChange: Hashable, Sendable {
        package let holder: ID<Person>
        package let gains: Set<ID<Person>>
        package let loses: Set<ID<Person>>
    }

    package let after: UnitTree
    /// By path, then by person.
    package let moves: [PersonMove]
    /// By holder; only those for whom something changes.
    package let accessChanges: [AccessChange]
}

extension Reorganisation {
    /// Who would move and whose access would change.
    ///
    /// - Parameters:
    ///   - tree: the units on ``day`` without the change.
    ///   - members: each person's posts on that day; a person with two posts appears twice.
    ///   - grants: who has rights over which subtree. A right over a dissolved unit lapses; its successor's holder
    ///     takes over.
    /// - Throws: the refusal of the first step that is impossible.
    package func preview(
        of tree: UnitTree, members: [(person: ID<Person>, unit: ID<OrgUnit>)],
        grants: [(holder: ID<Person>, unit: ID<OrgUnit>)]
    ) throws(UnitRefusal) -> ReorganisationPreview {
        let after = try applied(to: tree)
        let moves = members.compactMap { member -> ReorganisationPreview.PersonMove? in
            let unit = successor(of: member.unit)
            let (before, later) = (tree.path(to: member.unit), after.path(to: unit))
            guard before != later || unit != member.unit else { return nil }
            return .init(
                person: member.person, from: member.unit, to: unit, pathBefore: before, pathAfter: later)
        }
        let seenBefore = Self.seen(by: grants, tree, members)
        let seenAfter = Self.seen(
            by: grants.filter { mergers[$0.unit] == nil }, after,
            members.map { ($0.person, successor(of: $0.unit)) })
        let changes = Set(grants.map(\.holder)).sorted().compactMap { holder in
            let (before, later) = (seenBefore[holder] ?? [], seenAfter[holder] ?? [])
            return before == later
                ? nil
                : ReorganisationPreview.AccessChange(
                    holder: holder, gains: later.subtracting(before), loses: before.subtracting(later))
        }
        return ReorganisationPreview(
            after: after,
            moves: moves.sorted { ($0.pathAfter, $0.person) < ($1.pathAfter, $1.person) },
            accessChanges: changes)
    }

    /// The tree as it would stand.
    package func applied(to tree: UnitTree) throws(UnitRefusal) -> UnitTree {
        for id in Set(moves.keys).union(names.keys).union(mergers.keys) where tree[id] == nil {
            throw .notOpen("#\(id)", day)
        }
        var nodes: [UnitTree.Node] = []
        for node in tree.nodes.values where mergers[node.id] == nil {
            var facts = node.facts
            if let parent = moves[node.id] { facts.parent = parent }
            if let name = names[node.id] { facts.name = name }
            facts.parent = facts.parent.map(successor)
            if let parent = facts.parent {
                guard parent != node.id else { throw .underItself(unit: facts.name, day) }
                guard let above = tree[parent], mergers[parent] == nil else {
                    throw .parentNotOpen(unit: facts.name, day)
                }
                if node.kind == .company, above.kind != .company {
                    throw .companyUnderPart(unit: facts.name, parent: above.name)
                }
            }
            nodes.append(UnitTree.Node(id: node.id, kind: node.kind, facts: facts))
        }
        let siblings = Dictionary(grouping: nodes) { [$0.facts.parent?.description ?? "", $0.name] }
        if let same = siblings.values.first(where: { $0.count > 1 })?.first {
            throw .siblingWithSameName(same.name, day)
        }
        return try UnitTree(nodes)
    }

    /// Mergers may chain: A into B, B into C.
    private func successor(of unit: ID<OrgUnit>) -> ID<OrgUnit> {
        var (current, steps) = (unit, 0)
        while let next = mergers[current], steps < mergers.count {
            (current, steps) = (next, steps + 1)
        }
        return current
    }

    private static func seen(
        by grants: [(holder: ID<Person>, unit: ID<OrgUnit>)], _ tree: UnitTree,
        _ members: [(person: ID<Person>, unit: ID<OrgUnit>)]
    ) -> [ID<Person>: Set<ID<Person>>] {
        let people = Dictionary(grouping: members, by: \.unit)
        var seen: [ID<Person>: Set<ID<Person>>] = [:]
        for grant in grants {
            for unit in tree.subtree(of: grant.unit) {
                seen[grant.holder, default: []].formUnion((people[unit] ?? []).map(\.person))
            }
        }
        return seen
    }
}
