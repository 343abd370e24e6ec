import Kernel
import Testing

@testable import Analysis

@Suite struct LeakTests {
    @Test func `What is known only afterwards is left out, with a reason`() throws {
        var sheet = PlantedSheet()
        sheet.add("离职原因") { sheet, row in sheet.left(row) ? ["薪酬", "发展", "家庭"][row % 3] : "" }
        sheet.add("备注码") { sheet, row in sheet.left(row) ? String(row % 4) : "" }
        // The outcome again as a number, a little blurred.
        sheet.add("系统值") { sheet, row in String((sheet.left(row) ? 900 : 100) + row * 37 % 90) }
        let document = try sheet.analysed().document
        for column in ["离职原因", "备注码", "系统值"] {
            let note = try #require(document.hygiene.first { $0.column == column && $0.action == .dropped })
            #expect(!note.reason.zh.isEmpty && !note.reason.en.isEmpty)
            #expect(!document.facts.contains(column))
        }
        #expect(document.facts.contains("导师评分"))
        // None of it reached the models: they are as good as without these columns.
        let without = try PlantedSheet().analysed().document
        #expect(document.metrics.first?.estimate == without.metrics.first?.estimate)
    }

    @Test func `A strong but honest fact stays`() throws {
        var sheet = PlantedSheet()
        sheet.add("满意度") { sheet, row in String((sheet.left(row) ? 30 : 60) + row * 37 % 50) }
        #expect(try sheet.analysed().document.facts.contains("满意度"))
    }

    @Test func `A person may keep what would be dropped, and drop what would be kept`() throws {
        var sheet = PlantedSheet()
        sheet.add("系统值") { sheet, row in String((sheet.left(row) ? 900 : 100) + row * 37 % 90) }
        let document = try sheet.analysed {
            $0.keep = ["系统值"]
            $0.drop = ["导师评分"]
        }.document
        #expect(document.facts.contains("系统值"))
        #expect(!document.facts.contains("导师评分"))
    }
}
