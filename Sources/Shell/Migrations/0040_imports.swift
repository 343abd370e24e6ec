import SQL

extension Migration {
    static let imports = Migration(
        40, "import batches, their problems, and what undoing them takes",
        [
            """
            create table import_batches (
                id \(.id) primary key, kind \(.text) not null, state \(.text) not null, file_name \(.text) not null,
                stored_as \(.text), byte_count \(.integer) not null, digest \(.blob) not null, account_id \(.id) not null,
                account_name \(.text) not null, uploaded_at \(.instant) not null, mapping \(.json) not null,
                options \(.json) not null, takes_good_rows \(.flag) not null default 0, checked_at \(.instant),
                row_count \(.integer) not null default 0, refused_rows \(.integer) not null default 0,
                problem_count \(.integer) not null default 0, note_count \(.integer) not null default 0,
                counts \(.json), committed_at \(.instant), committed_by \(.text), reconciliation \(.json),
                undone_at \(.instant), undone_by \(.text), trace_until \(.instant))\(ending: .end)
            """,
            "create index import_batches_by_account on import_batches (account_id, id)",
            "create index import_batches_by_digest on import_batches (digest)",
            """
            create table import_problems (
                batch_id \(.id) not null references import_batches, place \(.integer) not null, weight \(.text) not null,
                row_number \(.integer) not null, column_name \(.text), cell \(.text), zh \(.text) not null,
                en \(.text) not null, primary key (batch_id, place))\(ending: .narrowEnd)
            """,
            """
            create table import_changes (
                batch_id \(.id) not null references import_batches, step \(.integer) not null, table_name \(.text) not null,
                kind \(.text) not null, columns \(.text) not null, row_count \(.integer) not null, row_keys \(.blob) not null,
                old_rows \(.blob) not null, new_marks \(.blob) not null, primary key (batch_id, step))\(ending: .end)
            """,
        ])
}
