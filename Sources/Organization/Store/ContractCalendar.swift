import Kernel
import SQL
import Shell

/// Contracts by the month in which they end.
package struct ContractCalendar: Codable, Hashable, Sendable {
    package struct Row: Codable, Hashable, Sendable {
        package let contract: ID<Contract>
        package let person: ID<Person>
        package let number: String
        package let name: String
        package let unitName: String?
        package let position: String?
        package let kind: ContractKind
        package let start: Day
        package let last: Day
        package let renewals: Int
        /// Nil while the end is more than 90 days away.
        package let notice: ContractNotice?
        /// Why the next contract must be open-ended; nil when it need not.
        package internal(set) var duty: RenewalRules.Duty?
        /// What was decided; nil also for those who may not sign contracts of this person.
        package let decision: ContractChoice?
        package let decidedOn: Day?
        /// Whether the viewer may decide.
        package let mayDecide: Bool
    }

    package struct MonthCount: Codable, Hashable, Sendable {
        package let month: Month
        package let count: Int
    }

    /// Every month of the period, those without an end too.
    package let months: [MonthCount]
    /// How many stand at each notice on the day and wait for a decision; contracts that ended while work goes on
    /// included. What was decided does not count for those who may see that it was.
    package let notices: [ContractNotice: Int]
    /// Of the month asked for, or all that ended and those that end within 90 days; by last day.
    package let rows: [Row]
    package let next: ID<Contract>?
}

