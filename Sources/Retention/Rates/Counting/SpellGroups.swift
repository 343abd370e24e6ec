import Kernel
import Organization

/// Which group a spell belongs to on a day: of what the viewer may count, inside the unit asked for.
struct SpellGroups: Sendable {
    struct Group: Sendable, Hashable {
        /// Stands in addresses: the id of a unit, a position, a manager; `none` for those without.
        let key: String
        /// Nil for a manager, whose name is not among the employments.
        let name: Phrase?
        /// Where it stands by itself: the rank of a level, a band.
        let place: Int
        /// New hires or not, key positions or not: what another comparison shows the sums of.
        var side = 0
    }

    let view: SpellView
    let grouping: TurnoverGrouping
    let groups: [Group]
    private let tree: SpellTree
    /// Units inside what was asked for; nil for all.
    private let inside: [Bool]?
    /// By units, or by positions, levels, cities, managers.
    private let place: [Int]
    private let cityPlaces: [String: Int]

    static let nobody = Group(key: "none", name: Phrase(zh: "未分配", en: "Not assigned"), place: .max)

    /// - Parameter unit: its place in ``EmploymentSpells/units``; nil for everything the viewer may count.
    init(_ view: SpellView, _ grouping: TurnoverGrouping, unit: Int?, _ tree: SpellTree) {
        let all = view.all
        let inside = unit.map { tree.subtree(of: $0) }
        var (groups, place): ([Group], [Int]) = ([], [])
        var cityPlaces: [String: Int] = [:]
        switch grouping {
        case .time: groups = [Group(key: "all", name: Phrase(zh: "全部", en: "All"), place: 0)]
        case .unit: (groups, place) = Self.units(view, under: unit, tree)
        case .position:
            groups = all.positions.map {
                Group(key: "\($0.id)", name: Phrase(verbatim: $0.name), place: 0, side: $0.isKey ? 1 : 0)
            }
        case .level: groups = all.levels.map { Group(key: "\($0.id)", name: Phrase(verbatim: $0.name), place: $0.rank) }
        case .manager: groups = all.managers.map { Group(key: "\($0)", name: nil, place: 0) }
        case .city:
            let names = Set(all.cities + tree.cities.compactMap { $0 }).sorted()
            cityPlaces = Dictionary(zip(names, 0...)) { first, _ in first }
            groups = names.map { Group(key: $0, name: Phrase(verbatim: $0), place: 0) }
        case .tenure:
            groups = TenureBand.names.enumerated().map { band, name in
                let isNew = TenureBand.starts[band] < TenureBand.settled
                return Group(key: "\(band)", name: name, place: band, side: isNew ? 1 : 0)
            }
        case .newcomers:
            groups = [
                Group(key: "new", name: Phrase(zh: "入职 180 天以内", en: "In the first 180 days"), place: 0),
                Group(key: "settled", name: Phrase(zh: "入职超过 180 天", en: "After the first 180 days"), place: 1),
            ]
        case .key:
            groups = [
                Group(key: "key", name: PositionWeight.key.name, place: 0),
                Group(key: "ordinary", name: PositionWeight.ordinary.name, place: 1),
            ]
        }
        if ![.time, .tenure, .newcomers, .key].contains(grouping) { groups.append(Self.nobody) }
        (self.view, self.grouping, self.groups, self.tree) = (view, grouping, groups, tree)
        (self.inside, self.place, self.cityPlaces) = (inside, place, cityPlaces)
    }

    /// The units directly below, each with its subtree, and the people of the unit itself; at the top what the viewer
    /// sees there. A single top is looked into, for one line alone compares nothing.
    private static func units(_ view: SpellView, under unit: Int?, _ tree: SpellTree) -> ([Group], [Int]) {
        let seen = view.unitsSeen
        var tops = tree.order.filter { seen[$0] && !(tree.parents[$0] >= 0 && seen[tree.parents[$0]]) }
        var root = unit
        if root == nil, tops.count == 1, tree.parents.contains(tops[0]) { root = tops[0] }
        if let root { tops = tree.order.filter { tree.parents[$0] == root } }
        var groups: [Group] = []
        var place = Array(repeating: -1, count: tree.parents.count)
        func add(_ unit: Int, _ key: String) {
            groups.append(Group(key: key, name: Phrase(verbatim: tree.names[unit]), place: 0))
            place[unit] = groups.count - 1
        }
        if let root { add(root, "\(view.all.units[root].id)") }
        for top in tops { add(top, "\(view.all.units[top].id)") }
        for start in tree.parents.indices where place[start] < 0 {
            var (line, next) = ([Int](), start)
            while next >= 0, next != root, place[next] < 0, !line.contains(next) {
                line.append(next)
                next = tree.parents[next]
            }
            if next >= 0, next != root, place[next] >= 0 { for unit in line { place[unit] = place[next] } }
        }
        return (groups, place)
    }

    /// The group of a spell on a day; nil where the viewer may not count it, or outside the unit.
    func group(of spell: EmploymentSpells.Spell, on day: Day) -> Int? {
        let isFree = view.sight.isEverything && inside == nil
        switch grouping {
        case .time where isFree: return 0
        case .tenure where isFree: return TenureBand.band(of: day - spell.hireDay)
        case .newcomers where isFree: return day - spell.hireDay < TenureBand.settled ? 0 : 1
        default: break
        }
        let posting = view.all.posting(of: spell, on: day)
        guard view.sees(posting) else { return nil }
        if let inside {
            guard let posting, inside[Int(posting.unit)] else { return nil }
        }
        let nobody = groups.count - 1
        switch grouping {
        case .time: return 0
        case .tenure: return TenureBand.band(of: day - spell.hireDay)
        case .newcomers: return day - spell.hireDay < TenureBand.settled ? 0 : 1
        case .key: return view.all.position(posting)?.isKey == true ? 0 : 1
        case .unit:
            guard let posting else { return nobody }
            let found = place[Int(posting.unit)]
            return found < 0 ? nobody : found
        case .position: return posting.map { $0.position < 0 ? nobody : Int($0.position) } ?? nobody
        case .level: return posting.map { $0.level < 0 ? nobody : Int($0.level) } ?? nobody
        case .manager: return posting.map { $0.manager < 0 ? nobody : Int($0.manager) } ?? nobody
        case .city: return view.all.city(of: spell, posting, tree.cities).flatMap { cityPlaces[$0] } ?? nobody
        }
    }

    /// The days of a stretch on which the group of a spell may become another one.
    func changes(of spell: EmploymentSpells.Spell, from first: Day, through last: Day) -> [Day] {
        var days: [Day] = []
        if !(view.sight.isEverything && inside == nil && [.time, .tenure, .newcomers].contains(grouping)) {
            for posting in view.all.postings(of: spell) {
                if posting.start > first, posting.start <= last { days.append(posting.start) }
                if posting.end > first, posting.end <= last { days.append(posting.end) }
            }
        }
        switch grouping {
        case .tenure: days += TenureBand.starts.map { spell.hireDay + $0 }.filter { $0 > first && $0 <= last }
        case .newcomers:
            let day = spell.hireDay + TenureBand.settled
            if day > first, day <= last { days.append(day) }
        default: break
        }
        return days
    }
}
