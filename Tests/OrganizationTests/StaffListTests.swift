import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// The staff list says of every day what the dated records say, however the records came about.
struct StaffListTests {
    /// Random organisations: hires, rehires, moves, circles, separations, units that are renamed and moved.
    @Test(arguments: Engine.all, [UInt64(1), 2, 3, 4, 5, 6]) func theListIsTrueOnEveryDay(
        _ engine: Engine, _ seed: UInt64
    ) async throws {
        try await Company.with(engine) { company in
            try await company.database.write { tx in
                var dice = SampleStaff.Dice(seed: seed)
                try Self.fill(&dice, tx)
                try StaffProjection.rebuild(on: Company.today, tx)
                try AsOf.check(Company.today, tx)
                // The calendar alone moves the list, forwards and back.
                for offset in [1, 2, 5, 30, 31, 90, 400, -500, 3] {
                    try StaffProjection.roll(to: Company.today + offset, tx)
                    try AsOf.check(Company.today + offset, tx)
                }
                // Refreshing those a change touches is as good as starting over.
                for _ in 0..<25 {
                    let day = try #require(try StaffProjection.state(tx)?.day)
                    try StaffProjection.refresh(try Self.change(&dice, tx), on: day, tx)
                    try StaffProjection.refreshUnits(on: day, tx)
                    try AsOf.check(day, tx)
                }
                let kept = try Self.keys(tx)
                try StaffProjection.rebuild(on: try #require(try StaffProjection.state(tx)?.day), tx)
                #expect(try Self.keys(tx) == kept)
            }
        }
    }

    private static func keys(_ tx: Transaction) throws -> [String] {
        try tx.rows("select search_key, person_id, is_private from staff_search order by 1, 2") { row in
            "\(try row.value(String.self)) \(try row.value(Int.self)) \(try row.value(Int.self))"
        }
    }

    private static let start = Company.today - 900

    private static func fill(_ dice: inout SampleStaff.Dice, _ tx: Transaction) throws {
        var units: [OrgUnit] = []
        for index in 0..<12 {
            let parent = index == 0 ? nil : units[dice.below(index)].id
            let facts = UnitFacts(name: "单元\(index)", parent: parent)
            units.append(
                OrgUnit(id: try tx.newID(), kind: .department, code: nil, facts: Timeline(facts, from: start)))
        }
        try UnitStore.save(units, tx)
        for index in 0..<60 {
            let person: ID<Person> = try tx.newID()
            try tx.execute(
                """
                insert into people (id, number, name, sort_key, recorded_at, changed_at)
                values (\(person), \("N\(index)"), \("员工\(index)"), \("k\(index)"), 0, 0)
                """)
            if !dice.often(5) { try employ(person, units.map(\.id), &dice, tx) }
        }
    }

    private static func employ(
        _ person: ID<Person>, _ units: [ID<OrgUnit>], _ dice: inout SampleStaff.Dice, _ tx: Transaction
    ) throws {
        var from = start + dice.below(1200)
        for _ in 0..<(1 + dice.below(2)) {
            let last = dice.often(50) ? from + dice.below(500) : nil
            let employment = Employment(
                id: try tx.newID(), person: person, kind: .full, hireDay: from, lastDay: last,
                probationEnd: dice.often(60) ? from + 90 : nil, confirmationDay: dice.often(30) ? from + 60 : nil)
            try EmploymentStore.save(employment, tx)
            let days = try #require(employment.days)
            var history = try PostHistory(hiredInto: try post(units, &dice, tx), during: days)
            for _ in 0..<dice.below(3) {
                let day = from + 1 + dice.below(300)
                guard days.contains(day) else { continue }
                let next = try post(units, &dice, tx)
                history = (try? history.changing(from: day, .replace) { $0 = next }) ?? history
            }
            try EmploymentStore.save(history, of: employment, replacing: [], cause: .hire, tx)
            if dice.often(70) {
                try tx.insert(
                    into: "contracts", Contracts.columns,
                    values: Contract(
                        id: try tx.newID(), person: person, employment: employment.id, kind: .fixed, start: from,
                        last: from + 300, ended: dice.often(20) ? from + 200 : nil
                    ).values)
            }
            guard let last else { return }
            from = last + 1 + dice.below(100)
        }
    }

    private static func post(
        _ units: [ID<OrgUnit>], _ dice: inout SampleStaff.Dice, _ tx: Transaction
    ) throws -> Post {
        let people = try tx.rows("select id from people order by id") { row in try row.value(ID<Person>.self) }
        return Post(unit: dice.pick(units), manager: dice.often(80) ? dice.pick(people) : nil)
    }

    /// Something happens to somebody. - Returns: whose rows may be different.
    private static func change(_ dice: inout SampleStaff.Dice, _ tx: Transaction) throws -> [ID<Person>] {
        let employments = try tx.rows("select \(Employment.columns) from employments order by id") { row in
            try Employment(&row)
        }
        let units = try UnitStore.all(tx)
        var employment = dice.pick(employments)
        switch dice.below(4) {
        case 0:
            let unit = dice.pick(units)
            let day = Company.today - dice.below(200)
            if let renamed = try? UnitRules.renaming(unit, to: "新\(dice.below(1000))", from: day, among: units) {
                try UnitStore.save([renamed], tx)
            }
            return []
        case 1:
            let unit = dice.pick(units)
            if let moved = try? UnitRules.moving(
                unit, under: dice.pick(units).id, from: Company.today - 10, among: units)
            {
                try UnitStore.save([moved], tx)
            }
            return []
        case 2:
            let stored = try EmploymentStore.assignments(of: employment.id, tx)
            guard employment.lastDay == nil, let days = employment.days else { return [] }
            let last = max(employment.hireDay, Company.today + dice.below(60) - 30)
            let history = try PostHistory(stored, during: days).ending(on: last)
            employment.lastDay = last
            try EmploymentStore.save(employment, tx)
            try EmploymentStore.save(history, of: employment, replacing: stored, cause: .correction, tx)
            return [employment.person]
        default:
            guard let days = employment.days else { return [] }
            let stored = try EmploymentStore.assignments(of: employment.id, tx)
            let next = try post(units.map(\.id), &dice, tx)
            let day = employment.hireDay + dice.below(200)
            guard let history = try? PostHistory(stored, during: days).changing(from: day, .replace, { $0 = next })
            else { return [] }
            try EmploymentStore.save(history, of: employment, replacing: stored, cause: .transfer, tx)
            return [employment.person]
        }
    }
}
