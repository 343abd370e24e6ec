import Kernel

/// Finds the units that paths name and plans those that do not exist yet.
///
/// Feed every path of a sheet to ``place(_:)``; a level named twice is planned once. A parent always stands before its
/// children in ``creations``, so they can be stored in that order.
package struct UnitPathPlan: Sendable {
    /// Where a path leads.
    package enum Place: Hashable, Sendable {
        case existing(ID<OrgUnit>)
        /// The position in ``creations``.
        case planned(Int)
    }

    package struct Creation: Hashable, Sendable {
        package let name: String
        package let kind: UnitKind
        /// Nil at the top.
        package let parent: Place?
        package let path: UnitPath
    }

    package private(set) var creations: [Creation] = []
    private let tree: UnitTree
    private let byName: [String: [ID<OrgUnit>]]
    private var planned: [Place?: [String: Int]] = [:]

    /// - Parameter tree: the units on the day from which the people of the sheet belong to them.
    package init(_ tree: UnitTree) {
        self.tree = tree
        byName = Dictionary(grouping: tree.nodes.keys) { tree.nodes[$0]?.name ?? "" }
    }

    /// The unit at the end of the path; missing levels are planned.
    ///
    /// A path may leave out upper levels when its first name is found only once in the tree. When that name is found
    /// nowhere and the tree has a single top, the path is taken to start below it.
    ///
    /// - Throws: ``UnitRefusal/ambiguousName(_:_:)``.
    package mutating func place(_ path: UnitPath) throws(UnitRefusal) -> Place {
        var place = try start(path.names[0])
        for (index, name) in path.names.enumerated() {
            if index == 0, case .existing(let id) = place, tree[id]?.name == name { continue }
            place = step(from: place, name, path)
        }
        // A path has at least one name, so the walk always ends at a place.
        return place ?? .planned(0)
    }

    /// Where the walk begins: the unit of that name, or what the first level hangs from.
    private func start(_ name: String) throws(UnitRefusal) -> Place? {
        if let root = tree.roots.first(where: { tree[$0]?.name == name }) { return .existing(root) }
        let found = byName[name] ?? []
        if found.count > 1 { throw .ambiguousName(name, found.map(tree.path).sorted()) }
        if let only = found.first { return .existing(only) }
        return tree.roots.count == 1 ? .existing(tree.roots[0]) : nil
    }

    private mutating func step(from place: Place?, _ name: String, _ path: UnitPath) -> Place {
        if case .existing(let id) = place,
            let child = tree.children(of: id).first(where: { tree[$0]?.name == name })
        {
            return .existing(child)
        }
        if let index = planned[place]?[name] { return .planned(index) }
        creations.append(Creation(name: name, kind: kind(of: name, under: place), parent: place, path: path))
        planned[place, default: [:]][name] = creations.count - 1
        return .planned(creations.count - 1)
    }

    /// A company can only stand under a company, whatever its name says.
    private func kind(of name: String, under place: Place?) -> UnitKind {
        let guess = UnitKind(guessing: name)
        let above: UnitKind? =
            switch place {
            case nil: nil
            case .existing(let id): tree[id]?.kind
            case .planned(let index): creations[index].kind
            }
        return guess == .company && above != nil && above != .company ? .department : guess
    }
}
