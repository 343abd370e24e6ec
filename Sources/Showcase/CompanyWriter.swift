import Kernel
import Organization
import SQL
import Shell

/// Writes the demonstration company straight into the tables, many rows at a time.
struct CompanyWriter {
    let company: ShowcaseCompany
    let now: Instant
    private let units: Int64
    private let levels: Int64
    private let positions: Int64
    private let people: Int64
    private let employments: Int64
    private let separations: Int64

    init(_ company: ShowcaseCompany, _ now: Instant, _ tx: Transaction) throws {
        (self.company, self.now) = (company, now)
        units = try tx.newIDs(company.units.count).lowerBound
        levels = try tx.newIDs(company.levels.count).lowerBound
        positions = try tx.newIDs(company.positions.count).lowerBound
        people = try tx.newIDs(company.people.count).lowerBound
        employments = try tx.newIDs(company.employments.count).lowerBound
        separations = try tx.newIDs(max(1, company.separations.count)).lowerBound
    }

    func unit(_ place: Int) -> SQLValue { .integer(units + Int64(place)) }
    func level(_ place: Int) -> SQLValue { .integer(levels + Int64(place)) }
    func position(_ place: Int) -> SQLValue { .integer(positions + Int64(place)) }
    func person(_ place: Int) -> Int64 { people + Int64(place) }
    func employment(_ place: Int) -> SQLValue { .integer(employments + Int64(place)) }
    func separation(_ place: Int) -> SQLValue { .integer(separations + Int64(place)) }

    /// Inserts a row per element, a few thousand at a time.
    func insert<Rows: RandomAccessCollection>(
        _ rows: Rows, into table: StaticString, _ columns: [StaticString], _ tx: Transaction,
        _ values: (Rows.Index, Rows.Element) throws -> [SQLValue]
    ) throws {
        var block: [SQLValue] = []
        block.reserveCapacity(columns.count * Self.block)
        for index in rows.indices {
            block += try values(index, rows[index])
            guard block.count >= columns.count * Self.block else { continue }
            try tx.insert(into: table, columns, values: block)
            block.removeAll(keepingCapacity: true)
        }
        try tx.insert(into: table, columns, values: block)
    }

    private static let block = 4_000
}
