import Kernel

@testable import Organization
@testable import Retention

/// A small company made up from a seed: units that move, transfers, rehires, days without a post, leavers of every kind.
struct RandomCompany {
    let spells: EmploymentSpells
    let today: Day

    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, sides)))
        }
    }

    init(seed: UInt64, people: Int = 160) {
        var dice = Dice(state: seed &* 2_654_435_761 &+ 99)
        let start = Day(year: 2024, month: 1, day: 1) ?? .first
        let today = Day(year: 2026, month: 6, day: 15) ?? .first
        let units = (0..<9).map { number -> OrgUnit in
            let parent: ID<OrgUnit>? = number == 0 ? nil : ID(Int64(dice.roll(number) + 1))
            let facts = UnitFacts(
                name: "部门\(number)", parent: parent, city: number % 3 == 0 ? "城市\(number / 3)" : nil)
            return OrgUnit(
                id: ID(Int64(number + 1)), kind: number == 0 ? .company : .team, code: nil,
                facts: Timeline(facts, from: start - 4_000))
        }
        var (spells, postings) = ([EmploymentSpells.Spell](), [EmploymentSpells.Posting]())
        for person in 1...people {
            var day = start - 900 + dice.roll(1_500)
            for _ in 0...dice.roll(3) where day < today {
                let leaves = dice.roll(3) > 0
                let last = leaves ? day + dice.roll(500) : Day.last
                let first = postings.count
                var from = day
                for _ in 0...dice.roll(3) where from <= last {
                    let to =
                        dice.roll(2) == 0 ? min(from + 1 + dice.roll(250), last == .last ? .last : last + 1) : .last
                    postings.append(
                        EmploymentSpells.Posting(
                            start: from, end: to, unit: Int32(dice.roll(9)), position: Int32(dice.roll(5) - 1),
                            level: Int32(dice.roll(4) - 1), manager: Int32(dice.roll(7) - 1)))
                    if to == .last { break }
                    // Now and then some days without a post.
                    from = to + (dice.roll(4) == 0 ? dice.roll(20) : 0)
                }
                let kind: SeparationKind? = leaves ? [.voluntary, .involuntary, .other, nil][dice.roll(4)] : nil
                spells.append(
                    EmploymentSpells.Spell(
                        person: ID(Int64(person)), hireDay: day, through: last, notice: .last, firstPost: Int32(first),
                        postCount: Int32(postings.count - first), city: Int32(dice.roll(3) - 1), employment: .full,
                        kind: kind, reason: nil, regret: kind == .voluntary && dice.roll(2) == 0 ? .regretted : nil))
                guard leaves else { break }
                day = last + 1 + dice.roll(90)
            }
        }
        self.today = today
        self.spells = EmploymentSpells(
            spells: spells, postings: postings, units: units,
            positions: (1...4).map { .init(id: ID(Int64($0)), name: "岗位\($0)", isKey: $0 == 1) },
            levels: (1...3).map { .init(id: ID(Int64($0)), name: "P\($0)", rank: $0) },
            managers: (1...6).map { ID(Int64($0)) }, cities: ["上海", "北京"], contradictory: 0, version: Int(seed))
    }

    /// As somebody who may see everybody.
    func sheet(on day: Day) -> TurnoverDesk.Sheet {
        TurnoverDesk.Sheet(
            view: SpellView(spells, .everything), tree: SpellTree(spells, on: day), records: .everything, since: nil)
    }

    /// The same as the room of the organization counts it.
    var spans: [StaffSpan] {
        spells.spells.map { spell in
            let segments = spells.postings(of: spell).compactMap { posting -> Timeline<ID<OrgUnit>>.Segment? in
                DayRange(start: posting.start, end: posting.end == .last ? nil : posting.end).map {
                    .init(value: spells.units[Int(posting.unit)].id, days: $0)
                }
            }
            return StaffSpan(
                person: spell.person, hireDay: spell.hireDay, lastDay: spell.lastDay,
                units: (try? Timeline(segments)) ?? Timeline())
        }
    }
}
