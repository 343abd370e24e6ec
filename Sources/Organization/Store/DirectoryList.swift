import Kernel
import SQL
import Shell

/// The pieces of a query for one list: where from, who, what, in what order.
struct DirectoryList {
    let source: Query
    let columns: Query
    /// What the viewer sees at all, without the filter.
    let visible: Query
    private let filter: DirectoryFilter
    private let seesWork: Query
    private let inUnit: Query?
    private let found: Query?

    /// The list of today.
    init(_ filter: DirectoryFilter, _ viewer: Viewer) {
        self.filter = filter
        source = "staff s"
        columns = StaffRow.columns(viewer)
        visible = Visibility.condition(viewer, .readPeople)
        seesWork = Visibility.condition(viewer, .readPeople, showing: .work)
        inUnit = filter.unit.map { Visibility.under($0.rawValue) }
        found = filter.search.map { Directory.found($0, viewer) }
    }

    /// The list of another day. Who may see whom is a matter of today.
    init(_ filter: DirectoryFilter, _ viewer: Viewer, asOf day: Day, _ tx: Transaction) throws {
        self.filter = filter
        source = "(\(StaffProjection.rows(on: day))) s"
        let seesWork = Self.today(Visibility.condition(viewer, .readPeople, showing: .work))
        (columns, self.seesWork) = (StaffRow.columns(seeingWork: seesWork), seesWork)
        visible = Self.today(Visibility.condition(viewer, .readPeople))
        found = filter.search.map { Directory.found($0, viewer) }
        if let unit = filter.unit {
            let subtree = try UnitTree(UnitStore.all(tx), on: day).subtree(of: unit).sorted()
            inUnit = "s.unit_id in \(subtree)"
        } else {
            inUnit = nil
        }
    }

    private static func today(_ condition: Query) -> Query {
        condition == Visibility.everybody
            ? condition : "s.person_id in (select s.person_id from staff s where \(condition))"
    }

    var condition: Query { condition(isLarge: false) }

    /// - Parameter isLarge: with many people found, walking the list in its order meets a page of them sooner than
    ///   collecting them by unit and sorting; `is true` keeps an engine from starting with the unit.
    func condition(isLarge: Bool) -> Query {
        guard isLarge else { return .all(of: [visible, filter.condition(seesWork, inUnit: inUnit, found: found)]) }
        let unit = inUnit.map { "(\($0)) is true" as Query }
        return .all(of: ["(\(visible)) is true", filter.condition(seesWork, inUnit: unit, found: found)])
    }

    /// The columns that decide the order, most important first.
    private var keys: [Query] {
        switch filter.order {
        case .name: ["s.sort_key"]
        case .number: ["s.number"]
        case .hireDay: [filter.status == .present ? "s.hired_on" : "coalesce(s.hired_on, '')"]
        case .unit: ["s.unit_path", "s.sort_key"]
        }
    }

    /// The same and the id, for a row to go on from.
    var key: Query { Self.joined(keys + ["s.person_id"]) }

    private var falls: Bool { (filter.order == .hireDay) != filter.isReversed }

    /// - Parameter isBackwards: from the end of the list to its beginning.
    func order(isBackwards: Bool) -> Query {
        Self.joined((keys + ["s.person_id"]).map { falls != isBackwards ? "\($0) desc" : $0 })
    }

    /// What follows a row of ``key``, or comes before it.
    func beyond(_ row: Row, isBackwards: Bool) -> Query {
        let values = Self.joined((0..<row.width).map { "\(row.stored(at: $0))" })
        return falls != isBackwards ? "and (\(key)) < (\(values))" : "and (\(key)) > (\(values))"
    }

    private static func joined(_ parts: [Query]) -> Query {
        parts.enumerated().reduce(into: "") { whole, part in
            if part.offset > 0 { whole += ", " }
            whole += part.element
        }
    }
}
