import Kernel

/// Every employment of the company with its primary posts, as compact arrays: what rates, cohorts and survival are counted
/// over without a question to the database.
///
/// ```swift
/// let kept = try shelf.spells(house, tx)                     // SpellShelf, one for the application
/// let sight = try SpellSight(viewer, .readTurnover, tx)       // whom the viewer may count
/// let view = SpellView(kept.figure, sight)
/// for spell in kept.figure.spells where view.sees(spell, on: spell.hireDay) { … }
/// ```
/// A rehire is a spell of its own. Only the primary post counts, so a second assignment adds nobody. An employment that
/// ends before it begins is left out; ``contradictory`` says how many there are.
package struct EmploymentSpells: Sendable {
    /// One stretch of employment.
    package struct Spell: Sendable, Hashable {
        package let person: ID<Person>
        package let hireDay: Day
        /// The last day worked, on which the person still counts; ``Day/last`` while there is none.
        package let through: Day
        /// ``Day/last`` when no notice is noted.
        let notice: Day
        let firstPost: Int32
        let postCount: Int32
        /// The place of work agreed; −1 for that of the unit.
        let city: Int32
        package let employment: EmploymentKind
        /// Nil while nobody left, or when the separation was never recorded.
        package let kind: SeparationKind?
        package let reason: SeparationReason?
        package let regret: Regret.Verdict?

        package var lastDay: Day? { through == .last ? nil : through }
        package var noticeDay: Day? { notice == .last ? nil : notice }

        /// Employed at the end of the day.
        package func covers(_ day: Day) -> Bool { hireDay <= day && day <= through }
    }

    /// A primary post; what it refers to are places in the lists of ``EmploymentSpells``, −1 for nothing.
    package struct Posting: Sendable, Hashable {
        package let start: Day
        /// The first day it no longer holds; ``Day/last`` while it does.
        package let end: Day
        package let unit: Int32
        package let position: Int32
        package let level: Int32
        package let manager: Int32
    }

    package struct PositionEntry: Sendable, Hashable {
        package let id: ID<Position>
        package let name: String
        package let isKey: Bool
    }

    package struct LevelEntry: Sendable, Hashable {
        package let id: ID<Level>
        package let name: String
        package let rank: Int
    }

    /// By person, then by hire day.
    package let spells: [Spell]
    package let postings: [Posting]
    package let units: [OrgUnit]
    package let positions: [PositionEntry]
    package let levels: [LevelEntry]
    package let managers: [ID<Person>]
    package let cities: [String]
    /// Employments that end before they begin, which are counted nowhere.
    package let contradictory: Int
    /// Tells two states of the company apart.
    package let version: Int
}

extension EmploymentSpells {
    /// The posts of a spell, the first one first.
    package func postings(of spell: Spell) -> ArraySlice<Posting> {
        postings[Int(spell.firstPost)..<Int(spell.firstPost + spell.postCount)]
    }

    /// The primary post of a spell on a day; nil on a day without one.
    package func posting(of spell: Spell, on day: Day) -> Posting? {
        var place = Int(spell.firstPost + spell.postCount)
        while place > Int(spell.firstPost) {
            place -= 1
            let posting = postings[place]
            if posting.start <= day { return day < posting.end ? posting : nil }
        }
        return nil
    }

    package func position(_ posting: Posting?) -> PositionEntry? {
        posting.flatMap { $0.position < 0 ? nil : positions[Int($0.position)] }
    }

    package func level(_ posting: Posting?) -> LevelEntry? {
        posting.flatMap { $0.level < 0 ? nil : levels[Int($0.level)] }
    }

    package func manager(_ posting: Posting?) -> ID<Person>? {
        posting.flatMap { $0.manager < 0 ? nil : managers[Int($0.manager)] }
    }

    /// The city agreed with the person; that of the unit otherwise.
    /// - Parameter places: ``SpellTree/cities`` of the day the units are looked at.
    package func city(of spell: Spell, _ posting: Posting?, _ places: [String?]) -> String? {
        if spell.city >= 0 { return cities[Int(spell.city)] }
        return posting.flatMap { places[Int($0.unit)] }
    }
}

/// Where the units of ``EmploymentSpells/units`` stand on one day, by their places in that list.
package struct SpellTree: Sendable {
    /// −1 at the top.
    package let parents: [Int]
    package let names: [String]
    /// `总部/销售部/华东区`
    package let paths: [String]
    /// Of the unit itself, or of the nearest one above that has one.
    package let cities: [String?]
    package let isOpen: [Bool]
    /// Each parent before its children, siblings by path.
    package let order: [Int]

    package init(_ spells: EmploymentSpells, on day: Day) {
        let places = Dictionary(
            UnitPaths.places(spells.units, on: day).map { ($0.unit, $0) }
        ) { first, _ in first }
        let index = Dictionary(spells.units.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let found = spells.units.map { places[$0.id] }
        let parents = found.map { place in place?.parent.flatMap { index[$0] } ?? -1 }
        let order = found.indices.sorted { (found[$0]?.names ?? "", $0) < (found[$1]?.names ?? "", $1) }
        var cities = found.map { $0?.facts.city }
        for unit in found.indices.sorted(by: { (found[$0]?.depth ?? 0) < (found[$1]?.depth ?? 0) })
        where cities[unit] == nil && parents[unit] >= 0 {
            cities[unit] = cities[parents[unit]]
        }
        self.parents = parents
        self.order = order
        self.cities = cities
        names = found.map { $0?.facts.name ?? "—" }
        paths = found.map { $0?.names ?? "—" }
        isOpen = found.map { $0?.isOpen ?? false }
    }

    /// Whether each unit is the given one or lies below it.
    package func subtree(of unit: Int) -> [Bool] {
        var inside: [Bool?] = Array(repeating: nil, count: parents.count)
        if inside.indices.contains(unit) { inside[unit] = true }
        for start in parents.indices {
            var (line, next) = ([Int](), start)
            while next >= 0, inside[next] == nil, !line.contains(next) {
                line.append(next)
                next = parents[next]
            }
            let answer = next >= 0 ? inside[next] ?? false : false
            for place in line { inside[place] = answer }
        }
        return inside.map { $0 ?? false }
    }
}
