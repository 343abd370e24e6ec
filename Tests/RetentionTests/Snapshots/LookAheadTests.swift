import Kernel
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// Whatever is recorded after a day leaves the snapshot of that day as it was.
struct LookAheadTests {
    private static let metrics = ["sales", "rating", "training"]

    @Test(arguments: Engine.all, [UInt64(1), 2, 3]) func nothingRecordedLaterEnters(
        _ engine: Engine, _ seed: UInt64
    ) async throws {
        try await Population.with(engine) { company in
            var dice = SampleStaff.Dice(seed: seed)
            try await company.staff(90, seed: seed)
            try await company.metric("sales", unit: .money)
            try await company.metric("rating", unit: .score, grain: .month)
            try await company.metric("training", grain: .day, better: .lower)
            let day = company.today
            let numbers = try await company.database.read { tx in
                try tx.rows("select number from people order by id") { row in try row.value(String.self) }
            }
            // A past that was known at its time.
            for back in stride(from: 60, through: 0, by: -4) {
                try await company.move(to: day - back)
                try await company.send(Self.items(of: numbers, around: day - back, &dice))
            }
            try await company.move(to: day + 1)
            let before = try await company.snapshot(day)
            let probationers = try await company.snapshot(day, .probationers)
            #expect(before.columns.count { $0.missing == nil } == before.columns.count)
            #expect(before.column("m_sales_last")?.values.contains { !$0.isNaN } == true)
            #expect(before.column("pay_position") != nil)

            for step in 1...12 {
                try await company.move(to: day + step * 3)
                // Values about days before and after, corrections of known ones among them.
                try await company.send(
                    Self.items(of: numbers, around: day - dice.below(40), &dice)
                        + Self.items(of: numbers, around: company.today, &dice))
                try await Self.change(company, &dice)
                #expect(try await company.snapshot(day) == before, "after step \(step)")
                #expect(try await company.snapshot(day, .probationers) == probationers, "after step \(step)")
            }
            // The later day does see them.
            #expect(try await company.snapshot(company.today) != before)
        }
    }

    /// Values of some people: each metric at most once per person and day.
    private static func items(
        of numbers: [String], around day: Day, _ dice: inout SampleStaff.Dice
    ) -> [FactItem] {
        numbers.compactMap { number in
            guard dice.often(60) else { return nil }
            return FactItem(
                metric: dice.pick(metrics), subject: number, day: day.iso, value: Double(dice.below(50)))
        }
    }

    /// Moves, pay and separations of a few people, holding from today on.
    private static func change(_ company: Company, _ dice: inout SampleStaff.Dice) async throws {
        let (occasion, today) = (company.occasion, company.today)
        let (people, units) = try await company.database.read { tx in
            (
                try Population.employees.subjects(on: today, tx).map { ID<Person>($0) },
                try tx.rows("select unit_id from unit_paths where is_open = 1 order by unit_id") { row in
                    try row.value(ID<OrgUnit>.self)
                }
            )
        }
        for turn in 0..<6 {
            let (person, boss) = (dice.pick(people), dice.pick(people))
            let (unit, amount, days) = (dice.pick(units), dice.below(9_000), dice.below(20))
            _ = try? await company.database.write { tx in
                switch turn % 3 {
                case 0:
                    try Posts.change(
                        person, to: Post(unit: unit, manager: boss == person ? nil : boss), from: today,
                        cause: .transfer, replacing: true, occasion, tx)
                case 1:
                    try PayChanges.set(Money(yuan: 5_000 + Int32(amount)), of: person, from: today, occasion, tx)
                default:
                    _ = try Leaving.separate(
                        person, Leaving.Draft(lastDay: today + days, kind: .voluntary), occasion, tx)
                }
            }
        }
    }
}
