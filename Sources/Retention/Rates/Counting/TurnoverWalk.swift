import Kernel
import Organization

/// Goes once through all employments and says of each where it counts in a period. The chart adds up what is said here
/// and the list behind a bar collects it, so they cannot disagree.
///
/// Headcount on a day is the people employed at its end; a last day worked still counts, and the person is gone on the
/// next. A leaver belongs to the period and to the group of the last day, a joiner to those of the first.
struct TurnoverWalk {
    let groups: SpellGroups
    let period: TurnoverPeriod

    /// - Parameter visit: the place of the spell, its group, the part it counts in.
    @inline(__always)
    func run(_ visit: (Int, Int, TurnoverPart) -> Void) {
        let spells = groups.view.all.spells
        let (before, first, last) = (period.before, period.first, period.last)
        // Two stretches of one person count once in a headcount, should they ever overlap.
        var (atStart, atEnd): (ID<Person>?, ID<Person>?) = (nil, nil)
        for (place, spell) in spells.enumerated() where spell.hireDay <= last && spell.through >= before {
            var there: Int?
            if spell.hireDay <= before {
                there = groups.group(of: spell, on: before)
                if let there, atStart != spell.person {
                    atStart = spell.person
                    visit(place, there, .opening)
                }
                if spell.through < first { continue }
            } else {
                there = groups.group(of: spell, on: spell.hireDay)
                if let there { visit(place, there, .joiners) }
            }
            moves(place, spell, there, visit)
            if spell.through <= last, let group = groups.group(of: spell, on: spell.through) {
                visit(place, group, .leavers)
            }
            if spell.through >= last, atEnd != spell.person, let group = groups.group(of: spell, on: last) {
                atEnd = spell.person
                visit(place, group, .closing)
            }
        }
    }

    /// Comes into a group it was not in before, once for each.
    @inline(__always)
    private func moves(
        _ place: Int, _ spell: EmploymentSpells.Spell, _ start: Int?, _ visit: (Int, Int, TurnoverPart) -> Void
    ) {
        let days = groups.changes(
            of: spell, from: max(period.before, spell.hireDay), through: min(period.last, spell.through))
        guard !days.isEmpty else { return }
        var been = start.map { [$0] } ?? []
        for day in days.sorted() {
            if let group = groups.group(of: spell, on: day), !been.contains(group) {
                been.append(group)
                visit(place, group, .transfers)
            }
        }
    }
}

/// The counts of one period by group.
struct TurnoverTally: Sendable {
    let period: TurnoverPeriod
    let counts: [TurnoverCount]
    private let sides: [Int]

    init(_ groups: SpellGroups, _ period: TurnoverPeriod) {
        self.period = period
        let spells = groups.view.all.spells
        var counts = Array(repeating: TurnoverCount(), count: groups.groups.count)
        var lately = [ID<Person>?](repeating: nil, count: counts.count)
        TurnoverWalk(groups: groups, period: period).run { place, group, part in
            let spell = spells[place]
            switch part {
            case .opening: counts[group].opening += 1
            case .joiners: counts[group].joiners += 1
            case .transfers: counts[group].transfersIn += 1
            case .leavers: counts[group].countLeaver(spell)
            case .closing: counts[group].closing += 1
            }
            // Spells come by person, so the one before tells whether somebody is new to the group.
            if lately[group] != spell.person {
                lately[group] = spell.person
                counts[group].people += 1
            }
        }
        self.counts = counts
        sides = groups.groups.map(\.side)
    }

    /// The groups too small to be shown by themselves.
    var merged: Set<Int> { SmallGroups.merged(counts.map(\.people), sides: sides) }
}
