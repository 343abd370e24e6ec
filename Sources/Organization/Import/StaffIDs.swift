import Kernel
import SQL
import Shell

/// The numbers of what a staff sheet makes, and the units, positions and levels it makes first.
struct StaffIDs {
    private let people: Int64
    private let employments: Int64
    private let units: Int64
    private let positions: Int64
    private let levels: Int64

    /// For a dry run: numbers nobody has.
    init() {
        people = 1 << 60
        (employments, units, positions, levels) = (people, people, people, people)
    }

    init(_ plan: StaffPlan, _ writer: BatchWriter, _ tx: Transaction) throws {
        try self.init(
            people: plan.newPeople, employments: plan.newEmployments, units: plan.newUnits, from: plan.unitsOpen,
            positions: plan.newPositions, levels: plan.newLevels, writer, tx)
    }

    /// - Parameter day: from when new units exist.
    init(
        people newPeople: Int = 0, employments newEmployments: Int = 0, units newUnits: [UnitPathPlan.Creation],
        from day: Day, positions newPositions: [String], levels newLevels: [String], _ writer: BatchWriter,
        _ tx: Transaction
    ) throws {
        people = try Self.first(newPeople, tx)
        employments = try Self.first(newEmployments, tx)
        units = try Self.first(newUnits.count, tx)
        positions = try Self.first(newPositions.count, tx)
        levels = try Self.first(newLevels.count, tx)
        try UnitCreation.write(newUnits, firstID: units, from: day, writer)
        try writer.insert(
            into: "levels", ["id", "name", "rank"],
            values: newLevels.enumerated().flatMap {
                [.integer(levels + Int64($0.offset)), $0.element.sqlValue, Self.rank($0.element).sqlValue]
            })
        try writer.insert(
            into: "positions", ["id", "name", "weight"],
            values: newPositions.enumerated().flatMap {
                [.integer(positions + Int64($0.offset)), $0.element.sqlValue, PositionWeight.ordinary.sqlValue]
            })
    }

    private static func first(_ count: Int, _ tx: Transaction) throws -> Int64 {
        count == 0 ? 0 : try tx.newIDs(count).lowerBound
    }

    /// P7 is 7; a level without a digit starts at the bottom.
    private static func rank(_ name: String) -> Int { Int(name.filter(\.isASCII).filter(\.isNumber).prefix(4)) ?? 0 }

    func callAsFunction(_ ref: Ref<Person>) -> ID<Person> { ref.id(people) }
    func callAsFunction(_ ref: Ref<Employment>) -> ID<Employment> { ref.id(employments) }
    func callAsFunction(_ ref: Ref<OrgUnit>) -> ID<OrgUnit> { ref.id(units) }
    func callAsFunction(_ ref: Ref<Position>) -> ID<Position> { ref.id(positions) }
    func callAsFunction(_ ref: Ref<Level>) -> ID<Level> { ref.id(levels) }
}

/// Units that paths of a sheet ask for.
enum UnitCreation {
    static func write(
        _ creations: [UnitPathPlan.Creation], firstID: Int64, from day: Day, _ writer: BatchWriter
    ) throws {
        try writer.insert(
            into: "units", ["id", "kind"],
            values: creations.enumerated().flatMap { [.integer(firstID + Int64($0.offset)), $0.element.kind.sqlValue] })
        try writer.insert(
            into: "unit_facts", ["unit_id", "starts_on", "name", "parent_id"],
            values: creations.enumerated().flatMap { place, creation -> [SQLValue] in
                let parent: SQLValue =
                    switch creation.parent {
                    case nil: .null
                    case .existing(let id): id.sqlValue
                    case .planned(let index): .integer(firstID + Int64(index))
                    }
                return [.integer(firstID + Int64(place)), day.sqlValue, creation.name.sqlValue, parent]
            })
    }
}
