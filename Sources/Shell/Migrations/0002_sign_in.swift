import SQL

extension Migration {
    static let signIn = Migration(
        2, "sign-in attempts, links, recovery codes, API tokens",
        [
            // Counted up with everything that changes what the account may do.
            "alter table accounts add column version \(.integer) not null default 1",
            "alter table accounts add column signed_in_at \(.instant)",
            "alter table accounts add column is_demonstration \(.flag) not null default 0",
            // Counted up with every change of a role, which concerns all its accounts.
            "create table access_state (id \(.integer) primary key, version \(.integer) not null)\(ending: .end)",
            "insert into access_state (id, version) values (1, 1)",
            // An attempt is noted before the password is looked at, so that many at once are counted too.
            """
            create table sign_in_attempts (
                id \(.id) primary key, login_index \(.blob) not null, address \(.text) not null,
                made_at \(.instant) not null, is_settled \(.flag) not null default 0)\(ending: .end)
            """,
            "create index sign_in_attempts_by_login on sign_in_attempts (login_index, made_at)",
            "create index sign_in_attempts_by_address on sign_in_attempts (address, made_at)",
            "create index sign_in_attempts_by_time on sign_in_attempts (made_at)",
            """
            create table recovery_codes (
                account_id \(.id) not null references accounts, code_hash \(.blob) not null,
                primary key (account_id, code_hash))\(ending: .narrowEnd)
            """,
            """
            create table account_links (
                token_hash \(.blob) primary key, account_id \(.id) not null references accounts,
                created_at \(.instant) not null, expires_at \(.instant) not null)\(ending: .end)
            """,
            "create index account_links_by_account on account_links (account_id)",
            """
            create table api_tokens (
                id \(.id) primary key, token_hash \(.blob) not null unique, account_id \(.id) not null references accounts,
                name \(.text) not null, hint \(.text) not null, scopes \(.text) not null, created_at \(.instant) not null,
                expires_at \(.instant) not null, used_at \(.instant))\(ending: .end)
            """,
            "create index api_tokens_by_account on api_tokens (account_id)",
        ])
}
