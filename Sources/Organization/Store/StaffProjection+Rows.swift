import Kernel
import SQL

extension StaffProjection {
    /// Writes the rows of the people for whom the condition on `p` holds, without their reporting lines.
    ///
    /// Which employment counts: the one that covers the day; else the next one planned; else the last one. The post and
    /// the contract are those of the day, of the hire day for somebody who has not started, of the last day for somebody
    /// who left.
    static func insertion(of people: Query, on day: Day) -> Query {
        """
        insert into staff (
            person_id, number, name, sort_key, status, is_employed, employment_id, kind, unit_id, unit_path,
            unit_name, unit_names, position_id, position, level_id, level, manager_id, manager_name, hired_on,
            last_day, probation_end, confirmed_on, contract_id, contract_kind, contract_start, contract_last, first_signed,
            work_city, work_mail, work_phone, search_keys)
        select s.*, '' from (\(rows(on: day, of: people))) s order by s.person_id
        """
    }

    /// The staff list of any day, without reporting lines: one row per person.
    static func rows(on day: Day, of people: Query = "1 = 1") -> Query {
        let moment: Query =
            "case when e.hired_on > \(day) then e.hired_on when e.last_day < \(day) then e.last_day else \(day) end"
        return """
            select p.id as person_id, p.number, p.name, p.sort_key, \(state(on: day)) as status,
                case when e.hired_on <= \(day) and (e.last_day is null or e.last_day >= \(day))
                    then 1 else 0 end as is_employed,
                e.id as employment_id, e.kind, a.unit_id, coalesce(u.path, '') as unit_path, u.name as unit_name,
                u.names as unit_names, a.position_id, o.name as position, a.level_id, l.name as level, a.manager_id,
                m.name as manager_name, e.hired_on, e.last_day, e.probation_end, e.confirmed_on, c.id as contract_id,
                c.kind as contract_kind, c.starts_on as contract_start,
                case when c.ended_on < c.last_day or c.last_day is null then c.ended_on else c.last_day end
                    as contract_last,
                (select min(w.signed_on) from contracts w where w.employment_id = e.id) as first_signed,
                e.work_city, p.work_mail, p.work_phone
            from people p
            left join employments e on e.id = (
                select x.id from employments x where x.person_id = p.id
                order by case when x.hired_on > \(day) then 1 when x.last_day < \(day) then 2 else 0 end,
                    case when x.hired_on > \(day) then x.hired_on else '' end, x.hired_on desc
                limit 1)
            left join assignments a on a.id = (
                select y.id from assignments y
                where y.employment_id = e.id and y.role = 'primary' and y.starts_on <= \(moment)
                    and (y.ends_before is null or y.ends_before > \(moment))
                order by y.starts_on desc limit 1)
            left join contracts c on c.id = (
                select z.id from contracts z where z.employment_id = e.id and z.starts_on <= \(moment)
                order by z.starts_on desc limit 1)
            left join unit_paths u on u.unit_id = a.unit_id
            left join positions o on o.id = a.position_id
            left join levels l on l.id = a.level_id
            left join people m on m.id = a.manager_id
            where \(people)
            """
    }

    /// ``Employment/state(on:)`` of the row `e`; somebody without an employment has not started.
    static func state(on day: Day) -> Query {
        """
        case when e.id is null or e.hired_on > \(day) then 'planned' when e.last_day < \(day) then 'left'
            when e.probation_end >= \(day) and (e.confirmed_on is null or e.confirmed_on > \(day)) then 'probation'
            else 'regular' end
        """
    }

    /// The reporting lines of these people and of everybody below them; of all with nil.
    ///
    /// `/9/4/7/` is the line of 7, who reports to 4, who reports to 9. Leavers are in no line, so nobody keeps seeing
    /// them for having led them; whoever reports in a circle is in none either, and the data-quality page says so.
    static func writeLines(among people: [ID<Person>]?, _ tx: Transaction) throws {
        let below: Query
        if let people {
            // `union` instead of `union all`: it also ends where people report in a circle.
            below = """
                below (id) as (
                    select person_id from staff where person_id in \(people)
                    union select s.person_id from staff s join below b on s.manager_id = b.id)
                """
            try tx.execute(
                """
                with recursive \(below)
                update staff set line_path = null, line_end = null where person_id in (select id from below)
                """)
        } else {
            below = "below (id) as (select person_id from staff)"
        }
        try tx.execute(
            """
            with recursive \(below),
            starts (id, path) as (
                select s.person_id, coalesce(m.line_path, '/') || s.person_id || '/'
                from staff s join below b on b.id = s.person_id
                left join staff m on m.person_id = s.manager_id and m.status <> 'left'
                where s.status <> 'left'
                    and (m.person_id is null or (m.line_path is not null and m.person_id <> s.person_id))),
            lines (id, path) as (
                select id, path from starts
                union all select s.person_id, l.path || s.person_id || '/'
                from lines l join staff s on s.manager_id = l.id where s.status <> 'left')
            update staff set line_path = lines.path, line_end = substr(lines.path, 1, length(lines.path) - 1) || '0'
            from lines where lines.id = staff.person_id
            """)
    }
}
