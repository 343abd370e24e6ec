import Kernel
import SQL
import Shell

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
}
