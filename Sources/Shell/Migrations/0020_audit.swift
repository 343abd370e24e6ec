import SQL

extension Migration {
    static let audit = Migration(
        20, "audit log",
        [
            """
            create table audit_entries (
                number \(.integer) primary key, at \(.instant) not null, account_id \(.id) not null,
                actor \(.text) not null, address \(.text) not null, action \(.text) not null,
                record_kind \(.text) not null, record_id \(.id), about_id \(.id), changes \(.blob), reason \(.text),
                hash \(.blob) not null)\(ending: .end)
            """,
            "create index audit_entries_by_time on audit_entries (at)",
            "create index audit_entries_by_account on audit_entries (account_id, number)",
            "create index audit_entries_by_record on audit_entries (record_kind, record_id, number)",
            "create index audit_entries_by_action on audit_entries (action, number)",
            "create index audit_entries_about on audit_entries (about_id, number) where about_id is not null",
            """
            create table audit_head (
                id \(.integer) primary key, count \(.integer) not null, hash \(.blob), removed \(.integer) not null,
                removed_hash \(.blob))\(ending: .end)
            """,
            "insert into audit_head (id, count, removed) values (1, 0, 0)",
            """
            create table audit_words (
                kind \(.text) not null, code \(.text) not null, zh \(.text) not null, en \(.text) not null, path \(.text),
                primary key (kind, code))\(ending: .narrowEnd)
            """,
        ])
}
