import SQL

extension Migration {
    /// Positions and levels that are no longer given to anybody; those who hold them keep them.
    static let retirements = Migration(
        117, "retired positions and levels",
        [
            """
            create table retired_positions (
                position_id \(.id) primary key references positions, since \(.day) not null)\(ending: .end)
            """,
            """
            create table retired_levels (
                level_id \(.id) primary key references levels, since \(.day) not null)\(ending: .end)
            """,
        ])
}
