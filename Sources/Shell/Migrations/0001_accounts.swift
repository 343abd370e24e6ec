import SQL

extension Migration {
    static let accounts = Migration(
        1, "accounts, roles, sessions",
        [
            """
            create table accounts (
                id \(.id) primary key, login \(.text) not null unique, name \(.text) not null, subject_id \(.id) unique,
                password \(.text), language \(.text) not null default 'zh', totp_secret \(.blob), totp_last_step \(.integer),
                is_active \(.flag) not null default 1, must_change_password \(.flag) not null default 0,
                created_at \(.instant) not null)\(ending: .end)
            """,
            """
            create table roles (
                id \(.id) primary key, code \(.text) not null unique, name_zh \(.text) not null, name_en \(.text) not null,
                needs_second_factor \(.flag) not null default 0, is_builtin \(.flag) not null default 0)\(ending: .end)
            """,
            """
            create table role_grants (
                role_id \(.id) not null references roles, capability \(.text) not null, reach \(.text) not null,
                classes \(.text) not null, primary key (role_id, capability, reach))\(ending: .narrowEnd)
            """,
            """
            create table role_seeds (
                role \(.text) not null, capability \(.text) not null, primary key (role, capability))\(ending: .narrowEnd)
            """,
            """
            create table account_roles (
                account_id \(.id) not null references accounts, role_id \(.id) not null references roles,
                unit_id \(.id) not null default 0, primary key (account_id, role_id, unit_id))\(ending: .narrowEnd)
            """,
            """
            create table sessions (
                id \(.id) primary key, token_hash \(.blob) not null unique, account_id \(.id) not null references accounts,
                started_at \(.instant) not null, expires_at \(.instant) not null, idle_until \(.instant) not null,
                address \(.text) not null, agent \(.text) not null)\(ending: .end)
            """,
            "create index sessions_by_account on sessions (account_id)",
        ])
}
