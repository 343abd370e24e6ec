import SQL

extension Migration {
    /// Programmes, their models, and what the models said.
    static let risk = Migration(
        210, "risk programmes, models and scores",
        [
            // Shares of the tiers as "5,15,25,35,20"; facts that are left out as a list parted by commas.
            """
            create table risk_programmes (
                code \(.text) primary key, population \(.text) not null, horizon \(.integer) not null,
                shares \(.text) not null, left_out \(.text) not null, model_id \(.id), run_id \(.id),
                version \(.integer) not null)\(ending: .narrowEnd)
            """,
            """
            insert into risk_programmes (code, population, horizon, shares, left_out, version)
            values ('employees', 'employees', 90, '5,15,25,35,20', '', 1),
                ('probationers', 'probationers', 90, '5,15,25,35,20', '', 1)
            """,
            """
            create table risk_models (
                id \(.id) primary key, programme \(.text) not null references risk_programmes,
                trained_on \(.day) not null, trained_at \(.instant) not null, kind \(.text) not null,
                verdict \(.text) not null, row_count \(.integer) not null, event_count \(.integer) not null,
                base_rate \(.real), area \(.real), facts \(.json) not null, report \(.json) not null,
                file \(.blob), tree \(.blob), promoted_at \(.instant), promoted_by \(.text),
                withdrawn_at \(.instant))\(ending: .end)
            """,
            "create index risk_models_by_programme on risk_models (programme, id)",
            // Past cases of every leaf of the readable tree, to be shown beside people of today.
            """
            create table risk_cases (
                model_id \(.id) not null references risk_models, leaf \(.integer) not null, subject_id \(.id) not null,
                day \(.day) not null, probability \(.real) not null, left_on \(.day),
                primary key (model_id, leaf, subject_id))\(ending: .narrowEnd)
            """,
            """
            create table risk_runs (
                id \(.id) primary key, programme \(.text) not null references risk_programmes,
                model_id \(.id) not null references risk_models, day \(.day) not null, made_at \(.instant) not null,
                compared_on \(.day), tiers \(.text) not null, expected \(.real), risen \(.integer) not null, cost \(.money),
                missing \(.json) not null, drift \(.json) not null,
                is_complete \(.flag) not null)\(ending: .end)
            """,
            "create index risk_runs_by_programme on risk_runs (programme, id)",
            """
            create table risk_scores (
                run_id \(.id) not null references risk_runs, subject_id \(.id) not null, place \(.integer) not null,
                tier \(.integer) not null, probability \(.real), low \(.real), high \(.real), change \(.real),
                has_risen \(.flag) not null, points \(.integer), drivers \(.text) not null,
                detail \(.blob), primary key (run_id, subject_id))\(ending: .end)
            """,
            "create index risk_scores_by_place on risk_scores (run_id, place)",
            "create index risk_scores_by_tier on risk_scores (run_id, tier, place)",
            "create index risk_scores_risen on risk_scores (run_id, place) where has_risen = 1",
            // One score per person and month (probation: week): the line of the person's page.
            """
            create table risk_history (
                subject_id \(.id) not null, programme \(.text) not null, period \(.day) not null, day \(.day) not null,
                probability \(.real) not null, tier \(.integer) not null,
                primary key (subject_id, programme, period))\(ending: .narrowEnd)
            """,
        ])
}
