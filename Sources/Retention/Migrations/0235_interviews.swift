import SQL

extension Migration {
    /// Interviews name their separation by its number only: a separation that is undone goes, its interview stays.
    static let interviews = Migration(
        235, "exit and stay interviews, rehire decisions",
        [
            """
            create table exit_interviews (
                id \(.id) primary key, person_id \(.id) not null, separation_id \(.id), held_on \(.day) not null,
                held_by \(.text) not null, decision \(.text) not null, would_return \(.text), kept_by \(.text),
                improve \(.text), remark \(.text), account_id \(.id) not null,
                recorded_at \(.instant) not null)\(ending: .end)
            """,
            "create index exit_interviews_by_person on exit_interviews (person_id, held_on)",
            "create index exit_interviews_by_day on exit_interviews (held_on)",
            "create index exit_interviews_by_separation on exit_interviews (separation_id) where separation_id is not null",
            """
            create table exit_reasons (
                interview_id \(.id) not null references exit_interviews, reason \(.text) not null,
                is_main \(.flag) not null, primary key (interview_id, reason))\(ending: .narrowEnd)
            """,
            """
            create table stay_interviews (
                id \(.id) primary key, person_id \(.id) not null, held_on \(.day) not null, held_by \(.text) not null,
                outlook \(.text) not null, follow_up_on \(.day), followed_up_on \(.day), remark \(.text),
                account_id \(.id) not null, recorded_at \(.instant) not null)\(ending: .end)
            """,
            "create index stay_interviews_by_person on stay_interviews (person_id, held_on)",
            "create index stay_interviews_by_day on stay_interviews (held_on)",
            """
            create table stay_answers (
                interview_id \(.id) not null references stay_interviews, question \(.text) not null,
                answer \(.text) not null, primary key (interview_id, question))\(ending: .narrowEnd)
            """,
            """
            create table rehire_decisions (
                id \(.id) primary key, person_id \(.id) not null, eligibility \(.text) not null, reason \(.text) not null,
                decided_on \(.day) not null, account_id \(.id) not null, recorded_at \(.instant) not null)\(ending: .end)
            """,
            "create index rehire_decisions_by_person on rehire_decisions (person_id, id)",
        ])
}
