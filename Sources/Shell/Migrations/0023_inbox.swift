import SQL

extension Migration {
    static let inbox = Migration(
        23, "inbox",
        [
            """
            create table inbox_notices (
                id \(.id) primary key, owner_id \(.id) not null, kind \(.text) not null, title_zh \(.text) not null,
                title_en \(.text) not null, detail_zh \(.text), detail_en \(.text), link \(.text) not null, due \(.day),
                urgency \(.integer) not null, key \(.text), created_at \(.instant) not null, read_at \(.instant),
                done_at \(.instant), mailed_at \(.instant))\(ending: .end)
            """,
            """
            create unique index inbox_notices_keys on inbox_notices (owner_id, key)
                where done_at is null and key is not null
            """,
            "create index inbox_notices_open on inbox_notices (owner_id, kind, read_at) where done_at is null",
            "create index inbox_notices_by_key on inbox_notices (key) where done_at is null and key is not null",
            "create index inbox_notices_by_owner on inbox_notices (owner_id, id)",
            "create index inbox_notices_unmailed on inbox_notices (owner_id) where done_at is null and mailed_at is null",
            """
            create table inbox_preferences (
                account_id \(.id) primary key, mail \(.text), digest \(.text) not null, digest_at \(.integer) not null,
                quiet_from \(.integer) not null, quiet_until \(.integer) not null, last_digest \(.day))\(ending: .end)
            """,
            """
            create table mail_templates (
                code \(.text) not null, language \(.text) not null, subject \(.text) not null, body \(.text) not null,
                changed_at \(.instant) not null, account_id \(.id), primary key (code, language))\(ending: .narrowEnd)
            """,
        ])
}
