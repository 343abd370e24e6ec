import Foundation
import Forecast
import Kernel
import Testing

@testable import Analysis

@Suite struct SavedModelTests {
    /// A sheet with 30 blank outcomes, analysed, and its model in a file of its own.
    private func saved(
        _ approach: AnalysisRequest.Approach = .logistic, _ body: (PlantedSheet, AnalysisResult, URL) throws -> Void
    ) throws {
        var sheet = PlantedSheet(rows: 240)
        for row in 0..<30 { sheet[row * 8, "离职"] = "" }
        let result = try sheet.analysed { $0.approach = approach }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).model")
        defer { try? FileManager.default.removeItem(at: file) }
        try result.saveModel(to: file.path)
        try body(sheet, result, file)
    }

    private func scored(_ sheet: PlantedSheet, _ file: URL) throws -> AnalysisResult {
        try Analysis.score(AnalysisRequest(), on: sheet.table(), fileName: "new.csv", modelAt: file.path)
    }

    @Test(arguments: [AnalysisRequest.Approach.logistic, .tree, .additive, .boosted])
    func `A loaded model gives the scores of the model that was saved`(_ approach: AnalysisRequest.Approach) throws {
        try saved(approach) { sheet, result, file in
            let loaded = try scored(sheet, file).byRow()
            #expect(loaded.count == 240)
            let list = try #require(result.document.riskList)
            #expect(list.rows.count == 30)
            for row in list.rows { #expect(loaded[row.row] == row.probability) }
        }
    }

    @Test func `Rows in another order, other columns and new categories are taken as they come`() throws {
        try saved { sheet, _, file in
            let expected = try scored(sheet, file).byRow()
            var other = sheet
            other.records.reverse()
            other.add("没见过的列") { _, row in String(row) }
            other[5, "部门"] = "新部门"
            let result = try scored(other, file)
            for (row, score) in result.byRow() where row != 5 { #expect(expected[239 - row] == score) }
            #expect(result.byRow()[5]?.isFinite == true)
            #expect(result.document.validation.scheme == .loaded)
            #expect(result.document.model == nil)
        }
    }

    @Test func `A missing column is said; too many missing are refused by name`() throws {
        try saved { sheet, _, file in
            var other = sheet
            other.remove("通勤")
            let result = try scored(other, file)
            let note = try #require(result.note(on: "通勤"))
            #expect(note.action == .flagged && note.reason.zh.contains("缺失") && note.reason.en.contains("missing"))
            #expect(result.predictions.allSatisfy { $0.prediction.isFinite })
            for column in ["导师评分", "培训完成率", "部门", "性别"] { other.remove(column) }
            let refusal = #expect(throws: AnalysisRefusal.self) { try scored(other, file) }
            #expect(refusal?.explanation.zh.contains("导师评分") == true)
        }
    }

    @Test func `A damaged file and no file are refused`() throws {
        try saved { sheet, _, file in
            let bytes = try Data(contentsOf: file)
            try bytes.prefix(bytes.count / 2).write(to: file)
            #expect(throws: ModelFileRefusal.self) { try scored(sheet, file) }
            var changed = bytes
            changed[bytes.count * 2 / 3] ^= 1
            try changed.write(to: file)
            #expect(throws: ModelFileRefusal.damaged) { try scored(sheet, file) }
            try Data(sheet.text.utf8).write(to: file)
            #expect(throws: ModelFileRefusal.notAModel) { try scored(sheet, file) }
            let absent = file.deletingLastPathComponent().appendingPathComponent("\(UUID().uuidString).model")
            let refusal = #expect(throws: AnalysisRefusal.self) { try scored(sheet, absent) }
            #expect(refusal?.explanation.en.contains(absent.path) == true)
        }
    }
}
