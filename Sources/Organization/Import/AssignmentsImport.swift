import Kernel
import SQL
import Shell

/// Posts one by one: the history of transfers. Rows of a person follow each other; each holds up to the next change.
package struct AssignmentsImport: ImportKind {
    package let code = SheetVocabulary.assignments.code
    package let name = SheetVocabulary.assignments.name
    package let summary = Phrase(
        zh: "任职记录逐条导入（调动历史）。按工号、开始日期和部门识别；没有结束日期的，到下一条为止。",
        en: "Posts one by one: the history of transfers. A row without an end holds up to the next one.")
    package let needs = Capability.importData
    package let fields = SheetVocabulary.assignments.importFields(without: ["note"])
    package let naturalKey = ["number", "from", "unit"]
    package let tables = StaffImport().tables

    package init() {}

    package struct Plan: ImportPlan {
        package internal(set) var counts = ImportCounts()
        var creations: [UnitPathPlan.Creation] = []
        var unitsOpen: Day = .last
        var positions: [String] = []
        var levels: [String] = []
        var histories: [History] = []
        var rows = 0
    }

    /// The posts of one employment as they will be. New units, positions and levels have numbers below zero.
    struct History: Sendable {
        let employment: Employment
        let stored: [Assignment]
        let after: PostHistory
        let causes: [Day: AssignmentCause]
    }

    package func check(
        _ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction
    ) throws -> Plan {
        let known = try KnownStaff(tx)
        var reading = try AssignmentRows(rows, problems, known, PeopleByText(known), on: context.today, tx)
        reading.read()
        var plan = Plan()
        plan.rows = rows.count
        let stretches = reading.rowsOf.keys.sorted()
        for chunk in stretches.chunks(of: 10_000) {
            let employments = try tx.rows(
                "select \(Employment.columns) from employments where id in \(chunk)"
            ) { row in try Employment(&row) }
            var stored: [ID<Employment>: [Assignment]] = [:]
            let posts = try tx.rows(
                """
                select employment_id, \(Assignment.columns) from assignments where employment_id in \(chunk)
                order by starts_on
                """
            ) { row in (try row.value(ID<Employment>.self), try Assignment(&row)) }
            for (employment, post) in posts { stored[employment, default: []].append(post) }
            for employment in employments {
                guard let lines = reading.rowsOf[employment.id], let days = employment.days else { continue }
                let before = stored[employment.id] ?? []
                do {
                    let history = try Self.history(lines, over: PostHistory(before, during: days))
                    let changed = history != (try PostHistory(before, during: days))
                    if before.isEmpty {
                        plan.counts.created += lines.count
                    } else if changed {
                        plan.counts.updated += lines.count
                    } else {
                        plan.counts.unchanged += lines.count
                    }
                    guard changed else { continue }
                    plan.histories.append(
                        History(
                            employment: employment, stored: before, after: history,
                            causes: Dictionary(lines.map { ($0.days.start, $0.cause) }) { $1 }))
                } catch let refusal as AssignmentRefusal {
                    for line in lines { problems.refuse(line.row, "from", refusal.explanation) }
                }
            }
        }
        (plan.creations, plan.unitsOpen) = (reading.creations, reading.unitsOpen)
        (plan.positions, plan.levels) = (reading.positions, reading.levels)
        return plan
    }

    /// The rows of one employment laid over what stands.
    private static func history(_ lines: [AssignmentRows.Line], over before: PostHistory) throws -> PostHistory {
        var primary = before.primary
        for line in lines.sorted(by: { $0.days.start < $1.days.start }) where line.role == .primary {
            if line.hasEnd {
                primary.set(line.post, during: line.days)
            } else {
                primary.set(line.post, untilNextChangeFrom: line.days.start)
            }
        }
        var posts = primary.limited(to: before.employment).segments.map {
            Assignment(id: ID(0), person: ID(0), role: .primary, post: $0.value, days: $0.days, cause: .transfer)
        }
        var others = before.others
        for line in lines where line.role != .primary {
            let other = PostHistory.Other(role: line.role, post: line.post, days: line.days)
            others.removeAll {
                $0.role == other.role && $0.days.start == other.days.start && $0.post.unit == other.post.unit
            }
            others.append(other)
        }
        posts += others.map {
            Assignment(id: ID(0), person: ID(0), role: $0.role, post: $0.post, days: $0.days, cause: .additional)
        }
        return try PostHistory(posts, during: before.employment)
    }

    package func commit(
        _ plan: Plan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction
    ) throws -> Reconciliation {
        let ids = try StaffIDs(
            units: plan.creations, from: plan.unitsOpen, positions: plan.positions, levels: plan.levels, writer, tx)
        let before = try tx.value("select count(*) from assignments", as: Int.self) ?? 0
        var diff = PostDiff()
        for history in plan.histories {
            diff.add(
                history.after.assignments, of: history.employment, over: history.stored,
                cause: { history.causes[$0] ?? .correction }
            ) { post in
                Post(
                    unit: ids(Ref<OrgUnit>(code: post.unit.rawValue)),
                    position: post.position.map { ids(Ref<Position>(code: $0.rawValue)) },
                    level: post.level.map { ids(Ref<Level>(code: $0.rawValue)) }, manager: post.manager,
                    share: post.share)
            }
        }
        try diff.write(writer, tx)
        let after = try tx.value("select count(*) from assignments", as: Int.self) ?? 0
        return Reconciliation(
            plan.counts, lines: [.init(name, file: .count(plan.rows), before: .count(before), after: .count(after))])
    }

    package func settle(_ context: ImportContext, _ tx: Transaction) throws {
        try StaffProjection.rebuild(on: context.today, tx)
    }

    package func names(of table: String, ids: [Int64], _ tx: Transaction) throws -> [Int64: String] {
        try RecordNames.find(table, ids, tx)
    }
}
