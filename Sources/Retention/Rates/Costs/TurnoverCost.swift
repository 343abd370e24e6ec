import Kernel
import Organization

/// H10 the short way: leavers of a period × mean yearly pay of their level × a multiple.
struct TurnoverCost: Codable, Hashable, Sendable {
    struct Row: Codable, Hashable, Sendable {
        let key: String
        let name: Phrase
        let leavers: Int
        /// Of the leavers, those on key positions.
        let onKeyPositions: Int
        /// How many the mean is of; nil when there are too few to show it.
        let paid: Int?
        let yearlyPay: Money?
        let multiple: Rate
        /// Of the leavers whose level has a known pay; nil without any.
        let cost: Money?
        /// Leavers whose level has none: in no cost.
        let uncounted: Int
    }

    let question: TurnoverQuestion
    let multiples: CostMultiples
    let rows: [Row]

    /// Of the rows whose pay is known.
    var total: Money? {
        let known = rows.compactMap(\.cost)
        return known.isEmpty ? nil : try? Money.sum(known)
    }

    /// Leavers without a known pay: in no cost.
    var uncounted: Int { rows.reduce(0) { $0 + $1.uncounted } }
    var leavers: Int { rows.reduce(0) { $0 + $1.leavers } }
}

extension TurnoverCost {
    /// - Parameter pay: by level, without levels too small to show.
    init(
        _ question: TurnoverQuestion, _ sheet: TurnoverDesk.Sheet, _ multiples: CostMultiples,
        _ pay: [ID<Level>?: LevelPay]
    ) throws {
        let groups = SpellGroups(sheet.view, .level, unit: try sheet.place(of: question.unit), sheet.tree)
        let all = sheet.view.all
        let tally = TurnoverTally(groups, question.period)
        var keys = Array(repeating: 0, count: groups.groups.count)
        TurnoverWalk(groups: groups, period: question.period).run { place, group, part in
            let spell = all.spells[place]
            guard part == .leavers, question.kind.includes(spell) else { return }
            if all.position(all.posting(of: spell, on: spell.through))?.isKey == true { keys[group] += 1 }
        }
        let small = tally.merged
        let order = groups.groups.indices.sorted { groups.groups[$0].place > groups.groups[$1].place }
        /// What the leavers of a level cost; nil where its pay is not known.
        func cost(_ index: Int, _ leavers: Int) throws -> Money? {
            let level = ID<Level>(groups.groups[index].key)
            guard leavers > 0 else { return .zero }
            guard let yearly = pay[level]?.yearly else { return nil }
            let usual = try LeaverCost.replacement(
                yearlyPay: yearly, multiple: multiples.multiple(of: level?.rawValue, isKey: false))
            let key = try LeaverCost.replacement(yearlyPay: yearly, multiple: multiples.key)
            return try usual * Int64(leavers - keys[index]) + key * Int64(keys[index])
        }
        var (rows, hidden): ([Row], [(leavers: Int, keys: Int, cost: Money?)]) = ([], [])
        for index in order where tally.counts[index].people > 0 {
            let leavers = question.kind.count(tally.counts[index])
            let cost = try cost(index, leavers)
            if small.contains(index) {
                hidden.append((leavers, keys[index], cost))
                continue
            }
            let level = ID<Level>(groups.groups[index].key)
            rows.append(
                Row(
                    key: groups.groups[index].key, name: groups.groups[index].name ?? TurnoverWords.group,
                    leavers: leavers, onKeyPositions: keys[index], paid: pay[level]?.people,
                    yearlyPay: pay[level]?.yearly,
                    multiple: multiples.multiple(of: level?.rawValue, isKey: false), cost: cost,
                    uncounted: cost == nil ? leavers : 0))
        }
        let people = small.reduce(0) { $0 + tally.counts[$1].people }
        if people >= SmallGroups.least {
            let known = hidden.compactMap(\.cost)
            rows.append(
                Row(
                    key: TurnoverBoard.merged,
                    name: Phrase(zh: "其余 \(small.count) 个职级（合并）", en: "\(small.count) other levels together"),
                    leavers: hidden.reduce(0) { $0 + $1.leavers }, onKeyPositions: hidden.reduce(0) { $0 + $1.keys },
                    paid: nil, yearlyPay: nil, multiple: multiples.ordinary,
                    cost: known.isEmpty ? nil : try Money.sum(known),
                    uncounted: hidden.reduce(0) { $1.cost == nil ? $0 + $1.leavers : $0 }))
        }
        self.init(question: question, multiples: multiples, rows: rows)
    }
}
