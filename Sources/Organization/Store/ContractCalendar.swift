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
    }

    package struct MonthCount: Codable, Hashable, Sendable {
        package let month: Month
        package let count: Int
    }

    /// Every month of the period, those without an end too.
    package let months: [MonthCount]
    /// How many stand at each notice on the day; contracts that ended while work goes on included.
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
        let visible: Query = """
            s.contract_last is not null and s.is_employed = 1
            and \(Visibility.condition(viewer, .readContracts))
            """
        let ends = try figures.figure("ends \(today) \(visible)", tx) {
            try tx.rows(
                """
                select s.contract_last, count(*) from staff s where \(visible)
                group by s.contract_last order by s.contract_last
                """
            ) { row in (day: try row.value(Day.self), count: try row.value(Int.self)) }
        }
        let (byMonth, notices) = tally(ends, today)
        let months = (0..<count).map { index -> MonthCount in
            let month = today.month.adding(index)
            return MonthCount(month: month, count: byMonth[month] ?? 0)
        }
        let range: Query =
            month.map { "s.contract_last between \($0.firstDay) and \($0.lastDay)" }
            ?? "s.contract_last <= \(today + 90)"
        var rows = try rows(visible, range, after, limit + 1, today, tx)
        let hasMore = rows.count > limit
        if hasMore { rows.removeLast() }
        return ContractCalendar(
            months: months, notices: notices, rows: rows, next: hasMore ? rows.last?.contract : nil)
    }

    private static func tally(
        _ ends: [(day: Day, count: Int)], _ today: Day
    ) -> (months: [Month: Int], notices: [ContractNotice: Int]) {
        var months: [Month: Int] = [:]
        var notices: [ContractNotice: Int] = [:]
        for (day, count) in ends {
            months[day.month, default: 0] += count
            if let notice = ContractNotice(last: day, on: today) { notices[notice, default: 0] += count }
        }
        return (months, notices)
    }

    private static func rows(
        _ visible: Query, _ range: Query, _ after: ID<Contract>?, _ limit: Int, _ today: Day, _ tx: Transaction
    ) throws -> [Row] {
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
                c.renewals
            from staff s join contracts c on c.id = s.contract_id
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
            return Row(
                contract: contract, person: person, number: number, name: name, unitName: unit, position: position,
                kind: kind, start: start, last: last, renewals: try row.value(),
                notice: ContractNotice(last: last, on: today))
        }
    }
}
