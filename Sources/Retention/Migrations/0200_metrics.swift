import SQL

extension Migration {
    /// Days are day numbers since 1970-01-01: millions of values are compared by them every night.
    static let metrics = Migration(
        200, "metrics and their values",
        [
            """
            create table metrics (
                id \(.id) primary key, code \(.text) not null unique, name_zh \(.text) not null,
                name_en \(.text) not null, unit \(.text) not null, grain \(.text) not null,
                purpose_zh \(.text) not null, purpose_en \(.text) not null, basis \(.text) not null,
                kept_months \(.integer) not null, audience \(.text) not null, better \(.text) not null)\(ending: .end)
            """,
            // Of several records of one value the one known last counts.
            """
            create table metric_values (
                metric_id \(.id) not null references metrics, day \(.integer) not null, subject_id \(.id) not null,
                known_on \(.integer) not null, value \(.real) not null,
                primary key (metric_id, day, subject_id, known_on))\(ending: .narrowEnd)
            """,
            "create index metric_values_by_subject on metric_values (subject_id, metric_id, day)",
            // What the list of metrics shows, counted after every change.
            """
            create table metric_figures (
                metric_id \(.id) primary key references metrics, last_day \(.integer) not null,
                last_count \(.integer) not null, value_count \(.integer) not null)\(ending: .end)
            """,
        ])

    static let snapshots = Migration(
        201, "snapshots",
        [
            """
            create table snapshots (
                id \(.id) primary key, population \(.text) not null, day \(.day) not null,
                subject_count \(.integer) not null, subjects \(.blob) not null, taken_at \(.instant) not null,
                unique (population, day))\(ending: .end)
            """,
            """
            create table snapshot_columns (
                snapshot_id \(.id) not null references snapshots, place \(.integer) not null, code \(.text) not null,
                name_zh \(.text) not null, name_en \(.text) not null, unit \(.text) not null,
                levels \(.json) not null, missing_zh \(.text), missing_en \(.text), content \(.blob),
                primary key (snapshot_id, place))\(ending: .end)
            """,
        ])
}
