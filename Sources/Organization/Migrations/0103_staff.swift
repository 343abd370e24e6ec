import SQL

extension Migration {
    /// What is true today, ready to be listed: derived from the dated tables in the transaction that changes them.
    static let staff = Migration(
        103, "the staff list of today",
        [
            """
            create table unit_paths (
                unit_id \(.id) primary key, parent_id \(.id), path \(.text) not null,
                path_end \(.text) not null, names \(.text) not null, name \(.text) not null, kind \(.text) not null,
                depth \(.integer) not null, head_id \(.id), partner_id \(.id), is_open \(.flag) not null)\(ending: .end)
            """,
            "create unique index unit_paths_by_path on unit_paths (path)",
            """
            create table staff (
                person_id \(.id) primary key, number \(.text) not null, name \(.text) not null,
                sort_key \(.text) not null, status \(.text) not null, is_employed \(.flag) not null,
                employment_id \(.id), kind \(.text), unit_id \(.id), unit_path \(.text) not null, unit_name \(.text),
                unit_names \(.text), position_id \(.id), position \(.text), level_id \(.id), level \(.text),
                manager_id \(.id), manager_name \(.text), line_path \(.text), line_end \(.text), hired_on \(.day),
                last_day \(.day), probation_end \(.day), confirmed_on \(.day), contract_id \(.id),
                contract_kind \(.text), contract_start \(.day), contract_last \(.day), first_signed \(.day), work_city \(.text), work_mail \(.text),
                work_phone \(.text), search_keys \(.text) not null)\(ending: .end)
            """,
            "create index staff_by_name on staff (is_employed, sort_key, person_id)",
            "create index staff_by_any_name on staff (sort_key, person_id)",
            "create index staff_by_unit on staff (unit_path, sort_key, person_id)",
            "create index staff_by_hire on staff (is_employed, hired_on, person_id)",
            "create unique index staff_by_number on staff (number)",
            "create index staff_by_line on staff (line_path, is_employed)",
            "create index staff_by_position on staff (position_id, is_employed, sort_key, person_id)",
            "create index staff_by_contract_end on staff (contract_last, contract_id) where contract_last is not null",
            "create index staff_by_contract on staff (contract_id) where contract_id is not null",
            "create index staff_by_manager on staff (manager_id, is_employed)",
            "create index staff_by_status on staff (status, unit_id)",
            """
            create table staff_search (
                search_key \(.text) not null, person_id \(.id) not null, is_private \(.flag) not null,
                primary key (search_key, person_id))\(ending: .narrowEnd)
            """,
            """
            create table staff_state (
                id \(.integer) primary key, as_of \(.day) not null, version \(.integer) not null)\(ending: .end)
            """,
        ])
}
