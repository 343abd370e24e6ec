import Foundation
import Kernel
import Sheets
import Testing

@testable import Analysis

@Suite struct AnalysisWorkbookTests {
    @Test(arguments: SampleDocuments.all.map(\.name), Language.allCases)
    func `rows are as wide as their headings`(name: String, language: Language) {
        let book = AnalysisWorkbook(SampleDocuments.named(name), language: language)
        #expect(book.sheets.count == 5)
        for sheet in book.sheets {
            #expect(sheet.name.count <= 31)
            for row in sheet.rows { #expect(row.count == sheet.columns.count, "\(sheet.name)") }
            for case .number(let value) in sheet.rows.joined() { #expect(value.isFinite) }
            for case .percent(let value) in sheet.rows.joined() { #expect(value.isFinite) }
        }
    }

    @Test func `lists every row with three reasons`() {
        let sheet = AnalysisWorkbook(SampleDocuments.staff, language: .zh).sheets[0]
        #expect(sheet.name == "风险名单")
        #expect(sheet.columns == ["行号", "工号", "姓名", "层级", "可能离开", "依据 1", "依据 2", "依据 3", "已知结果"])
        #expect(sheet.rows.count == 24)
        #expect(sheet.rows[0][0] == .count(6))
        #expect(sheet.rows[0][3] == .text("极高"))
    }

    /// What looks like a formula stays text, in every sheet.
    @Test func `writes no formulas`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString).xlsx")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try AnalysisWorkbook.write(SampleDocuments.hostile, in: .zh, to: path)
        let table = try SheetReader.table(at: path)
        #expect(table.rowCount == 24)
        let texts = table.columns.compactMap { $0.text(at: 0) }
        #expect(texts.contains("=1+1"))
        #expect(texts.contains("+cmd|' /C calc'!A0"))
    }
}
