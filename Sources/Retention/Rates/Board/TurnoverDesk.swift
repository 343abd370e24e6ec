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

    private struct Key: Hashable {
        let question: TurnoverQuestion
        let sight: SpellSight
    }

    private struct Counted {
        var version = -1
        var boards: [Key: TurnoverBoard] = [:]
    }

    private let shelf: SpellShelf
    private let figures = StaffFigures()
    private let counted = Mutex(Counted())
    /// The tree asked for last: most questions are about the same day.
    private let tree = Mutex<(version: Int, day: Day, tree: SpellTree)?>(nil)

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
        let (version, key) = (sheet.view.all.version, Key(question: question, sight: sheet.view.sight))
        let unit = try sheet.place(of: question.unit)
        if let known = counted.withLock({ $0.version == version ? $0.boards[key] : nil }) { return known }
        if let unit, !sheet.listsEverybody { try Self.check(unit, question, sheet) }
        let board = TurnoverBoard(question, sheet.view, sheet.tree, unit: unit)
        counted.withLock { counted in
            if counted.version < version { counted = Counted(version: version) }
            if counted.boards.count >= 300 { counted.boards.removeAll() }
            if counted.version == version { counted.boards[key] = board }
        }
        return board
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
        if let known = tree.withLock({ $0 }), known.version == spells.version, known.day == day { return known.tree }
        let fresh = SpellTree(spells, on: day)
        tree.withLock { $0 = (spells.version, day, fresh) }
        return fresh
    }
}
