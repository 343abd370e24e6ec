import SQL

extension Migration {
    static let journal = Migration(
        21, "journal",
        [
            """
            create table journal_entries (
                id \(.id) primary key, code \(.text) not null, at \(.instant) not null, about_id \(.id),
                body \(.json) not null)\(ending: .end)
            """,
            "create index journal_entries_by_time on journal_entries (at)",
        ])
}
