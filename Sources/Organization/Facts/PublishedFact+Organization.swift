import Kernel
import SQL
import Shell

/// What this room publishes about people. Age, gender, origin and health are protected and are not published at all.
///
/// Each fact is one question for everybody; of 100,000 people on SQLite one takes 0.1 to 0.5 s.
extension PublishedFact {
    package static let ofOrganization: [PublishedFact] = service + posts + teams + contracts + pay

    // MARK: Service

    private static let service: [PublishedFact] = [
        .months("tenure_months", Phrase(zh: "司龄（月）", en: "Months of service")) { day in
            "select person_id, max(hired_on) from \(StandingAt(day: day).employed) e group by person_id order by 1"
        },
        PublishedFact(
            "on_probation", Phrase(zh: "是否在试用期", en: "On probation"), .flag, purpose: FactPurpose.stay,
            basis: .employment, audience: .work
        ) { day in
            """
            select person_id, max(case when probation_end >= \(day) and (confirmed_on is null or confirmed_on > \(day))
                then 1 else 0 end)
            from \(StandingAt(day: day).employed) e group by person_id order by 1
            """
        },
        .days("probation_days_left", Phrase(zh: "距试用期结束天数", en: "Days to the end of probation"), .work) { day in
            """
            select person_id, max(probation_end) from \(StandingAt(day: day).employed) e
            where probation_end >= \(day) and (confirmed_on is null or confirmed_on > \(day))
            group by person_id order by 1
            """
        },
        PublishedFact(
            "employment_kind", Phrase(zh: "用工形式", en: "Kind of employment"), .kind, purpose: FactPurpose.stay,
            basis: .employment, audience: .work, values: kinds),
    ]

    /// The words are those of every kind, whoever is employed, so that they mean the same on every day.
    @Sendable private static func kinds(_ day: Day, _ tx: Transaction) throws -> FactColumn {
        let kinds = EmploymentKind.allCases
        var (subjects, values): ([Int64], [Float]) = ([], [])
        try tx.each(
            "select person_id, max(kind) from \(StandingAt(day: day).employed) e group by person_id order by 1"
        ) { row in
            let (subject, kind) = (try row.value(Int64.self), try row.value(EmploymentKind.self))
            guard let place = kinds.firstIndex(of: kind) else { return }
            subjects.append(subject)
            values.append(Float(place))
        }
        return FactColumn(subjects: subjects, values: values, levels: kinds.map(\.name.zh))
    }

    // MARK: Posts

    private static let posts: [PublishedFact] = [
        PublishedFact(
            "level_rank", Phrase(zh: "职级级次", en: "Rank of the level"), .score, purpose: FactPurpose.stay,
            basis: .employment, audience: .work
        ) { day in
            """
            select s.person_id, max(coalesce(l.rank, m.rank)) from \(StandingAt(day: day).posts) s
            left join levels l on l.id = s.level_id left join positions o on o.id = s.position_id
            left join levels m on m.id = o.level_id group by s.person_id order by 1
            """
        },
        .months("post_months", Phrase(zh: "任现岗位月数", en: "Months in the present post")) { day in
            """
            select person_id, max(starts_on) from \(StandingAt(day: day).steps) s
            where prior is null or position_id <> position_before or level_id <> level_before
            group by person_id order by 1
            """
        },
        .months(
            "months_since_promotion",
            Phrase(zh: "距上次晋升月数（未晋升过的从入职起算）", en: "Months since promotion, or since joining")
        ) { day in
            """
            select person_id, max(starts_on) from (
                select person_id, starts_on from \(StandingAt(day: day).steps) s
                where prior is not null and (cause = 'promotion' or rank > rank_before)
                union all select person_id, hired_on from \(StandingAt(day: day).employed) e) u
            group by person_id order by 1
            """
        },
        .counted("unit_moves_24m", Phrase(zh: "近24个月调换部门次数", en: "Moves between units in 24 months")) { day in
            """
            select person_id, sum(case when unit_id <> unit_before and starts_on > \(day.adding(months: -24))
                then 1 else 0 end)
            from \(StandingAt(day: day).steps) s group by person_id order by 1
            """
        },
        PublishedFact(
            "city_moved_12m", Phrase(zh: "近12个月是否换了工作城市", en: "Moved to a unit in another city within 12 months"),
            .flag, purpose: FactPurpose.stay, basis: .employment, audience: .work
        ) { day in
            // Unknown for somebody who moved from or to a unit that says no city.
            """
            select s.person_id, max(case when s.starts_on > \(day.adding(months: -12)) and n.city <> b.city
                then 1 else 0 end)
            from \(StandingAt(day: day).steps) s
            left join unit_facts n on n.unit_id = s.unit_id and n.starts_on <= s.starts_on
                and (n.ends_before is null or n.ends_before > s.starts_on)
            left join unit_facts b on b.unit_id = s.unit_before and b.starts_on <= s.starts_on
                and (b.ends_before is null or b.ends_before > s.starts_on)
            group by s.person_id
            having sum(case when s.unit_id <> s.unit_before and s.starts_on > \(day.adding(months: -12))
                and (n.city is null or b.city is null) then 1 else 0 end) = 0 order by 1
            """
        },
    ]

    // MARK: Teams

