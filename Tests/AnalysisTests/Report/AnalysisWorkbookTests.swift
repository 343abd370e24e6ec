import Kernel
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
}
