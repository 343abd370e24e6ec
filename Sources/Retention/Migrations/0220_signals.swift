import SQL

extension Migration {
    static let signals = Migration(
        220, "signals and what they found",
        [
            // The newest version of a signal is the one in force; the ones before stay, because hits name them.
            """
            create table signal_versions (
                signal \(.text) not null, version \(.integer) not null, name_zh \(.text) not null,
                name_en \(.text) not null, fact \(.text) not null, rule \(.text) not null, threshold \(.real) not null,
                periods \(.integer) not null, period \(.text) not null, window_days \(.integer) not null,
                severity \(.text) not null, purpose_zh \(.text) not null, purpose_en \(.text) not null,
                basis \(.text) not null, kept_months \(.integer) not null, audience \(.text) not null,
                is_active \(.flag) not null, remark \(.text), created_at \(.instant) not null, account_id \(.id) not null,
                primary key (signal, version))\(ending: .narrowEnd)
            """,
            // A hit is a spell: from the day the rule first held up to, not including, the day it no longer did.
            """
            create table signal_hits (
                id \(.id) primary key, signal \(.text) not null, version \(.integer) not null,
                subject_id \(.id) not null, day \(.day) not null, value \(.real) not null, last_value \(.real) not null,
                until_day \(.day), is_withdrawn \(.flag) not null default 0, snoozed_until \(.day),
                snooze_reason \(.text), snoozed_by \(.id))\(ending: .end)
            """,
            "create unique index signal_hits_open on signal_hits (signal, subject_id) where until_day is null",
            "create index signal_hits_by_subject on signal_hits (subject_id, id)",
            "create index signal_hits_by_signal on signal_hits (signal, id)",
            "create index signal_hits_by_day on signal_hits (day)",
        ])
}
