import Foundation
import Kernel
import SQL
import Sheets
import Testing

@testable import Shell

/// The messy files of the open data set, read as they come and as workbooks made from them.
struct MessyFileTests {
    @Test(.enabled(if: SampleHouse.hasOpenData, "needs ../shared/data/open"), arguments: ["csv", "xlsx"])
    func staffIsTakenOnceAndTakenBack(form: String) async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let source = SampleHouse.open + "messy_staff_zh.csv"
        let path = form == "csv" ? source : try workbook(source, in: sample)
        let before = try await sample.dump()
        let first = try await sample.run(path)
        #expect(first.report.problems.filter { $0.weight == .refused } == [])
        #expect(first.report.counts?.created == 10_000)
        let reconciliation = try #require(first.reconciliation)
        #expect(reconciliation.lines.last?.after == .count(10_000))
        let after = try await sample.dump()
        let second = try await sample.run(path)
        #expect(second.reconciliation?.counts == ImportCounts(unchanged: 10_000))
        #expect(try await sample.dump() == after)
        try await Importing.undo(try #require(second.batch), house: sample.house, viewer: sample.viewer)
        #expect(try await sample.dump() == after)
        try await Importing.undo(try #require(first.batch), house: sample.house, viewer: sample.viewer)
        #expect(try await sample.dump() == before)
    }

    @Test(.enabled(if: SampleHouse.hasOpenData, "needs ../shared/data/open"), arguments: ["csv", "xlsx"])
    func payAddsUpToTheFen(form: String) async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let source = SampleHouse.open + "messy_payroll_zh.csv"
        let result = try await sample.run(form == "csv" ? source : try workbook(source, in: sample), "pay")
        #expect(result.report.problems.filter { $0.weight == .refused }.prefix(3) == [])
        let line = try #require(result.reconciliation?.lines.last)
        #expect(line.file == line.after)
        #expect(result.reconciliation?.counts.created == 7_998)
    }

    /// The same rows in two encodings give the same reading.
    @Test(.enabled(if: SampleHouse.hasOpenData, "needs ../shared/data/open")) func encodingsAgree() throws {
        let kind = IBMSheet()
        let readings = try ["messy_ibm_hr_zh_bom.csv", "messy_ibm_hr_zh_gb18030.csv"].map { name in
            let outline = try SheetOutline(at: SampleHouse.open + name, for: kind)
            return try ImportReader(kind: kind, mapping: outline.mapping, today: Day(number: 20_000)).read(
                at: SampleHouse.open + name)
        }
        #expect(readings[0].rows.count == 1_470)
        for field in kind.fields {
            let (one, other) = (readings[0].rows[field.name], readings[1].rows[field.name])
            #expect((0..<1_470).allSatisfy { one.plain($0, field) == other.plain($0, field) })
            #expect(!one.isBlank(0))
        }
        #expect(readings.allSatisfy { $0.refused.isEmpty })
    }

    private struct IBMSheet: ImportKind {
        let code = "ibm"
        let name = Phrase(verbatim: "IBM")
        let needs = SampleHouse.capability
        let naturalKey = ["number"]
        let fields = [
            ImportField("number", .code, Phrase(zh: "员工编号", en: "Number"), isRequired: true),
            ImportField("age", .integer(16...80), Phrase(zh: "年龄", en: "Age")),
            ImportField("unit", .text(), Phrase(zh: "部门", en: "Unit")),
            ImportField("income", .money, Phrase(zh: "月收入", en: "Income"), .pay),
            ImportField("raise", .rate, Phrase(zh: "调薪幅度", en: "Raise"), .pay),
            ImportField("overtime", .flag, Phrase(zh: "是否加班", en: "Overtime")),
        ]
        struct Plan: ImportPlan { var counts = ImportCounts() }
        func check(_ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction) -> Plan
        {
            Plan()
        }
        func commit(_ plan: Plan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction) -> Reconciliation
        {
            Reconciliation(plan.counts)
        }
    }

    /// Numbers as numbers, as Excel would keep them.
    private func workbook(_ source: String, in sample: SampleHouse) throws -> String {
        let path = sample.folder.appendingPathComponent("made.xlsx").path
        var writer = try XLSXWriter(path: path)
        var isFirst = true
        try SheetReader.records(at: source) { record in
            if isFirst {
                try writer.beginSheet("花名册", columns: record.cells.map { XLSXWriter.Column($0) })
                isFirst = false
            } else {
                try writer.row(
                    record.cells.map { cell in
                        if let number = Double(cell), cell.count < 16 { return .number(number) }
                        if let day = Day(iso: cell) { return .day(Double(day.number)) }
                        return cell.isEmpty ? .missing : .text(cell)
                    })
            }
            return true
        }
        try writer.close()
        return path
    }
}
