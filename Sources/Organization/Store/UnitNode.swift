import Kernel

/// A unit as the org chart of a day shows it.
package struct UnitNode: Codable, Hashable, Sendable {
    package let id: ID<OrgUnit>
    package let parent: ID<OrgUnit>?
    package let kind: UnitKind
    package let code: String?
    package let name: String
    /// `总部/销售部/华东区`
    package let path: String
    /// 0 at the top.
    package let depth: Int
    package let head: PersonChip?
    package let partner: PersonChip?
    package let costCentre: String?
    package let city: String?
    /// People whose primary post is in the unit itself.
    package let own: Int
    /// The same with everything below.
    package let total: Int
}

/// One unit with its place in the tree and its history.
package struct UnitFile: Codable, Hashable, Sendable {
    package let node: UnitNode
    /// From the top down to the parent.
    package let above: [UnitNode]
    /// Directly below, by name.
    package let below: [UnitNode]
    /// What it was called and where it hung, by first day; changes planned for later included.
    package let history: [UnitChange]
}

/// What holds of a unit over a range of days.
package struct UnitChange: Codable, Hashable, Sendable {
    package let days: DayRange
    package let name: String
    package let parentName: String?
    package let headName: String?
    package let city: String?
}
