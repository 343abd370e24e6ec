import SQL

extension Migration {
    static let contests = Migration(
        221, "contests of facts and signals",
        [
            """
            create table contests (
                id \(.id) primary key, subject_id \(.id) not null, matter \(.text) not null, code \(.text) not null,
                hit_id \(.id), name_zh \(.text) not null, name_en \(.text) not null, value_zh \(.text),
                value_en \(.text), audience \(.text) not null, words \(.text) not null,
                raised_at \(.instant) not null, due_on \(.day) not null, decision \(.text), answer \(.text),
                answered_at \(.instant), answered_by \(.id))\(ending: .end)
            """,
            "create index contests_by_subject on contests (subject_id, id)",
            "create index contests_open on contests (due_on, id) where decision is null",
            // A fact that was found wrong stays out of snapshots until somebody says it is right again.
            """
            create table excluded_facts (
                contest_id \(.id) not null references contests, fact \(.text) not null, subject_id \(.id) not null,
                starts_on \(.day) not null, ends_before \(.day), primary key (contest_id, fact))\(ending: .narrowEnd)
            """,
            "create index excluded_facts_by_fact on excluded_facts (fact, subject_id)",
        ])
}
