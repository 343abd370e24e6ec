import Kernel
import SQL
import Shell

/// The flat staff sheet (花名册): one row per person and employment, with everything that is known.
///
/// A cell left blank never takes anything away. A post or pay that differs from what stands begins on the day of the
/// import; for somebody new it begins on the hire day. Somebody who returned has a row for each stretch.
package struct StaffImport: ImportKind {
    package let code = "staff"
    package let name = SheetVocabulary.staff.name
    package let summary = Phrase(
        zh: "员工花名册：每人一行，部门写全路径（总部/销售部/华东区）。按工号和入职日期识别，重复导入只更新有变化的内容。",
        en: "The staff sheet: a row per person, units as full paths (HQ/Sales/East). "
            + "People are found by number and hire day; a second run changes only what differs.")
    package let needs = Capability.importData
    package let fields = SheetVocabulary.staff.importFields(without: ["cost_centre", "payer", "insurer"])
    package let naturalKey = ["number", "hire_day"]
    package let tables: [String: Phrase] = [
        "people": Phrase(zh: "员工", en: "People"), "units": Phrase(zh: "组织单元", en: "Units"),
        "employments": Phrase(zh: "雇佣记录", en: "Employments"), "assignments": Phrase(zh: "任职", en: "Assignments"),
        "contracts": Phrase(zh: "劳动合同", en: "Contracts"), "separations": Phrase(zh: "离职记录", en: "Separations"),
        "positions": Phrase(zh: "岗位", en: "Positions"), "levels": Phrase(zh: "职级", en: "Levels"),
    ]

    package init() {}

    package func check(
        _ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction
    ) throws -> StaffPlan {
        let known = try KnownStaff(tx)
        var checking = try StaffCheck(rows, problems, context, known, tx)
        try checking.run(tx)
        var plan = checking.plan
        var pass = StaffPass(plan, context, StaffIDs())
        plan.counts = try pass.count(tx)
        return plan
    }

    package func commit(
        _ plan: StaffPlan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction
    ) throws -> Reconciliation {
        let before = try Self.figures(context.today, tx)
        let ids = try StaffIDs(plan, writer, tx)
        var pass = StaffPass(plan, context, ids)
        try pass.write(writer, tx)
        let after = try Self.figures(context.today, tx)
        return Reconciliation(
            plan.counts,
            lines: [
                .init(
                    Phrase(zh: "员工档案", en: "People on record"), file: .count(plan.people),
                    before: .count(before.people), after: .count(after.people)),
                .init(
                    Phrase(zh: "在职人数", en: "Employed today"), file: .count(plan.employed),
                    before: .count(before.employed), after: .count(after.employed)),
                .init(
                    Phrase(zh: "组织单元", en: "Units"), file: .count(plan.newUnits.count), before: .count(before.units),
                    after: .count(after.units)),
            ])
    }

    package func settle(_ context: ImportContext, _ tx: Transaction) throws {
        try StaffProjection.rebuild(on: context.today, tx)
    }

    package func names(of table: String, ids: [Int64], _ tx: Transaction) throws -> [Int64: String] {
        try RecordNames.find(table, ids, tx)
    }

    private struct Figures {
        let people: Int
        let employed: Int
        let units: Int
    }

    private static func figures(_ day: Day, _ tx: Transaction) throws -> Figures {
        Figures(
            people: try tx.value("select count(*) from people", as: Int.self) ?? 0,
            employed: try tx.value(
                """
                select count(*) from employments
                where hired_on <= \(day) and (last_day is null or last_day >= \(day))
                """, as: Int.self) ?? 0,
            units: try tx.value("select count(*) from units", as: Int.self) ?? 0)
    }
}

/// What records are called, for the list of what keeps a batch from being undone.
enum RecordNames {
    static func find(_ table: String, _ ids: [Int64], _ tx: Transaction) throws -> [Int64: String] {
        let question: Query? =
            switch table {
            case "people": "select id, name from people where id in \(ids)"
            case "units": "select unit_id, name from unit_paths where unit_id in \(ids)"
            case "positions": "select id, name from positions where id in \(ids)"
            case "levels": "select id, name from levels where id in \(ids)"
            case "employments", "assignments":
                table == "employments"
                    ? "select e.id, p.name from employments e join people p on p.id = e.person_id where e.id in \(ids)"
                    : "select a.id, p.name from assignments a join people p on p.id = a.person_id where a.id in \(ids)"
            case "contracts":
                "select c.id, p.name from contracts c join people p on p.id = c.person_id where c.id in \(ids)"
            case "separations":
                "select x.id, p.name from separations x join people p on p.id = x.person_id where x.id in \(ids)"
            default: nil
            }
        var names: [Int64: String] = [:]
        if let question { try tx.each(question) { row in names[try row.value()] = try row.value(String.self) } }
        return names
    }
}
