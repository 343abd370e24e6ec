import Kernel
import SQL
import Shell

/// Whose employments a viewer may count, or see one by one: the posts in some units, and those under managers of a line.
///
/// It is a matter of posts, not of people: whoever moved away counts for the days in the viewer's unit, and whoever left
/// counts where they worked.
package struct SpellSight: Hashable, Sendable {
    /// Covers all.
    package let isEverything: Bool
    private let units: Set<Int64>
    private let managers: Set<Int64>

    /// Covers nobody.
    package var isNothing: Bool { !isEverything && units.isEmpty && managers.isEmpty }

    /// - Parameters:
    ///   - reaches: which grants count: without ``Reach/aggregates`` for lists of people.
    ///   - fieldClass: a line never covers pay.
    package init(
        _ viewer: Viewer, _ capability: Capability, among reaches: Set<Reach> = [.company, .line, .aggregates],
        showing fieldClass: FieldClass = .public, _ tx: Transaction
    ) throws {
        let grants = viewer.grants(for: capability, showing: fieldClass).filter { reaches.contains($0.reach) }
        let wide = grants.filter { $0.reach == .company || $0.reach == .aggregates }
        isEverything = wide.contains { $0.unit == nil }
        guard !isEverything else {
            (units, managers) = ([], [])
            return
        }
        let roots = Set(wide.compactMap(\.unit)).sorted()
        units =
            roots.isEmpty
            ? []
            : Set(
                try tx.rows(
                    """
                    select v.unit_id from unit_paths v join unit_paths w on v.path >= w.path and v.path < w.path_end
                    where w.unit_id in \(roots)
                    """
                ) { row in try row.value(Int64.self) })
        guard let subject = viewer.subject, fieldClass != .pay, grants.contains(where: { $0.reach == .line }) else {
            managers = []
            return
        }
        managers = Set(
            try tx.rows(
                """
                select r.person_id from staff r join staff w on r.line_path >= w.line_path and r.line_path < w.line_end
                where w.person_id = \(subject)
                """
            ) { row in try row.value(Int64.self) })
    }

    /// The program itself.
    package static let everything = SpellSight()

    private init() { (isEverything, units, managers) = (true, [], []) }

    fileprivate func covers(unit: Int64) -> Bool { units.contains(unit) }
    fileprivate func covers(manager: Int64) -> Bool { managers.contains(manager) }
}

/// Employments as one viewer may count them.
package struct SpellView: Sendable {
    package let all: EmploymentSpells
    package let sight: SpellSight
    private let units: [Bool]
    private let managers: [Bool]

    package init(_ all: EmploymentSpells, _ sight: SpellSight) {
        (self.all, self.sight) = (all, sight)
        units = sight.isEverything ? [] : all.units.map { sight.covers(unit: $0.id.rawValue) }
        managers = sight.isEverything ? [] : all.managers.map { sight.covers(manager: $0.rawValue) }
    }

    /// Whether a post is covered; a day without a post only by whoever counts everybody.
    package func sees(_ posting: EmploymentSpells.Posting?) -> Bool {
        if sight.isEverything { return true }
        guard let posting else { return false }
        return units[Int(posting.unit)] || (posting.manager >= 0 && managers[Int(posting.manager)])
    }

    /// Units with a post the viewer covers, by their places: what a filter may name.
    package var unitsSeen: [Bool] {
        if sight.isEverything { return Array(repeating: true, count: all.units.count) }
        var seen = units
        for posting in all.postings where !seen[Int(posting.unit)] && sees(posting) { seen[Int(posting.unit)] = true }
        return seen
    }
}
