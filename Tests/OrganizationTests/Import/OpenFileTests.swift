import Foundation
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// The open files (../shared/data/open) through the whole wizard, in every form people send them in: every problem is
/// named where it is, a second run changes nothing, and a batch taken back leaves what was there before. The first rows
/// here; all of them with the released command, in `Tests/Command/whole_files.py`.
@Suite(.enabled(if: OpenData.has("messy_staff_zh.csv"), "needs ../shared/data/open"), .serialized)
struct OpenFileTests {
    typealias Fault = OpenSheet.Fault

    private static let everywhere = Engine.all.flatMap { engine in OpenSheet.Form.allCases.map { (engine, $0) } }

    /// What is wrong in the staff sheet once it is in: each of these, and nothing else.
    private static let staffFaults = [
        Fault(row: 3, column: "员工入职时间", cell: "2019-13-01"),
        Fault(row: 10, column: "员工ID", cell: ""),
        Fault(row: 18, column: "员工姓名", cell: ""),
        Fault(row: 25, column: "员工电话", cell: "1342025"),
        Fault(row: 40, column: "员工邮箱", cell: "李伟的邮箱"),
        Fault(row: 77, column: "员工状态", cell: "外星人"),
        Fault(row: 101, column: "员工离职时间", cell: "1999-01-01"),
        Fault(row: 150, column: "员工性别", cell: "左"),
        Fault(row: 300, column: "员工入职时间", cell: "去年春天"),
        Fault(row: size + 1, column: "员工入职时间", cell: "#REF!"),
    ]

    private static let payFaults = [
        Fault(row: 5, column: "员工ID", cell: "99999"),
        Fault(row: 9, column: "本月工资金额", cell: "很多"),
        Fault(row: 12, column: "本月工资日期", cell: "2025-02-30"),
        Fault(row: size + 1, column: "本月个人医疗保险金额", cell: "#VALUE!"),
    ]

    private static let size = 600

    @Test(arguments: everywhere) func staff(_ engine: Engine, _ form: OpenSheet.Form) async throws {
        try await Wizard.with(engine) { wizard, company in
            let whole = try OpenSheet.staff.get()
            #expect(whole.rows.count == 10_000)
            let sheet = whole.top(Self.size)
            try await Self.named(Self.staffFaults, sheet, "staff", form, wizard, company)
            try await Self.there(sheet, "staff", form, wizard, company)
        }
    }

    @Test(arguments: everywhere) func payroll(_ engine: Engine, _ form: OpenSheet.Form) async throws {
        try await Wizard.with(engine) { wizard, company in
            let sheet = try OpenSheet.payroll.get().top(Self.size)
            let staff = company.folder.path + "/staff.csv"
            try OpenSheet.staff.get()
                .rows(where: "员工ID", isOneOf: Set(sheet.cells(of: "员工ID"))).write(.plain, to: staff)
            try await company.bring(try String(contentsOfFile: staff, encoding: .utf8))
            try await Self.named(Self.payFaults, sheet, "pay", form, wizard, company)
            try await Self.there(sheet, "pay", form, wizard, company)
        }
    }

    /// As they come these sheets name nobody and no hire day: both are said, and nothing can be taken.
    @Test(
        arguments: Engine.all, ["messy_ibm_hr_zh_bom.csv", "messy_ibm_hr_zh_gb18030.csv"])
    func aSheetWithoutNames(_ engine: Engine, _ file: String) async throws {
        try await Wizard.with(engine) { wizard, company in
            let before = try await company.facts()
            let batch = try await wizard.check(OpenData.path(file), as: "staff")
            let problems = try await wizard.problems(batch)
            #expect(problems.map(\.row) == [0, 0] && problems.allSatisfy { $0.weight == "refused" })
            let page = try await wizard.text(batch + "/check")
            #expect(page.contains("没有“姓名”列") && page.contains("没有“入职日期”列"))
            #expect(try await company.facts() == before)
            // With the two columns that are missing, and one cell wrong, they go the whole way.
            let sheet = try OpenSheet(file).adding("姓名") { "员" + ($0["员工编号"] ?? "") }
                .adding("入职日期") { "\(2025 - (Int($0["本企业工龄"] ?? "") ?? 0))-03-01" }
            let form: OpenSheet.Form = file.contains("gb18030") ? .gb18030 : .mark
            let faults = [
                Fault(row: 1_471, column: "入职日期", cell: "03-2025-99"), Fault(row: 2, column: "性别", cell: "41"),
            ]
            try await Self.named(faults, sheet, "staff", form, wizard, company)
            try await Self.there(sheet, "staff", form, wizard, company)
        }
    }

    /// Each fault is a problem at its row and column, there is no other, and nothing was written.
    private static func named(
        _ faults: [Fault], _ sheet: OpenSheet, _ kind: String, _ form: OpenSheet.Form, _ wizard: Wizard,
        _ company: Company
    ) async throws {
        let path = company.folder.path + "/faulty.\(form.ending)"
        try sheet.with(faults).write(form, to: path)
        let before = try await company.facts()
        let batch = try await wizard.check(path, as: kind)
        let found = try await wizard.problems(batch).filter { $0.weight == "refused" }
        let expected = faults.filter { $0.row <= sheet.rows.count + 1 }.sorted { $0.row < $1.row }.map {
            "\($0.row) \($0.column)"
        }
        #expect(found.map { "\($0.row) \($0.column ?? "")" } == expected)
        #expect(try await company.facts() == before)
    }

    private static func there(
        _ sheet: OpenSheet, _ kind: String, _ form: OpenSheet.Form, _ wizard: Wizard, _ company: Company
    ) async throws {
        let path = company.folder.path + "/whole.\(form.ending)"
        try sheet.write(form, to: path)
        let before = try await company.facts()
        let first = try await wizard.check(path, as: kind)
        #expect(try await wizard.problems(first).filter { $0.weight == "refused" }.isEmpty)
        try await wizard.commit(first)
        #expect(try await wizard.text(first).contains("已导入"))
        let after = try await company.facts()
        // In the open files every row is of somebody else: as many records as the file has rows.
        #expect(Set(sheet.cells(of: sheet.heading.contains("员工ID") ? "员工ID" : "员工编号")).count == sheet.rows.count)
        #expect(try await company.count(of: kind) == sheet.rows.count)
        let second = try await wizard.check(path, as: kind)
        #expect(try await wizard.text(second + "/check").contains("没有任何变化"))
        try await wizard.commit(second)
        #expect(try await company.facts() == after)
        try await wizard.undo(second)
        #expect(try await company.facts() == after)
        try await wizard.undo(first)
        #expect(try await company.facts() == before)
        #expect(try await company.count(of: kind) == 0)
    }
}

extension Company {
    /// How many records a kind of file has made.
    fileprivate func count(of kind: String) async throws -> Int {
        let question: Query =
            kind == "pay" ? "select count(distinct person_id) from pay_months" : "select count(*) from people"
        return try await database.read { tx in try tx.value(question, as: Int.self) ?? 0 }
    }

    /// The whole database as text, but for what says that something was done (batches, audit, journal, jobs, sessions) and
    /// for the count of changes of the staff list.
    func facts() async throws -> String {
        let left = ["import_", "audit_", "journal", "job", "session", "staff_state", "inbox_", "webhook"]
        var isKept = true
        var kept: [Substring] = []
        for line in try await database.dump().split(separator: "\n") {
            if line.hasPrefix("#table ") {
                let name = line.dropFirst(7)
                isKept = !left.contains { name.hasPrefix($0) }
            }
            if isKept { kept.append(line) }
        }
        return kept.joined(separator: "\n")
    }
}
