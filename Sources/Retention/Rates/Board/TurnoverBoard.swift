import Kernel
import Organization

/// The figures of the board: one row for each period of a trend, or for each group of one period.
struct TurnoverBoard: Codable, Hashable, Sendable {
    struct Row: Codable, Hashable, Sendable {
        /// The first day of a period, the key of a group, or ``merged``.
        let key: String
        let name: Phrase
        let period: TurnoverPeriod
        /// Nil with fewer than five people.
        let count: TurnoverCount?
        /// Of the kind and by the definition asked for.
        let rate: Rate?
        /// The same as a rate of a year, where that is asked for and the period is whole.
        let yearly: Rate?
        /// The one that is drawn. In a trend no rate of a part of a period stands among rates of a year.
        let shown: Rate?
        /// How many groups it stands for.
        var groups = 1
    }

    /// The key of the groups that are too small to be shown by themselves.
    static let merged = "merged"
    /// The key of the whole.
    static let all = "all"

    let question: TurnoverQuestion
    /// The period of the question, all groups together.
    let whole: Row
    var rows: [Row]
    /// Employments that end before they begin: counted nowhere, to be mended.
    let contradictory: Int

    init(_ question: TurnoverQuestion, _ view: SpellView, _ tree: SpellTree, unit: Int?) {
        self.question = question
        contradictory = view.sight.isEverything ? view.all.contradictory : 0
        let everybody = SpellGroups(view, .time, unit: unit, tree)
        let whole = TurnoverTally(everybody, question.period)
        self.whole = Self.row(Self.all, Phrase(zh: "合计", en: "Whole"), question, whole.period, whole.counts[0])
        guard question.grouping != .time else {
            rows = question.periods.map { period in
                let count = period == whole.period ? whole.counts[0] : TurnoverTally(everybody, period).counts[0]
                return Self.row(period.first.iso, period.name, question, period, count)
            }
            return
        }
        let groups = SpellGroups(view, question.grouping, unit: unit, tree)
        let tally = TurnoverTally(groups, question.period)
        let small = tally.merged
        var rows: [(row: Row, place: Int)] = []
        for (index, group) in groups.groups.enumerated() where !small.contains(index) && tally.counts[index].people > 0
        {
            let name = group.name ?? Phrase(verbatim: group.key)
            rows.append((Self.row(group.key, name, question, tally.period, tally.counts[index]), group.place))
        }
        rows.sort { left, right in
            question.grouping.hasOrder && left.place != right.place
                ? left.place < right.place
                : (left.row.shown ?? .zero, right.row.key) > (right.row.shown ?? .zero, left.row.key)
        }
        self.rows = rows.map(\.row)
        if !small.isEmpty { self.rows.append(Self.merged(small, tally, question)) }
    }

    private static func merged(_ small: Set<Int>, _ tally: TurnoverTally, _ question: TurnoverQuestion) -> Row {
        let count = small.reduce(TurnoverCount()) { $0 + tally.counts[$1] }
        var row = row(
            merged, Phrase(zh: "其余 \(small.count) 组（合并）", en: "\(small.count) other groups together"), question,
            tally.period,
            count)
        row.groups = small.count
        return row
    }

    private static func row(
        _ key: String, _ name: Phrase, _ question: TurnoverQuestion, _ period: TurnoverPeriod, _ count: TurnoverCount
    ) -> Row {
        guard count.people >= SmallGroups.least else {
            return Row(key: key, name: name, period: period, count: nil, rate: nil, yearly: nil, shown: nil)
        }
        let rate = question.definition.rate(
            leavers: question.kind.count(count), opening: count.opening, closing: count.closing, entered: count.entered)
        let yearly =
            period.isWhole
            ? rate.flatMap { question.annual?.yearly($0, months: period.length.months) } : nil
        let isOfTrend = question.grouping == .time && key != all
        let shown = question.annual == nil ? rate : yearly ?? (isOfTrend ? nil : rate)
        return Row(
            key: key, name: name, period: period, count: count, rate: rate?.rate, yearly: yearly?.rate,
            shown: shown?.rate)
    }
}