extension ContractCalendar {
    /// The contracts in force of people employed today that the viewer may see. A contract that another one follows is
    /// not in the list.
    /// - Parameters:
    ///   - month: whose ends to list; nil for what asks for a decision now.
    ///   - after: the last contract of the page before.
    package static func load(
        _ month: Month?, months count: Int = 12, after: ID<Contract>? = nil, limit: Int = 50, today: Day,
        as viewer: Viewer, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> ContractCalendar {
        // The plus keeps SQLite from reading everybody employed instead of the few contracts that end soon.
        let visible: Query = """
            s.contract_last is not null and +s.is_employed = 1
            and \(Visibility.condition(viewer, .readContracts)) and \(Self.unfollowed)
            """
        let decided: Query = """
            \(mayDecide(viewer)) and exists (
                select 1 from contract_decisions d where d.contract_id = s.contract_id)
            """
        let ends = try figures.figure("ends \(today) \(visible) \(decided)", tx) {
            try tx.rows(
                """
                select s.contract_last, count(*), sum(case when \(decided) then 0 else 1 end) from staff s
                where \(visible) group by s.contract_last order by s.contract_last
                """
            ) { row in
                (day: try row.value(Day.self), count: try row.value(Int.self), waiting: try row.value(Int.self))
            }
        }
        let (byMonth, notices) = tally(ends, today)
        let months = (0..<count).map { index -> MonthCount in
            let month = today.month.adding(index)
            return MonthCount(month: month, count: byMonth[month] ?? 0)
        }
        let range: Query =
            month.map { "s.contract_last between \($0.firstDay) and \($0.lastDay)" }
            ?? "s.contract_last <= \(today + 90)"
        var rows = try rows(visible, range, after, limit + 1, today, viewer, tx)
        let hasMore = rows.count > limit
        if hasMore { rows.removeLast() }
        try addDuties(to: &rows, tx)
        return ContractCalendar(
            months: months, notices: notices, rows: rows, next: hasMore ? rows.last?.contract : nil)
    }

    private static func tally(
        _ ends: [(day: Day, count: Int, waiting: Int)], _ today: Day
    ) -> (months: [Month: Int], notices: [ContractNotice: Int]) {
        var months: [Month: Int] = [:]
        var notices: [ContractNotice: Int] = [:]
        for (day, count, waiting) in ends {
            months[day.month, default: 0] += count
            guard waiting > 0, let notice = ContractNotice(last: day, on: today) else { continue }
            notices[notice, default: 0] += waiting
        }
        return (months, notices)
    }

    /// No other contract of the same employment begins after it, on a row of ``staff`` named `s`.
    static let unfollowed: Query = """
        not exists (
            select 1 from contracts n where n.employment_id = s.employment_id and n.starts_on > s.contract_start)
        """

    /// Nobody decides about themselves.
    private static func mayDecide(_ viewer: Viewer) -> Query {
        let others: Query = viewer.subject.map { "s.person_id <> \($0)" } ?? "1 = 1"
        return "(\(Visibility.condition(viewer, .editContracts))) and \(others)"
    }

    private static func rows(
        _ visible: Query, _ range: Query, _ after: ID<Contract>?, _ limit: Int, _ today: Day,
        _ viewer: Viewer, _ tx: Transaction
    ) throws -> [Row] {
        let mayDecide = mayDecide(viewer)
        let start: Query =
            after.map { contract in
                """
                and (s.contract_last, s.contract_id) >
                    (select s.contract_last, s.contract_id from staff s where s.contract_id = \(contract) and \(visible))
                """
            } ?? .empty
        return try tx.rows(
            """
            select c.id, s.person_id, s.number, s.name, s.unit_name, s.position, c.kind, c.starts_on, s.contract_last,
                c.renewals, \(Visibility.flag(mayDecide)), d.choice, d.decided_on
            from staff s join contracts c on c.id = s.contract_id
            left join contract_decisions d on d.contract_id = c.id and \(mayDecide)
            where \(visible) and \(range) \(start)
            order by s.contract_last, s.contract_id limit \(limit)
            """
        ) { row in
            let contract: ID<Contract> = try row.value()
            let (person, number, name) = (
                try row.value(ID<Person>.self), try row.value(String.self), try row.value(String.self)
            )
            let (unit, position) = (try row.value(String?.self), try row.value(String?.self))
            let (kind, start, last) = (
                try row.value(ContractKind.self), try row.value(Day.self), try row.value(Day.self)
            )
            let (renewals, mayDecide) = (try row.value(Int.self), try row.value(Bool.self))
            return Row(
                contract: contract, person: person, number: number, name: name, unitName: unit, position: position,
                kind: kind, start: start, last: last, renewals: renewals,
                notice: ContractNotice(last: last, on: today), duty: nil, decision: try row.value(),
                decidedOn: try row.value(), mayDecide: mayDecide)
        }
    }

    /// One question for all rows: the contracts before each of them and the service they close.
    private static func addDuties(to rows: inout [Row], _ tx: Transaction) throws {
        guard !rows.isEmpty else { return }
        var earlier: [ID<Contract>: [Contract]] = [:]
        var employments: [ID<Contract>: Employment] = [:]
        let employment: Query = """
            e.id, e.person_id, e.kind, e.hired_on, e.last_day, e.previous_id, e.probation_end, e.confirmed_on,
            e.seniority_day, e.earlier_months, e.work_city, e.payer_id, e.insurer_id
            """
        try tx.each(
            """
            select c.id, \(employment), b.id, b.person_id, b.employment_id, b.employer_id, b.number, b.kind, b.starts_on,
                b.last_day, b.signed_on, b.renewals, b.ended_on
            from contracts c join employments e on e.id = c.employment_id
            join contracts b on b.employment_id = c.employment_id and b.starts_on <= c.starts_on
            where c.id in \(rows.map(\.contract)) order by b.starts_on, b.id
            """
        ) { row in
            let contract: ID<Contract> = try row.value()
            employments[contract] = try Employment(&row)
            earlier[contract, default: []].append(try Contract(&row))
        }
        for index in rows.indices {
            guard let employment = employments[rows[index].contract] else { continue }
            rows[index].duty = RenewalRules.duty(
                Contracts.history(
                    earlier[rows[index].contract] ?? [], employment, on: rows[index].last + 1, false))
        }
    }
}
