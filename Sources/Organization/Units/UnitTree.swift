import Kernel

/// The units as they stand on one day.
///
/// A unit whose parent does not exist on that day stands at the top, so that nobody is lost from a list.
package struct UnitTree: Hashable, Sendable {
    package struct Node: Hashable, Sendable {
        package let id: ID<OrgUnit>
        package let kind: UnitKind
        package let facts: UnitFacts

        package var name: String { facts.name }
    }

    package let nodes: [ID<OrgUnit>: Node]
    /// The units at the top, by name.
    package let roots: [ID<OrgUnit>]
    private let children: [ID<OrgUnit>: [ID<OrgUnit>]]

    /// - Throws: ``UnitRefusal/circle(_:)``.
    package init(_ nodes: some Sequence<Node>) throws(UnitRefusal) {
        let table = Dictionary(nodes.map { ($0.id, $0) }) { _, last in last }
        let sorted = table.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        var (roots, children): ([ID<OrgUnit>], [ID<OrgUnit>: [ID<OrgUnit>]]) = ([], [:])
        for node in sorted {
            if let parent = node.facts.parent, table[parent] != nil {
                children[parent, default: []].append(node.id)
            } else {
                roots.append(node.id)
            }
        }
        (self.nodes, self.roots, self.children) = (table, roots, children)
        if let lost = Self.unreached(from: roots, children, among: sorted) { throw .circle(lost.name) }
    }

    /// The units open on that day.
    package init(_ units: some Sequence<OrgUnit>, on day: Day) throws(UnitRefusal) {
        try self.init(
            units.compactMap { unit in unit.facts[day].map { Node(id: unit.id, kind: unit.kind, facts: $0) } })
    }

    /// Whatever hangs in a circle cannot be reached from the top.
    private static func unreached(
        from roots: [ID<OrgUnit>], _ children: [ID<OrgUnit>: [ID<OrgUnit>]], among nodes: [Node]
    ) -> Node? {
        var seen = Set<ID<OrgUnit>>()
        var open = roots
        while let next = open.popLast() {
            seen.insert(next)
            open += children[next] ?? []
        }
        return nodes.first { !seen.contains($0.id) }
    }

    package subscript(id: ID<OrgUnit>) -> Node? { nodes[id] }

    /// The units directly below, by name.
    package func children(of id: ID<OrgUnit>) -> [ID<OrgUnit>] { children[id] ?? [] }

    /// From the top down to the unit itself; empty when it does not exist on that day.
    package func line(to id: ID<OrgUnit>) -> [Node] {
        var line: [Node] = []
        var next = nodes[id]
        while let node = next {
            line.append(node)
            next = node.facts.parent.flatMap { nodes[$0] }
        }
        return line.reversed()
    }

    /// `总部/销售部/华东区`.
    package func path(to id: ID<OrgUnit>) -> String { line(to: id).map(\.name).joined(separator: "/") }

    /// The unit and everything below it.
    package func subtree(of id: ID<OrgUnit>) -> Set<ID<OrgUnit>> {
        guard nodes[id] != nil else { return [] }
        var found: Set<ID<OrgUnit>> = []
        var open = [id]
        while let next = open.popLast() {
            found.insert(next)
            open += children(of: next)
        }
        return found
    }

    /// Whether the unit is the other or lies below it.
    package func contains(_ id: ID<OrgUnit>, under other: ID<OrgUnit>) -> Bool {
        line(to: id).contains { $0.id == other }
    }

    /// Every unit, each parent before its children, siblings by name: the order of an org chart.
    package var outline: [(node: Node, depth: Int)] {
        var result: [(node: Node, depth: Int)] = []
        var open = roots.reversed().map { ($0, 0) }
        while let (id, depth) = open.popLast() {
            if let node = nodes[id] { result.append((node, depth)) }
            open += children(of: id).reversed().map { ($0, depth + 1) }
        }
        return result
    }
}
