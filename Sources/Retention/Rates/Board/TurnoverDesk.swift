import Kernel
import Organization
import SQL
import Shell
import Synchronization

/// The kept employments and what was counted over them; one for the application.
final class TurnoverDesk: Sendable {
    /// Employments as one viewer may count them, with the units of a day.
    struct Sheet: Sendable {
        let view: SpellView
        let tree: SpellTree
        /// What the viewer may look at one by one.
        let records: SpellSight
        /// When the employments were read, if the staff list has changed since.
        let since: Instant?

        /// Whether whoever is counted may also be listed.
        var listsEverybody: Bool { records == view.sight }

        /// - Throws: ``Missing`` for a unit that is not there or not for this viewer.
        func place(of unit: ID<OrgUnit>?) throws -> Int? {
            guard let unit else { return nil }
            guard let place = view.all.units.firstIndex(where: { $0.id == unit }), view.unitsSeen[place] else {
                throw Missing()
            }
            return place
        }
    }

    private struct Key<Question: Hashable & Sendable>: Hashable, Sendable {
        let question: Question
        let sight: SpellSight
        /// What only figures may be seen of was checked for more.
        let listsEverybody: Bool

        init(_ question: Question, _ sheet: Sheet) {
            (self.question, sight, listsEverybody) = (question, sheet.view.sight, sheet.listsEverybody)
        }
    }

    /// Of one state of the staff list.
    private struct Counted: Sendable {
        var version = -1
        var trees: [Day: SpellTree] = [:]
        var boards: [Key<TurnoverQuestion>: TurnoverBoard] = [:]
        var cohorts: [Key<CohortQuestion>: CohortTable] = [:]
        var curves: [Key<CohortQuestion>: StayingCurves] = [:]
    }

    private let shelf: SpellShelf
    private let figures = StaffFigures()
    private let counted = Mutex(Counted())

    init(_ shelf: SpellShelf = SpellShelf()) { self.shelf = shelf }

    /// - Parameter fieldClass: pay for what is counted over pay.
    /// - Throws: ``Missing`` for whoever may count nobody.
    func sheet(
        on day: Day, as viewer: Viewer, showing fieldClass: FieldClass = .public, _ house: House, _ tx: Transaction
    ) throws -> Sheet {
        let sight = try SpellSight(viewer, .readTurnover, showing: fieldClass, tx)
        let records = try SpellSight(viewer, .readTurnover, among: [.company, .line], tx)
        let spells = try shelf.spells(house, tx)
        return Sheet(
            view: SpellView(spells.figure, sight), tree: tree(spells.figure, on: day), records: records,
            since: spells.since)
    }

    func board(_ question: TurnoverQuestion, _ sheet: Sheet) throws -> TurnoverBoard {
        let unit = try sheet.place(of: question.unit)
        return try kept(\.boards, Key(question, sheet), sheet) {
            if let unit, !sheet.listsEverybody { try Self.check(unit, question, sheet) }
            return TurnoverBoard(question, sheet.view, sheet.tree, unit: unit)
        }
    }

    func cohorts(_ question: CohortQuestion, _ sheet: Sheet) throws -> CohortTable {
        try kept(\.cohorts, Key(question, sheet), sheet) {
            try CohortRoutes.check(question, sheet)
            return try CohortTable(question, sheet)
        }
    }

    func curves(_ question: CohortQuestion, _ sheet: Sheet) throws -> StayingCurves {
        try kept(\.curves, Key(question, sheet), sheet) {
            try CohortRoutes.check(question, sheet)
            return try StayingCurves(question, sheet)
        }
    }

    /// What was counted before over the same state of the company; a refusal is never kept.
    private func kept<Place: Hashable, Value: Sendable>(
        _ path: any WritableKeyPath<Counted, [Place: Value]> & Sendable, _ place: Place, _ sheet: Sheet,
        _ count: () throws -> Value
    ) throws -> Value where Place: Sendable {
        let version = sheet.view.all.version
        if let known = counted.withLock({ $0.version == version ? $0[keyPath: path][place] : nil }) { return known }
        let fresh = try count()
        counted.withLock { counted in
            if counted.version < version { counted = Counted(version: version) }
            guard counted.version == version else { return }
            if counted[keyPath: path].count >= 200 { counted[keyPath: path].removeAll() }
            counted[keyPath: path][place] = fresh
        }
        return fresh
    }

    /// Whoever sees figures only asks about a unit only where the board above shows it by itself, and compares by other
    /// things than units over everybody at once: else the difference between two boards would show what one of them hides.
    private static func check(_ unit: Int, _ question: TurnoverQuestion, _ sheet: Sheet) throws {
        guard question.grouping == .time || question.grouping == .unit else {
            throw FormProblem(
                field: "group",
                problem: Phrase(
                    zh: "您可以查看汇总数据。在单个部门内只能查看趋势和下级部门；按其他维度比较时，请先清除部门条件。",
                    en:
                        "You see figures about groups. Inside one unit these are its trend and its units; clear the unit to compare by anything else."
                ))
        }
        let seen = sheet.view.unitsSeen
        func parent(_ unit: Int) -> Int? {
            let above = sheet.tree.parents[unit]
            return above >= 0 && seen[above] ? above : nil
        }
        let tops = seen.indices.filter { seen[$0] && parent($0) == nil }
        var child = unit
        while parent(child) != nil || tops.count > 1 {
            let groups = SpellGroups(sheet.view, .unit, unit: parent(child), sheet.tree)
            let key = sheet.view.all.units[child].id.description
            let place = groups.groups.lastIndex { $0.key == key }
            for period in question.periods {
                if let place, TurnoverTally(groups, period).merged.contains(place) { throw Missing() }
            }
            guard let above = parent(child) else { return }
            child = above
        }
    }

    /// Mean pay by level on a day, asked again when the staff list has changed.
    func pay(on day: Day, _ tx: Transaction) throws -> [ID<Level>?: LevelPay] {
        try figures.figure("pay by level \(day)", tx) { try LevelPay.all(on: day, tx) }
    }

    private func tree(_ spells: EmploymentSpells, on day: Day) -> SpellTree {
        if let known = counted.withLock({ $0.version == spells.version ? $0.trees[day] : nil }) { return known }
        let fresh = SpellTree(spells, on: day)
        counted.withLock { counted in
            if counted.version < spells.version { counted = Counted(version: spells.version) }
            guard counted.version == spells.version else { return }
            if counted.trees.count >= 8 { counted.trees.removeAll() }
            counted.trees[day] = fresh
        }
        return fresh
    }
}
