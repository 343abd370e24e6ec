import Foundation
import Kernel
import Shell

/// What the org chart is asked, as it stands in the address.
struct UnitsQuestion: Sendable {
    enum Show: String, Codable, Sendable, CaseIterable {
        case tree, list, headless
    }

    let day: Day
    let under: ID<OrgUnit>?
    let text: String?
    let show: Show
    let after: ID<OrgUnit>?

    init(_ call: Call) throws {
        day = try call.day("as_of") ?? call.today
        under = call.query["under"].flatMap { ID<OrgUnit>($0) }
        text = call.query["q"].map { String($0.prefix(100)) }
        after = call.query["after"].flatMap { ID<OrgUnit>($0) }
        // Whoever looks for a name wants a list.
        show = call.query["show"].flatMap(Show.init) ?? (text == nil ? .tree : .list)
    }

    /// The units asked for, in outline order.
    func chosen(of tree: [UnitNode]) -> [UnitNode] {
        let inside = under.map { UnitStore.subtree(of: $0, tree) }
        return tree.filter { node in
            (inside?.contains(node.id) ?? true) && (show != .headless || node.head == nil)
                && (text.map { node.name.localizedStandardContains($0) || node.code == $0 } ?? true)
        }
    }
}
