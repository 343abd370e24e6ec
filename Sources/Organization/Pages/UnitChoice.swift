import Kernel
import Markup

/// A unit that can be picked, under its full path.
struct UnitChoice: Codable, Sendable {
    let id: ID<OrgUnit>
    let path: String

    init(_ node: UnitNode) { (id, path) = (node.id, node.path) }

    var choice: Choice { Choice(id.description, Phrase(verbatim: path)) }

    /// What a filter offers: the two upper levels, the way to the unit chosen, and what lies directly below it. The rest
    /// is reached step by step, so that a company of thousands of units does not send them all with every page.
    static func filter(_ tree: [UnitNode], around chosen: ID<OrgUnit>?) -> [UnitChoice] {
        guard chosen != nil else { return tree.filter { $0.depth < 2 }.map { UnitChoice($0) } }
        var line: Set<ID<OrgUnit>> = []
        let byID = Dictionary(tree.map { ($0.id, $0) }) { first, _ in first }
        var next = chosen
        while let id = next, let node = byID[id], line.insert(id).inserted { next = node.parent }
        return tree.filter { $0.depth < 2 || line.contains($0.id) || $0.parent == chosen }
            .map { UnitChoice($0) }
    }
}
