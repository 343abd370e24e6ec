import Kernel
import Markup
import Organization
import SQL
import Shell

/// Which people, as it stands in the address of a list: a part of one row of the board.
struct TurnoverListQuestion: Codable, Hashable, Sendable {
    let board: TurnoverQuestion
    let part: TurnoverPart
    /// The first day of a period of the trend, or the key of a group.
    let at: String

    static let fields =
        TurnoverQuestion.fields + [
            FormField(
                "part", .choice(TurnoverPart.allCases.map { Choice($0.rawValue, $0.name) }), TurnoverPart.leavers.name),
            FormField("at", .text(), TurnoverWords.group),
        ]

    init(_ board: TurnoverQuestion, _ part: TurnoverPart, at: String) {
        (self.board, self.part, self.at) = (board, part, at)
    }

    init(_ query: FormFields, today: Day) throws {
        board = try TurnoverQuestion(query, today: today)
        part = try query.choice("part") ?? .leavers
        at = query["at"] ?? (board.grouping == .time ? board.period.first.iso : TurnoverBoard.merged)
    }
}

/// One person behind a figure.
struct TurnoverPerson: Codable, Hashable, Sendable {
    let id: ID<Person>
    let number: String
    let name: String
    let unit: String?
    let position: String?
    let level: String?
    let hireDay: Day
    let lastDay: Day?
    /// Last day minus first day; nil while the person is there.
    let tenure: Int?
    let kind: SeparationKind?
    /// Nil as well for those who do not see the class personal.
    let reason: SeparationReason?
    let regret: Regret.Verdict?
    /// Whether the viewer may open the record.
    let isOpen: Bool
}

/// The people a figure was counted from, found by the same walk.
struct TurnoverList: Sendable {
    let period: TurnoverPeriod
    /// Of the group; nil for a manager, and for a period.
    let name: Phrase?
    /// Places in ``EmploymentSpells/spells``, latest first.
    let places: [Int]
    private let sheet: TurnoverDesk.Sheet
    private let part: TurnoverPart

    /// - Throws: ``Missing`` for whoever sees no single record, and for a row the board does not have.
    init(_ question: TurnoverListQuestion, _ sheet: TurnoverDesk.Sheet) throws {
        guard !sheet.records.isNothing else { throw Missing() }
        let unit = try sheet.place(of: question.board.unit)
        let view = SpellView(sheet.view.all, sheet.records)
        let groups = SpellGroups(view, question.board.grouping, unit: unit, sheet.tree)
        var chosen: Set<Int> = [0]
        var (period, name) = (question.board.period, Phrase?.none)
        if question.board.grouping == .time {
            guard let asked = question.board.periods.first(where: { $0.first.iso == question.at }) else {
                throw Missing()
            }
            (period, name) = (asked, asked.name)
        } else if question.at == TurnoverBoard.merged {
            chosen = TurnoverTally(groups, period).merged
            name = Phrase(zh: "其余 \(chosen.count) 组（合并）", en: "\(chosen.count) other groups together")
        } else {
            guard let index = groups.groups.firstIndex(where: { $0.key == question.at }) else { throw Missing() }
            (chosen, name) = ([index], groups.groups[index].name)
        }
        let spells = view.all.spells
        var places: [Int] = []
        TurnoverWalk(groups: groups, period: period).run { place, group, part in
            guard part == question.part, chosen.contains(group) else { return }
            if part == .leavers, !question.board.kind.includes(spells[place]) { return }
            places.append(place)
        }
        if question.part == .leavers {
            places.sort { (spells[$1].through, $0) < (spells[$0].through, $1) }
        } else {
            places.sort { (spells[$1].hireDay, $0) < (spells[$0].hireDay, $1) }
        }
        (self.period, self.name, self.places, self.sheet, part) = (period, name, places, sheet, question.part)
    }

    /// Some of them with their names, in two questions.
    func people(_ places: some Sequence<Int>, as viewer: Viewer, _ tx: Transaction) throws -> [TurnoverPerson] {
        let all = sheet.view.all
        let chosen = Array(places)
        let ids = Set(chosen.map { all.spells[$0].person }).sorted()
        guard !ids.isEmpty else { return [] }
        var cards: [ID<Person>: (number: String, name: String, isOpen: Bool, seesReason: Bool)] = [:]
        let isOpen = Visibility.condition(viewer, .readPeople)
        // Of each person by itself: a role over one unit does not open the reasons of a reporting line.
        let seesReason = Visibility.condition(viewer, .readTurnover, showing: .personal)
        for start in stride(from: 0, to: ids.count, by: 400) {
            try tx.each(
                """
                select s.person_id, s.number, s.name, case when \(isOpen) then 1 else 0 end,
                    case when \(seesReason) then 1 else 0 end from staff s
                where s.person_id in \(ids[start..<min(start + 400, ids.count)])
                """
            ) { row in cards[try row.value()] = (try row.value(), try row.value(), try row.value(), try row.value()) }
        }
        return chosen.map { place in
            let spell = all.spells[place]
            let card = cards[spell.person]
            let posting = all.posting(of: spell, on: day(of: spell))
            return TurnoverPerson(
                id: spell.person, number: card?.number ?? "", name: card?.name ?? "—",
                unit: posting.map { sheet.tree.paths[Int($0.unit)] }, position: all.position(posting)?.name,
                level: all.level(posting)?.name, hireDay: spell.hireDay, lastDay: spell.lastDay,
                tenure: spell.lastDay.map { $0 - spell.hireDay }, kind: spell.kind,
                reason: card?.seesReason == true ? spell.reason : nil, regret: spell.regret,
                isOpen: card?.isOpen ?? false)
        }
    }

    /// The day the post of a row is that of.
    private func day(of spell: EmploymentSpells.Spell) -> Day {
        switch part {
        case .leavers: spell.through
        case .opening: period.before
        case .joiners: spell.hireDay
        case .transfers, .closing: min(period.last, spell.through)
        }
    }
}
