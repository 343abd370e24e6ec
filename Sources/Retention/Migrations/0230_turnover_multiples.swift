import SQL

extension Migration {
    static let turnoverMultiples = Migration(
        230, "what a leaver costs, as a multiple of yearly pay",
        [
            // Level 0 stands for every level without a multiple of its own, -1 for key positions. In billionths.
            """
            create table turnover_multiples (
                level_id \(.id) primary key, multiple \(.integer) not null)\(ending: .end)
            """
        ])
}
