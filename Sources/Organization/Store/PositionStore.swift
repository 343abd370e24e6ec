import Kernel
import SQL
import Shell

/// A position as its list shows it.
package struct PositionRow: Codable, Hashable, Sendable {
    let id: ID<Position>
    let name: String
    let code: String?
    let family: String?
    let level: ID<Level>?
    let levelName: String?
    let weight: PositionWeight
    let probationMonths: Int?
    /// Class *pay*; nil also for those who do not see it.
    let payLeast: Money?
    let payMost: Money?
    /// People who hold it today.
    let holders: Int
    let retired: Day?
}

/// A level as its list shows it.
package struct LevelRow: Codable, Hashable, Sendable {
    let id: ID<Level>
    let name: String
    let family: String?
    let rank: Int
    let holders: Int
    let retired: Day?
}

/// Positions and levels as they are stored.
enum PositionStore {
    /// Those that can be given to somebody, by name.
    static func choices(_ tx: Transaction) throws -> [PositionChoice] {
        try tx.rows(
            """
            select o.id, o.name from positions o left join retired_positions r on r.position_id = o.id
            where r.position_id is null order by o.name, o.id limit 1000
            """
        ) { row in PositionChoice(id: try row.value(), name: try row.value()) }
    }

    /// By name. - Parameter after: the last position of the page before.
    static func positions(
        family: String?, showsRetired: Bool, after: ID<Position>? = nil, limit: Int, as viewer: Viewer,
        _ tx: Transaction
    ) throws -> [PositionRow] {
        var conditions: [Query] = showsRetired ? [] : ["r.position_id is null"]
        if let family { conditions.append("o.family = \(family)") }
        if let after {
            conditions.append("(o.name, o.id) > (select p.name, p.id from positions p where p.id = \(after))")
        }
        return try positions(.all(of: conditions), limit: limit, as: viewer, tx)
    }

    /// - Throws: ``Missing``.
    static func position(_ id: ID<Position>, as viewer: Viewer, _ tx: Transaction) throws -> PositionRow {
        guard let found = try positions("o.id = \(id)", limit: 1, as: viewer, tx).first else { throw Missing() }
        return found
    }

    private static func positions(
        _ condition: Query, limit: Int, as viewer: Viewer, _ tx: Transaction
    ) throws -> [PositionRow] {
        let pay: Query = seesPay(viewer) ? "o.pay_least, o.pay_most" : "null, null"
        return try tx.rows(
            """
            select o.id, o.name, o.code, o.family, o.level_id, l.name, o.weight, o.probation_months, \(pay),
                (select count(*) from staff s where s.position_id = o.id and s.is_employed = 1), r.since
            from positions o left join levels l on l.id = o.level_id
            left join retired_positions r on r.position_id = o.id
            where \(condition) order by o.name, o.id limit \(limit)
            """
        ) { row in
            PositionRow(
                id: try row.value(), name: try row.value(), code: try row.value(), family: try row.value(),
                level: try row.value(), levelName: try row.value(), weight: try row.value(),
                probationMonths: try row.value(), payLeast: try row.value(), payMost: try row.value(),
                holders: try row.value(), retired: try row.value())
        }
    }

    static func families(_ tx: Transaction) throws -> [String] {
        try tx.rows(
            """
            select family from positions where family is not null
            union select family from levels where family is not null order by 1 limit 200
            """
        ) { row in try row.value() }
    }

    /// From the most senior down.
    static func levels(showsRetired: Bool, _ tx: Transaction) throws -> [LevelRow] {
        try levels(showsRetired ? "1 = 1" : "r.level_id is null", tx)
    }

    /// - Throws: ``Missing``.
    static func level(_ id: ID<Level>, _ tx: Transaction) throws -> LevelRow {
        guard let found = try levels("l.id = \(id)", tx).first else { throw Missing() }
        return found
    }

    private static func levels(_ condition: Query, _ tx: Transaction) throws -> [LevelRow] {
        try tx.rows(
            """
            select l.id, l.name, l.family, l.rank, coalesce(h.holders, 0), r.since
            from levels l left join retired_levels r on r.level_id = l.id
            left join (
                select level_id, count(*) as holders from staff where is_employed = 1 and level_id is not null
                group by level_id) h on h.level_id = l.id
            where \(condition) order by l.rank desc, l.name, l.id limit 500
            """
        ) { row in
            LevelRow(
                id: try row.value(), name: try row.value(), family: try row.value(), rank: try row.value(),
                holders: try row.value(), retired: try row.value())
        }
    }

    /// Whether the viewer sees and sets pay bands.
    static func seesPay(_ viewer: Viewer) -> Bool {
        viewer.grants(for: .editPositions, showing: .pay).contains { $0.reach == .company }
    }
}
