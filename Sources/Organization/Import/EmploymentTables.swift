import Kernel
import SQL
import Shell

/// The tables about an employment, as a staff sheet fills them.
struct EmploymentTables {
    let rows: ImportRows
    let ids: StaffIDs
    let context: ImportContext
    var employments = TableDiff(
        "employments", key: ["id"],
        [
            "person_id", "kind", "hired_on", "last_day", "previous_id", "probation_end", "confirmed_on",
            "seniority_day", "earlier_months", "work_city",
        ])
    var posts = PostTable()
    var contracts = ContractTable()
    var separations = SeparationTable()
    var pay = PayTable()
    private let cells: Cells

    private struct Cells {
        let kind, confirmed, seniority, firstWork, city: ImportColumn

        init(_ rows: ImportRows) {
            (kind, confirmed) = (rows["employment_kind"], rows["confirmation_day"])
            (seniority, firstWork) = (rows["seniority_day"], rows["first_work_day"])
            city = rows["work_city"]
        }
    }

    init(_ rows: ImportRows, _ ids: StaffIDs, _ context: ImportContext) {
        (self.rows, self.ids, self.context) = (rows, ids, context)
        cells = Cells(rows)
    }

    mutating func load(_ lines: [StaffLine], _ tx: Transaction) throws {
        let stretches = Set(lines.compactMap { $0.employment.known }).sorted()
        guard !stretches.isEmpty else { return }
        try employments.load(
            """
            select id, person_id, kind, hired_on, last_day, previous_id, probation_end, confirmed_on, seniority_day,
                earlier_months, work_city
            from employments where id in \(stretches)
            """, tx)
        try posts.load(stretches, tx)
        try contracts.load(stretches, tx)
        try separations.load(stretches, tx)
        try pay.load(Set(lines.compactMap { $0.person.known }).sorted(), tx)
    }

    /// - Returns: whether anything is new or different.
    mutating func put(_ line: StaffLine) throws -> Bool {
        let (row, person, id) = (line.row, ids(line.person), ids(line.employment))
        let standing = employments.known[id.rawValue]
        let before = standing.map { StandingDays($0) }
        let kind: EmploymentKind? = cells.kind.choice(row) ?? (standing == nil ? .full : nil)
        let earlier = cells.firstWork.day(row).map { max(0, $0.wholeMonths(to: line.hired)) }
        var changed =
            employments.put(
                id.rawValue, [],
                [
                    person.sqlValue, kind?.sqlValue, line.hired.sqlValue, line.last?.sqlValue,
                    standing == nil ? line.previous.map { ids($0) }.sqlValue : nil, line.probationEnd?.sqlValue,
                    cells.confirmed.day(row)?.sqlValue, cells.seniority.day(row)?.sqlValue,
                    (earlier ?? (standing == nil ? 0 : nil))?.sqlValue, cells.city.text(row)?.sqlValue,
                ]) != .same
        let last = line.last ?? before?.last
        let stretch = Stretch(
            person: person, employment: id, hired: line.hired, last: last, wasHired: before?.hired,
            today: context.today)
        changed = posts.put(line, stretch, ids) || changed
        changed = contracts.put(rows, line, stretch) || changed
        changed = separations.put(rows, line, stretch, context) || changed
        changed = pay.put(rows, line, stretch, context) || changed
        return changed
    }

    mutating func flush(_ writer: BatchWriter, _ tx: Transaction) throws {
        try employments.flush(writer)
        try posts.flush(writer, tx)
        try contracts.flush(writer, tx)
        try separations.flush(writer, tx)
        try pay.flush(writer)
    }

    mutating func forget() {
        employments.forgetAll()
        posts = PostTable()
        contracts = ContractTable()
        separations = SeparationTable()
        pay = PayTable()
    }
}

/// One stretch of employment a row is about.
struct Stretch {
    let person: ID<Person>
    let employment: ID<Employment>
    let hired: Day
    /// As it will be once the row is written.
    let last: Day?
    /// The hire day that stands; nil for a new stretch.
    let wasHired: Day?
    let today: Day

    var isNew: Bool { wasHired == nil }
    var end: Day? { last.map { $0 + 1 } }
    /// The day whose facts the row tells: today, the last day of a leaver, the hire day of somebody who is to come.
    var moment: Day { hired > today ? hired : last.map { min($0, today) } ?? today }
}

private struct StandingDays {
    let hired: Day?
    let last: Day?

    /// Of the columns of ``EmploymentTables/employments``.
    init(_ values: [SQLValue]) {
        hired = Self.day(values[2])
        last = Self.day(values[3])
    }

    private static func day(_ value: SQLValue) -> Day? {
        if case .text(let text) = value { Day(iso: text) } else { nil }
    }
}
