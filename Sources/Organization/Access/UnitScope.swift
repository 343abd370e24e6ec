import Kernel
import SQL
import Shell

/// The units a viewer's grants of a capability cover: all, or some and what lies below them.
package struct UnitScope: Hashable, Sendable {
    /// Nil for all.
    private let units: [Int64]?

    /// A grant over a line or oneself covers one's own unit.
    package init(_ viewer: Viewer, _ capability: Capability, _ tx: Transaction) throws {
        var units: [Int64] = []
        for grant in viewer.grants(for: capability) {
            switch grant.reach {
            case .company, .aggregates:
                guard let unit = grant.unit else {
                    self.units = nil
                    return
                }
                units.append(unit)
            case .line, .oneself:
                guard let subject = viewer.subject else { continue }
                let own = try tx.value("select unit_id from staff where person_id = \(subject)", as: Int64?.self)
                if let own = own ?? nil { units.append(own) }
            case .mentees: continue
            }
        }
        self.units = units
    }

    /// Whether a unit with that path of ids is covered, on the day of the path.
    package func contains(_ path: String) -> Bool {
        units.map { $0.contains { path.contains("/\($0)/") } } ?? true
    }

    package var isEverything: Bool { units == nil }

    /// Rows of `unit_paths u` that are covered today.
    package var condition: Query {
        guard let units else { return Visibility.everybody }
        return .any(
            of: units.map { unit in
                """
                (u.path >= (select path from unit_paths where unit_id = \(unit))
                and u.path < (select path_end from unit_paths where unit_id = \(unit)))
                """
            })
    }
}
