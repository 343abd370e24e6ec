import Kernel
import SQL

/// What stood at the end of a day, as parts of queries: nothing that happened or was recorded later.
///
/// Moves, contracts and probations are entered when they hold, so they count as recorded on their first day; ends that
/// lie after the day are not looked at. Pay tells when it was recorded.
struct StandingAt {
    let day: Day

    /// Employments that cover the day.
    var employed: Query {
        """
        (select id, person_id, kind, hired_on, probation_end, confirmed_on from employments
         where hired_on <= \(day) and (last_day is null or last_day >= \(day)))
        """
    }

    /// Primary posts of those employed: person, unit, position, level, manager.
    var posts: Query { posts(of: day) }

    private func posts(of day: Day) -> Query {
        """
        (select a.person_id, a.employment_id, a.unit_id, a.position_id, a.level_id, a.manager_id
         from assignments a join employments x on x.id = a.employment_id
         where a.role = 'primary' and a.starts_on <= \(day) and (a.ends_before is null or a.ends_before > \(day))
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
        (select r.person_id, r.starts_on, r.monthly,
            row_number() over (partition by r.person_id order by r.starts_on desc) as place
         from pay_rates r join people p on p.id = r.person_id join \(employed) e on e.person_id = r.person_id
         where r.starts_on <= \(day)
            and (r.recorded_at < \(recorded) or r.recorded_at < p.recorded_at + 86400000))
        """
    }

    /// The contract that held: the last one begun.
    var contracts: Query {
        """
        (select c.person_id, c.last_day, c.renewals,
            row_number() over (partition by c.person_id order by c.starts_on desc, c.id desc) as place
         from contracts c join \(employed) e on e.id = c.employment_id
         where c.starts_on <= \(day) and (c.ended_on is null or c.ended_on > \(day)))
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
