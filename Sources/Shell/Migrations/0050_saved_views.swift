import SQL

extension Migration {
    static let savedViews = Migration(
        50, "lists as people keep them",
        [
            """
            create table saved_views (
                id \(.id) primary key, account_id \(.id) not null, list \(.text) not null, name \(.text) not null,
                query \(.text) not null, unique (account_id, list, name))\(ending: .end)
            """
        ])
}
