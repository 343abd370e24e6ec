import SQL

extension Migration {
    static let employments = Migration(
        102, "employments, assignments, pay, contracts, separations",
        [
            """
            create table employments (
                id \(.id) primary key, person_id \(.id) not null references people, kind \(.text) not null,
                hired_on \(.day) not null, last_day \(.day), previous_id \(.id) references employments,
                probation_end \(.day), confirmed_on \(.day), seniority_day \(.day),
                earlier_months \(.integer) not null default 0, work_city \(.text), payer_id \(.id) references units,
                insurer_id \(.id) references units, unique (person_id, hired_on))\(ending: .end)
            """,
            "create index employments_by_hire on employments (hired_on)",
            "create index employments_by_end on employments (last_day) where last_day is not null",
            "create index employments_by_probation on employments (probation_end) where confirmed_on is null",
            """
            create table assignments (
                id \(.id) primary key, person_id \(.id) not null references people,
                employment_id \(.id) not null references employments, role \(.text) not null,
                unit_id \(.id) not null references units, position_id \(.id) references positions,
                level_id \(.id) references levels, manager_id \(.id) references people, share \(.integer) not null,
                starts_on \(.day) not null, ends_before \(.day), cause \(.text) not null)\(ending: .end)
            """,
            "create index assignments_by_employment on assignments (employment_id, role, starts_on)",
            "create index assignments_by_person on assignments (person_id, role, starts_on)",
            "create index assignments_by_unit on assignments (unit_id, starts_on)",
            "create index assignments_by_start on assignments (starts_on)",
            "create index assignments_by_end on assignments (ends_before) where ends_before is not null",
            "create index assignments_by_manager on assignments (manager_id) where manager_id is not null",
            "create index assignments_by_position on assignments (position_id)",
            """
            create table pay_rates (
                person_id \(.id) not null references people, starts_on \(.day) not null, ends_before \(.day),
                monthly \(.money) not null, remark \(.text), recorded_at \(.instant) not null,
                primary key (person_id, starts_on))\(ending: .narrowEnd)
            """,
            // What was paid, item by item: narrow rows, found by person and month.
            """
            create table pay_months (
                person_id \(.id) not null references people, month \(.text) not null, item \(.text) not null,
                amount \(.integer) not null, primary key (person_id, month, item))\(ending: .narrowEnd)
            """,
            """
            create table contracts (
                id \(.id) primary key, person_id \(.id) not null references people,
                employment_id \(.id) not null references employments, employer_id \(.id) references units,
                number \(.text), kind \(.text) not null, starts_on \(.day) not null, last_day \(.day),
                signed_on \(.day), renewals \(.integer) not null, ended_on \(.day))\(ending: .end)
            """,
            "create index contracts_by_employment on contracts (employment_id, starts_on)",
            "create index contracts_by_person on contracts (person_id)",
            "create index contracts_by_end on contracts (last_day) where last_day is not null",
            """
            create table separations (
                id \(.id) primary key, person_id \(.id) not null references people,
                employment_id \(.id) not null unique references employments, notice_day \(.day),
                last_day \(.day) not null, kind \(.text) not null, reason \(.text), ground \(.text),
                regret_by_rule \(.text), regret_by_people \(.text), remark \(.text), average_pay \(.money),
                recorded_at \(.instant) not null)\(ending: .end)
            """,
            "create index separations_by_day on separations (last_day)",
            "create index separations_by_person on separations (person_id)",
            """
            create table exit_tasks (
                separation_id \(.id) not null references separations, task \(.text) not null, due_on \(.day) not null,
                done_on \(.day), done_by \(.id), primary key (separation_id, task))\(ending: .narrowEnd)
            """,
        ])
}
