import Kernel
import SQL

/// What stood at the end of a day, as parts of queries: nothing that happened or was recorded later.
///
/// Moves, contracts and probations are entered when they hold, so they count as recorded on their first day; ends that
/// lie after the day are not looked at. Pay tells when it was recorded.
///
/// Nearly everybody fits the conditions, so tables are read from end to end: a `case` keeps engines from jumping to each
/// row by an index of days, which takes several times as long.
struct StandingAt {
    let day: Day

    /// Employments that cover the day.
    var employed: Query {
        """
        (select id, person_id, kind, hired_on, probation_end, confirmed_on from employments
         where case when hired_on <= \(day) and (last_day is null or last_day >= \(day)) then 1 else 0 end = 1)
        """
    }

    /// Primary posts of those employed: person, unit, position, level, manager.
    var posts: Query { posts(of: day) }

    private func posts(of day: Day) -> Query {
        """
        (select a.person_id, a.employment_id, a.unit_id, a.position_id, a.level_id, a.manager_id
         from assignments a join employments x on x.id = a.employment_id
         where a.role = 'primary'
            and case when a.starts_on <= \(day) and (a.ends_before is null or a.ends_before > \(day))
                then 1 else 0 end = 1
            and x.hired_on <= \(day) and (x.last_day is null or x.last_day >= \(day)))
        """
    }

    /// Every primary post of those employed up to the day, beside the one before it.
    var steps: Query {
        """
        (select a.person_id, a.starts_on, a.cause, a.unit_id, a.manager_id,
            coalesce(a.position_id, 0) as position_id, coalesce(a.level_id, 0) as level_id, l.rank,
            lag(a.id) over w as prior, lag(a.unit_id) over w as unit_before, lag(a.manager_id) over w as manager_before,
            lag(coalesce(a.position_id, 0)) over w as position_before, lag(coalesce(a.level_id, 0)) over w as level_before,
            lag(l.rank) over w as rank_before
         from assignments a join \(employed) e on e.id = a.employment_id left join levels l on l.id = a.level_id
         where a.role = 'primary' and a.starts_on <= \(day)
         window w as (partition by a.employment_id order by a.starts_on, a.id))
        """
    }

    /// What those employed were paid, as recorded by then; `ends_before` may have been set later and is not looked at.
    ///
    /// What came with the file of a person (within a day) is history brought over, and counts as known when it held.
    var pay: Query {
        """
        (select r.person_id, max(r.starts_on) as starts_on
         from \(employed) e join pay_rates r on r.person_id = e.person_id join people p on p.id = r.person_id
         where r.starts_on <= \(day)
            and (r.recorded_at < \(recorded) or r.recorded_at < p.recorded_at + 86400000)
         group by r.person_id)
        """
    }

    /// The contract that held: the last one begun.
    var contracts: Query {
        """
        (select c.person_id, max(c.last_day) as last_day, max(c.renewals) as renewals
         from contracts c join (
            select n.employment_id, max(n.starts_on) as starts_on from \(employed) e
            join contracts n on n.employment_id = e.id
            where case when n.starts_on <= \(day) and (n.ended_on is null or n.ended_on > \(day))
                then 1 else 0 end = 1 group by n.employment_id) m
            on m.employment_id = c.employment_id and m.starts_on = c.starts_on
         group by c.person_id)
        """
    }

    /// How many people were in each unit.
    func sizes(on other: Day) -> Query {
        "(select unit_id, count(*) as people from \(posts(of: other)) s group by unit_id)"
    }

    /// How many people left each unit, by the unit of their last post: from a day up to, not including, this one.
    func leavers(from first: Day) -> Query {
        """
        (select a.unit_id, count(*) as people
         from employments x join assignments a on a.employment_id = x.id and a.role = 'primary'
            and a.starts_on <= x.last_day and (a.ends_before is null or a.ends_before > x.last_day)
         where x.last_day >= \(first) and x.last_day < \(day) group by a.unit_id)
        """
    }

    /// The day is over nowhere before this moment, so nothing recorded before it was recorded later than the day.
    private var recorded: Instant {
        Instant(milliseconds: Int64(day.number + 1) * 86_400_000 - 14 * 3_600_000)
    }
}
