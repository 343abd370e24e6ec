import Kernel
import Shell

/// A change of the tree that is being considered, for one day.
package struct Reorganisation: Hashable, Sendable {
    package var day: Day
    /// New parents; nil moves a unit to the top.
    package var moves: [ID<OrgUnit>: ID<OrgUnit>?] = [:]
    package var names: [ID<OrgUnit>: String] = [:]
    /// Units that are dissolved, and the unit that takes over their people and the units below them.
    package var mergers: [ID<OrgUnit>: ID<OrgUnit>] = [:]
    /// Units that are closed; by then nobody may work in them and nothing may hang from them.
    package var closures: Set<ID<OrgUnit>> = []
    /// People who change to another unit with their primary post.
    package var people: [ID<Person>: Transfer] = [:]

    package struct Transfer: Hashable, Sendable {
        package let from: ID<OrgUnit>
        package let to: ID<OrgUnit>
    }

    /// Every unit that changes or goes.
    package var touched: Set<ID<OrgUnit>> {
        Set(moves.keys).union(names.keys).union(mergers.keys).union(closures)
    }
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
        package let holder: ID<Account>
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
        grants: [(holder: ID<Account>, unit: ID<OrgUnit>)]
    ) throws(UnitRefusal) -> ReorganisationPreview {
        let after = try applied(to: tree)
        try check(members, tree, after)
        let moves = members.compactMap { member -> ReorganisationPreview.PersonMove? in
            let unit = place(of: member)
            let (before, later) = (tree.path(to: member.unit), after.path(to: unit))
            guard before != later || unit != member.unit else { return nil }
            return .init(
                person: member.person, from: member.unit, to: unit, pathBefore: before, pathAfter: later)
        }
        let seenBefore = Self.seen(by: grants, tree, members)
        let seenAfter = Self.seen(
            by: grants.filter { mergers[$0.unit] == nil && !closures.contains($0.unit) }, after,
            members.map { ($0.person, place(of: $0)) })
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
        for id in touched.union(people.values.map(\.to)).sorted() where tree[id] == nil {
            throw .notOpen("#\(id)", day)
        }
        for id in mergers.keys.sorted() where mergers[successor(of: id)] != nil {
            throw .circle(tree[id]?.name ?? "")
        }
        var nodes: [UnitTree.Node] = []
        for node in tree.nodes.values where mergers[node.id] == nil && !closures.contains(node.id) {
            var facts = node.facts
            if let parent = moves[node.id] { facts.parent = parent }
            if let name = names[node.id] { facts.name = name }
            facts.parent = facts.parent.map(successor)
            if let parent = facts.parent {
                guard parent != node.id else { throw .underItself(unit: facts.name, day) }
                if closures.contains(parent), let closed = tree[parent] {
                    throw .stillUnits(unit: closed.name, [facts.name], day)
                }
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

    /// Nobody may be left in a unit that is closed, or sent to one that is gone.
    private func check(
        _ members: [(person: ID<Person>, unit: ID<OrgUnit>)], _ tree: UnitTree, _ after: UnitTree
    ) throws(UnitRefusal) {
        let left = Dictionary(grouping: members.map { place(of: $0) }.filter { after[$0] == nil }) { $0 }
        if let (unit, people) = left.min(by: { $0.key < $1.key }) {
            throw .stillPeople(unit: tree[unit]?.name ?? "#\(unit)", count: people.count, day)
        }
    }

    /// The unit of a post after the change.
    package func place(of member: (person: ID<Person>, unit: ID<OrgUnit>)) -> ID<OrgUnit> {
        if let transfer = people[member.person], transfer.from == member.unit { return successor(of: transfer.to) }
        return successor(of: member.unit)
    }

    /// Mergers may chain: A into B, B into C.
    package func successor(of unit: ID<OrgUnit>) -> ID<OrgUnit> {
        var (current, steps) = (unit, 0)
        while let next = mergers[current], steps < mergers.count {
            (current, steps) = (next, steps + 1)
        }
        return current
    }

    private static func seen(
        by grants: [(holder: ID<Account>, unit: ID<OrgUnit>)], _ tree: UnitTree,
        _ members: [(person: ID<Person>, unit: ID<OrgUnit>)]
    ) -> [ID<Account>: Set<ID<Person>>] {
        let people = Dictionary(grouping: members, by: \.unit)
        var seen: [ID<Account>: Set<ID<Person>>] = [:]
        for grant in grants {
            for unit in tree.subtree(of: grant.unit) {
                seen[grant.holder, default: []].formUnion((people[unit] ?? []).map(\.person))
            }
        }
        return seen
    }
}
