import SQL

extension Migration {
    static let jobs = Migration(
        22, "background jobs",
        [
            """
            create table jobs (
                id \(.id) primary key, kind \(.text) not null, key \(.text), slot \(.instant), payload \(.json) not null,
                state \(.text) not null, run_at \(.instant) not null, attempts \(.integer) not null default 0,
                share \(.real), step_zh \(.text), step_en \(.text), checkpoint \(.json),
                lease \(.integer) not null default 0, lease_until \(.instant), cancel_asked \(.flag) not null default 0,
                created_at \(.instant) not null, started_at \(.instant), ended_at \(.instant), account_id \(.id),
                failure_zh \(.text), failure_en \(.text))\(ending: .end)
            """,
            "create index jobs_waiting on jobs (run_at, id) where state = 'waiting'",
            "create index jobs_leased on jobs (lease_until) where state = 'running'",
            "create unique index jobs_running_key on jobs (key) where state = 'running' and key is not null",
            "create index jobs_waiting_key on jobs (key) where state = 'waiting' and key is not null",
            "create unique index jobs_slots on jobs (kind, slot) where slot is not null",
            "create index jobs_by_state on jobs (state, id)",
            "create index jobs_by_account on jobs (account_id, id) where account_id is not null",
            """
            create table job_timetable (
                kind \(.text) primary key, next_at \(.instant) not null, last_slot \(.instant),
                rule \(.text) not null)\(ending: .narrowEnd)
            """,
        ])
}
