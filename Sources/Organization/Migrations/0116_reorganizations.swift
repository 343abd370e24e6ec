import SQL

extension Migration {
    static let reorganizations = Migration(
        116, "drafts of reorganisations",
        [
            """
            create table reorganizations (
                id \(.id) primary key, name \(.text) not null, takes_effect \(.day) not null, state \(.text) not null,
                remark \(.text), account_id \(.id) not null, account_name \(.text) not null,
                created_at \(.instant) not null, settled_at \(.instant))\(ending: .end)
            """,
            // What a step needs depends on its kind: a unit and its new parent, name or successor; a person and a unit.
            """
            create table reorganization_steps (
                id \(.id) primary key, reorganization_id \(.id) not null references reorganizations,
                kind \(.text) not null, unit_id \(.id), target_id \(.id), person_id \(.id),
                name \(.text))\(ending: .end)
            """,
            "create index reorganization_steps_by_draft on reorganization_steps (reorganization_id, id)",
        ])
}
