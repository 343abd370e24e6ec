import SQL

extension Migration {
    static let webhooks = Migration(
        24, "webhooks",
        [
            """
            create table webhook_endpoints (
                id \(.id) primary key, name \(.text) not null, address \(.text) not null, secret \(.blob) not null,
                takes_all \(.flag) not null, is_active \(.flag) not null, created_at \(.instant) not null,
                account_id \(.id) not null)\(ending: .end)
            """,
            """
            create table webhook_events (
                endpoint_id \(.id) not null references webhook_endpoints, code \(.text) not null,
                primary key (endpoint_id, code))\(ending: .narrowEnd)
            """,
            """
            create table webhook_deliveries (
                entry_id \(.id) not null references journal_entries, endpoint_id \(.id) not null references webhook_endpoints,
                state \(.text) not null, attempts \(.integer) not null, next_at \(.instant) not null,
                ended_at \(.instant), answer_zh \(.text), answer_en \(.text),
                primary key (endpoint_id, entry_id))\(ending: .narrowEnd)
            """,
            "create index webhook_deliveries_due on webhook_deliveries (endpoint_id, next_at, entry_id) where state = 'waiting'",
            "create index webhook_deliveries_by_state on webhook_deliveries (endpoint_id, state, entry_id)",
            "create index webhook_deliveries_by_entry on webhook_deliveries (entry_id)",
        ])
}
