import Kernel
import SQL
import Shell

extension Leaving {
    /// One line of the final checklist.
    package struct TaskRow: Codable, Hashable, Sendable {
        package let task: ExitTask
        package let due: Day
        package let done: Day?
        package let doneBy: String?
    }

    /// The checklist of the last separation; empty without one. - Throws: ``Missing``.
    package static func checklist(
        of person: ID<Person>, as viewer: Viewer, _ tx: Transaction
    ) throws -> [TaskRow] {
        try Visibility.require(person, viewer, .editSeparations, tx)
        let rows = try tx.rows(
            """
            select t.task, t.due_on, t.done_on, c.name from exit_tasks t left join accounts c on c.id = t.done_by
            where t.separation_id = (
                select id from separations where person_id = \(person) order by last_day desc limit 1)
            """
        ) { row in
            TaskRow(task: try row.value(), due: try row.value(), done: try row.value(), doneBy: try row.value())
        }
        return ExitTask.allCases.compactMap { task in rows.first { $0.task == task } }
    }

    /// Ticks a line off, or opens it again.
    package static func finish(
        _ task: ExitTask, of person: ID<Person>, isDone: Bool, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try occasion.requireDecision(about: person, .editSeparations, tx)
        let changed = try tx.execute(
            """
            update exit_tasks set done_on = \(isDone ? occasion.today : nil),
                done_by = \(isDone ? occasion.actor.account.rawValue : nil)
            where task = \(task) and separation_id = (
                select id from separations where person_id = \(person) order by last_day desc limit 1)
            """)
        guard changed > 0 else { throw Missing() }
        try Audit.record(
            [
                AuditEntry(
                    .exitTask, of: AuditRecord(.person, person), about: person.subject,
                    changes: [
                        FieldChange(
                            task.rawValue, task.name, before: nil, after: isDone ? occasion.today.iso : "—")
                    ])
            ], by: occasion.actor, occasion.house, in: tx)
    }

    /// What a compensation would be made of, as far as the record tells: the page completes it.
    package struct CompensationFacts: Codable, Hashable, Sendable {
        package let serviceStart: Day
        package let lastDay: Day
        /// Of the 12 months before the last day, or of the agreed pay; class *pay*, nil for those who do not see it.
        package let averagePay: Money?
        package let lastMonthPay: Money?
    }

    /// - Throws: ``Missing``, ``StaffRefusal/notEmployed(_:)``.
    package static func compensationFacts(
        of person: ID<Person>, lastDay: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> CompensationFacts {
        try Visibility.require(person, viewer, .editSeparations, tx)
        let employment = try EmploymentStore.covering(lastDay, person, tx)
        let seesPay = try Visibility.classes(of: person, viewer, tx)?.contains(.pay) ?? false
        guard seesPay else {
            return CompensationFacts(
                serviceStart: employment.serviceStart, lastDay: lastDay, averagePay: nil, lastMonthPay: nil)
        }
        let pay = try averagePay(of: person, through: lastDay, tx)
        return CompensationFacts(
            serviceStart: employment.serviceStart, lastDay: lastDay, averagePay: pay.average, lastMonthPay: pay.last)
    }

    /// The mean of what was paid in the 12 months before the month of a day, or the pay agreed then; and last month's.
    /// The caller has asked whether pay may be seen.
    static func averagePay(
        of person: ID<Person>, through lastDay: Day, _ tx: Transaction
    ) throws -> (average: Money?, last: Money?) {
        let first = lastDay.month.adding(-12)
        let paid = try tx.rows(
            """
            select month, amount from pay_months where person_id = \(person) and item = 'gross'
                and month >= \(first) and month < \(lastDay.month) order by month
            """
        ) { row in (month: try row.value(Month.self), amount: try row.value(Money.self)) }
        let agreed = try tx.value(
            """
            select monthly from pay_rates where person_id = \(person) and starts_on <= \(lastDay)
            order by starts_on desc limit 1
            """, as: Money.self)
        let average =
            paid.isEmpty
            ? agreed
            : try Money.sum(paid.map(\.amount)).allocate(by: Array(repeating: Int64(1), count: paid.count)).first
        return (average, paid.last?.amount ?? agreed)
    }
}
