import SQL

extension Migration {
    static let settings = Migration(
        3, "settings",
        [
            """
            create table settings (
                code \(.text) primary key, value \(.text) not null, changed_at \(.instant) not null,
                changed_by \(.id) not null)\(ending: .end)
            """
        ])
}
