import Kernel
import Organization
import Shell

/// H07 and H08 over the batches of hires the viewer may count. People belong to the unit they were hired into.
struct CohortTable: Codable, Hashable, Sendable {
    struct Row: Codable, Hashable, Sendable {
        /// The first day of the batch, or ``TurnoverBoard/merged``.
        let key: String
        let name: Phrase
        let joiners: Int
        /// Still employed on each of ``days``; nil where too few have reached the day, or where the figure would tell those.
        var stayed: [EarlyAttrition.Share?]
        /// Left by each of ``EarlyAttrition/windows``; nil as in ``stayed``.
        var left: [EarlyAttrition.Share?]
    }

    static let days = [7, 30, 90, 180, 365]

    let question: CohortQuestion
    let rows: [Row]
    /// All batches together; nil when they are too few people.
    let whole: Row?
    /// Batches of fewer than five.
    let merged: Int

    init(_ question: CohortQuestion, _ sheet: TurnoverDesk.Sheet) throws {
        self.question = question
        let groups = SpellGroups(sheet.view, .time, unit: try sheet.place(of: question.unit), sheet.tree)
        let periods = question.periods
        var batches = Array(repeating: [EarlyAttrition.Stretch](), count: periods.count)
        if let first = periods.first?.first {
            for spell in sheet.view.all.spells where spell.hireDay >= first && spell.hireDay <= question.through {
                guard let batch = periods.lastIndex(where: { $0.first <= spell.hireDay }),
                    groups.group(of: spell, on: spell.hireDay) != nil
                else { continue }
                batches[batch].append(.init(start: spell.hireDay, lastDay: spell.lastDay))
            }
        }
        let small = SmallGroups.merged(batches.map(\.count))
        var rows: [Row] = []
        for (index, period) in periods.enumerated() where !small.contains(index) && !batches[index].isEmpty {
            rows.append(Self.row(period.first.iso, period.name, batches[index], question.through))
        }
        let hidden = small.sorted().flatMap { batches[$0] }
        if hidden.count >= SmallGroups.least {
            rows.append(
                Self.row(
                    TurnoverBoard.merged,
                    Phrase(zh: "其余 \(small.count) 批（合并）", en: "\(small.count) other batches together"), hidden,
                    question.through))
        }
        for place in Self.days.indices { Self.hide(&rows, \.stayed[place]) }
        for place in EarlyAttrition.windows.indices { Self.hide(&rows, \.left[place]) }
        self.rows = rows
        merged = small.count
        let all = batches.flatMap { $0 }
        var whole = [Self.row("all", Phrase(zh: "合计", en: "Whole"), all, question.through)]
        for place in Self.days.indices { Self.hide(&whole, \.stayed[place]) }
        for place in EarlyAttrition.windows.indices { Self.hide(&whole, \.left[place]) }
        self.whole = all.count >= SmallGroups.least ? whole[0] : nil
    }

    /// One figure of all batches: of a late batch only a few have reached a day, and the whole less the others would tell
    /// of them.
    private static func hide(_ rows: inout [Row], _ figure: WritableKeyPath<Row, EarlyAttrition.Share?>) {
        for index in SmallGroups.merged(rows.map { $0[keyPath: figure]?.eligible ?? 0 }) {
            rows[index][keyPath: figure] = nil
        }
    }

    private static func row(
        _ key: String, _ name: Phrase, _ people: [EarlyAttrition.Stretch], _ day: Day
    ) -> Row {
        Row(
            key: key, name: name, joiners: people.count,
            stayed: days.map { EarlyAttrition.stayed(through: $0, asOf: day, people) },
            left: EarlyAttrition.windows.map { EarlyAttrition.left(within: $0, asOf: day, people) })
    }
}
