import SQL

extension Migration {
    static let units = Migration(
        100, "units, positions, levels",
        [
            """
            create table units (
                id \(.id) primary key, kind \(.text) not null, code \(.text) unique)\(ending: .end)
            """,
            // A fact holds from starts_on up to, not including, ends_before.
            """
            create table unit_facts (
                unit_id \(.id) not null references units, starts_on \(.day) not null, ends_before \(.day),
                name \(.text) not null, parent_id \(.id) references units, head_id \(.id), partner_id \(.id),
                cost_centre \(.text), city \(.text), primary key (unit_id, starts_on))\(ending: .narrowEnd)
            """,
            "create index unit_facts_by_parent on unit_facts (parent_id)",
            """
            create table levels (
                id \(.id) primary key, name \(.text) not null unique, family \(.text),
                rank \(.integer) not null)\(ending: .end)
            """,
            """
            create table positions (
                id \(.id) primary key, name \(.text) not null unique, code \(.text), family \(.text),
                level_id \(.id) references levels, pay_least \(.money), pay_most \(.money), weight \(.text) not null,
                probation_months \(.integer))\(ending: .end)
            """,
            // How many places a unit may fill; position 0 stands for any.
            """
            create table headcount_plans (
                unit_id \(.id) not null references units, position_id \(.id) not null, starts_on \(.day) not null,
                ends_before \(.day), places \(.integer) not null,
                primary key (unit_id, position_id, starts_on))\(ending: .narrowEnd)
            """,
        ])
}