    private static let teams: [PublishedFact] = [
        .counted("manager_changes_12m", Phrase(zh: "近12个月更换上级次数", en: "Changes of manager in 12 months")) { day in
            """
            select person_id, sum(case when manager_id <> manager_before and starts_on > \(day.adding(months: -12))
                then 1 else 0 end)
            from \(StandingAt(day: day).steps) s group by person_id order by 1
            """
        },
        .months("manager_months", Phrase(zh: "与现任上级共事月数", en: "Months with the present manager")) { day in
            // The last change decides; somebody who reports to nobody now has no present manager.
            """
            select person_id, max(starts_on) from \(StandingAt(day: day).steps) s
            where prior is null or coalesce(manager_id, 0) <> coalesce(manager_before, 0)
            group by person_id
            having max(starts_on) > max(case when manager_id is null then starts_on else '' end) order by 1
            """
        },
        .counted("manager_span", Phrase(zh: "上级直接下属人数", en: "People who report to the same manager")) { day in
            """
            select person_id, max(people) from (
                select person_id, count(*) over (partition by manager_id) as people
                from \(StandingAt(day: day).posts) s where manager_id is not null) m
            group by person_id order by 1
            """
        },
        .counted("unit_size", Phrase(zh: "所在部门人数", en: "People in the same unit")) { day in
            """
            select person_id, max(people) from (
                select person_id, count(*) over (partition by unit_id) as people
                from \(StandingAt(day: day).posts) s) u
            group by person_id order by 1
            """
        },
        PublishedFact(
            "unit_turnover_6m", Phrase(zh: "所在部门近6个月离职率", en: "Turnover of the unit in 6 months"), .share,
            purpose: FactPurpose.stay, basis: .employment, audience: .work
        ) { day in
            let (at, first) = (StandingAt(day: day), day.adding(months: -6))
            return """
                select s.person_id, max(coalesce(l.people, 0) * 1.0 / u.people) from \(at.posts) s
                join \(at.sizes(on: first)) u on u.unit_id = s.unit_id
                left join \(at.leavers(from: first)) l on l.unit_id = s.unit_id group by s.person_id order by 1
                """
        },
    ]

    // MARK: Contracts

    private static let contracts: [PublishedFact] = [
        .days("contract_days_left", Phrase(zh: "距合同到期天数", en: "Days to the end of the contract"), .personal) { day in
            """
            select person_id, last_day from \(StandingAt(day: day).contracts) c where last_day is not null order by 1
            """
        },
        PublishedFact(
            "contract_renewals", Phrase(zh: "合同续签次数", en: "Renewals of the contract"), .count,
            purpose: FactPurpose.stay, basis: .employment, audience: .personal
        ) { day in
            "select person_id, renewals from \(StandingAt(day: day).contracts) c order by 1"
        },
    ]

    // MARK: Pay

    private static let pay: [PublishedFact] = [
        PublishedFact(
            "pay_position", Phrase(zh: "薪酬在岗位薪酬带中的位置", en: "Position in the pay band"), .share,
            purpose: FactPurpose.stay, basis: .employment, audience: .pay
        ) { day in
            """
            select s.person_id, max((r.monthly - o.pay_least) * 1.0 / (o.pay_most - o.pay_least))
            from \(StandingAt(day: day).posts) s join positions o on o.id = s.position_id and o.pay_most > o.pay_least
            join \(StandingAt(day: day).pay) t on t.person_id = s.person_id
            join pay_rates r on r.person_id = t.person_id and r.starts_on = t.starts_on
            group by s.person_id order by 1
            """
        },
        .months(
            "months_since_pay_change", Phrase(zh: "距上次调薪月数（未调过的从定薪起算）", en: "Months since the last pay change"),
            .pay
        ) { day in
            "select person_id, starts_on from \(StandingAt(day: day).pay) r order by 1"
        },
    ]
}

/// What the facts are used for, as it is told to the people they are about.
enum FactPurpose {
    static let stay = Phrase(
        zh: "识别离职风险，安排沟通与关怀；不用于转正、辞退和薪酬决定。",
        en: "To see who may want to leave and to talk in time; never for decisions about probation, dismissal or pay.")
}

extension PublishedFact {
    /// Whole months since a day: `select person id, day … order by 1`.
    private static func months(
        _ code: String, _ name: Phrase, _ audience: FieldClass = .work, query: @escaping @Sendable (Day) -> Query
    ) -> PublishedFact {
        PublishedFact(
            code, name, .months, purpose: FactPurpose.stay, basis: .employment, audience: audience
        ) { day, tx in
            try measured(query(day), tx) { Double($0.wholeMonths(to: day)) }
        }
    }

    /// Days to a day; negative once it has passed.
    private static func days(
        _ code: String, _ name: Phrase, _ audience: FieldClass, query: @escaping @Sendable (Day) -> Query
    ) -> PublishedFact {
        PublishedFact(
            code, name, .days, purpose: FactPurpose.stay, basis: .employment, audience: audience
        ) { day, tx in
            try measured(query(day), tx) { Double($0 - day) }
        }
    }

    private static func counted(
        _ code: String, _ name: Phrase, query: @escaping @Sendable (Day) -> Query
    ) -> PublishedFact {
        PublishedFact(
            code, name, .count, purpose: FactPurpose.stay, basis: .employment, audience: .work, query: query)
    }

    private static func measured(
        _ query: Query, _ tx: Transaction, _ measure: (Day) -> Double
    ) throws -> FactColumn {
        var column = FactColumn()
        try tx.each(query) { row in
            let subject = try row.value(Int64.self)
            column.append(subject, measure(try row.value(Day.self)))
        }
        return column
    }
}
