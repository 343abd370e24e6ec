import Kernel
import SQL
import Shell

/// A sheet about employments that stand already: contracts one by one, or leavers one by one. Nobody is made by it.
package struct EmploymentSheetImport: ImportKind {
    package let code: String
    package let name: Phrase
    package let summary: Phrase
    package let needs = Capability.importData
    package let fields: [ImportField]
    package let naturalKey: [String]
    package let tables = StaffImport().tables
    /// The column whose day tells which employment is meant.
    private let dayField: String
    /// The column with the last day of the employment, if the sheet ends employments.
    private let lastField: String?

    package static let contracts = EmploymentSheetImport(
        .contracts, day: "contract_start", last: nil, key: ["number", "contract_start"], without: ["employer", "note"],
        Phrase(
            zh: "劳动合同逐份导入，含历史合同。按工号和起始日期识别。",
            en: "Contracts one by one, earlier ones too. Found by number and first day."))
    package static let separations = EmploymentSheetImport(
        .separations, day: "last_day", last: "last_day", key: ["number", "last_day"], without: [],
        Phrase(
            zh: "离职记录逐条导入：登记最后工作日，同时结束任职。按工号和离职日期识别。",
            en: "Leavers one by one: the last day ends posts too. Found by number and last day."))

    private init(
        _ vocabulary: SheetVocabulary, day: String, last: String?, key: [String], without left: Set<String>,
        _ summary: Phrase
    ) {
        (code, name, self.summary) = (vocabulary.code, vocabulary.name, summary)
        fields = vocabulary.importFields(without: left)
        (naturalKey, dayField, lastField) = (key, day, last)
    }

    package func check(
        _ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction
    ) throws -> StaffPlan {
        let known = try KnownStaff(tx)
        var plan = StaffPlan(rows)
        let (numbers, names, days) = (rows["number"], rows["name"], rows[dayField])
        for row in rows.indices {
            guard let number = numbers.text(row), let day = days.day(row) else { continue }
            guard let person = known.byNumber[number] else {
                problems.refuse(row, "number", ImportWords.unknownPerson)
                continue
            }
            if let name = names.text(row), let stored = known.names[person], PersonName(name).text != stored {
                problems.refuse(row, "name", ImportWords.nameDiffers(stored))
            }
            guard let stretch = known.stretches[person]?.last(where: { $0.hired <= day && day <= $0.last ?? .last })
            else {
                problems.refuse(row, dayField, ImportWords.notEmployed(day))
                continue
            }
            if let last = rows["contract_last"].day(row), last < day {
                problems.refuse(row, "contract_last", ImportWords.contractEndsFirst(day, last))
            }
            plan.lines.append(
                StaffLine(
                    row: row, person: Ref(person), employment: Ref(stretch.id), hired: stretch.hired,
                    last: lastField == nil ? stretch.last : day, unit: nil, position: nil, level: nil, manager: nil,
                    probationEnd: probationEnd(rows, row, stretch.hired)))
        }
        // In the order of their days, so that renewals are counted as they came.
        plan.lines.sort { (days.day($0.row) ?? .first, $0.row) < (days.day($1.row) ?? .first, $1.row) }
        plan.people = Set(plan.lines.map(\.person)).count
        var pass = StaffPass(plan, context, StaffIDs(), writesPeople: false)
        plan.counts = try pass.count(tx)
        return plan
    }

    private func probationEnd(_ rows: ImportRows, _ row: Int, _ hired: Day) -> Day? {
        if let end = rows["probation_end"].day(row) { return end }
        guard let months = rows["probation_months"].integer(row), months > 0 else { return nil }
        return ProbationRules.lastDay(from: hired, months: Int(months))
    }

    package func commit(
        _ plan: StaffPlan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction
    ) throws -> Reconciliation {
        let before = try count(tx)
        var pass = StaffPass(plan, context, StaffIDs(), writesPeople: false)
        try pass.write(writer, tx)
        return Reconciliation(
            plan.counts,
            lines: [
                .init(name, file: .count(plan.rows.count), before: .count(before), after: .count(try count(tx)))
            ])
    }

    private func count(_ tx: Transaction) throws -> Int {
        let question: Query = lastField == nil ? "select count(*) from contracts" : "select count(*) from separations"
        return try tx.value(question, as: Int.self) ?? 0
    }

    package func settle(_ context: ImportContext, _ tx: Transaction) throws {
        try StaffProjection.rebuild(on: context.today, tx)
    }

    package func names(of table: String, ids: [Int64], _ tx: Transaction) throws -> [Int64: String] {
        try RecordNames.find(table, ids, tx)
    }
}
