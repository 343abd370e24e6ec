import Foundation
import Kernel
import Testing

@testable import Analysis

@Suite struct ClassificationTests {
    @Test func `One seed gives one answer, byte for byte`() throws {
        let sheet = PlantedSheet()
        let (one, two) = (try sheet.analysed { $0.seed = 7 }, try sheet.analysed { $0.seed = 7 })
        #expect(try DocumentJSON.encode(one.document) == DocumentJSON.encode(two.document))
        #expect(one.predictions == two.predictions)
        #expect(try sheet.analysed { $0.seed = 8 }.predictions != one.predictions)
    }

    @Test func `Every row with an outcome is predicted once per repeat`() throws {
        let result = try PlantedSheet().analysed { $0.repeats = 2 }
        for repetition in 0...1 {
            let rows = result.predictions.filter { $0.repetition == repetition }.map(\.row)
            #expect(rows.sorted() == Array(0..<300))
        }
        #expect(result.predictions.allSatisfy { $0.prediction > 0 && $0.prediction < 1 })
        let auc = try #require(result.document.metrics.first { $0.name == "roc_auc" })
        #expect(auc.estimate.value > 0.75)
        #expect(result.document.model?.chosen == "logistic")
    }

    @Test(arguments: [AnalysisRequest.Approach.logistic, .tree, .additive, .boosted])
    func `Base and contributions make the score of every listed row`(_ approach: AnalysisRequest.Approach) throws {
        let result = try PlantedSheet(rows: 200).analysed {
            $0.approach = approach
            $0.folds = 2
        }
        try Self.expectSums(result)
        // Listed are those still there; their scores are the held-out ones.
        let list = try #require(result.document.riskList)
        let held = result.byRow()
        for row in list.rows { #expect(held[row.row] == row.probability) }
    }

    @Test(.enabled(if: FullRun.isOn)) func `What auto chooses adds up and repeats itself too`() throws {
        let (one, two) = (
            try PlantedSheet().analysed { $0.approach = .auto }, try PlantedSheet().analysed { $0.approach = .auto }
        )
        try Self.expectSums(one)
        #expect(try DocumentJSON.encode(one.document) == DocumentJSON.encode(two.document))
        #expect(one.predictions == two.predictions)
    }

    private static func expectSums(_ result: AnalysisResult) throws {
        let list = try #require(result.document.riskList)
        #expect(!list.rows.isEmpty)
        for row in list.rows {
            #expect(row.contributions.count == result.document.facts.count)
            let logOdds = log(row.probability / (1 - row.probability))
            #expect(abs(row.contributions.reduce(row.base, +) - logOdds) < 1e-4)
        }
    }

    @Test func `Given folds are used as they are, each column one repeat`() throws {
        var sheet = PlantedSheet()
        sheet.add("fold_a") { _, row in row % 10 == 0 ? "" : String(row % 3) }
        sheet.add("fold_b") { _, row in row % 10 == 0 ? "" : String(row / 7 % 4) }
        let ask: (inout AnalysisRequest) -> Void = { $0.foldColumns = ["fold_a", "fold_b"] }
        let result = try sheet.analysed(ask)
        let taking = (0..<300).filter { $0 % 10 != 0 }
        #expect(result.predictions.filter { $0.repetition == 0 }.map(\.row).sorted() == taking)
        #expect(result.predictions.filter { $0.repetition == 1 }.map(\.row).sorted() == taking)
        for entry in result.predictions {
            #expect(entry.fold == (entry.repetition == 0 ? entry.row % 3 : entry.row / 7 % 4))
        }
        #expect(result.document.validation.scheme == .given)
        #expect(result.document.validation.repeats == 2)
        #expect(!result.document.facts.contains { $0.hasPrefix("fold") })
        // Rows without a fold take no part: their outcome moves nothing.
        for row in stride(from: 0, to: 300, by: 10) { sheet[row, "离职"] = sheet.left(row) ? "否" : "是" }
        #expect(try sheet.analysed(ask).predictions == result.predictions)
    }

    @Test func `Where nothing can be told, that is the conclusion`() throws {
        let document = try PlantedSheet(seed: 5, effect: 0).analysed().document
        let first = try #require(document.conclusion.first)
        #expect(first.zh.contains("看不出谁会离开") && first.zh.contains("不要按下面的名单行动"))
        #expect(first.en.contains("do not tell who leaves") && first.en.contains("Do not act"))
    }

    @Test func `Protected columns are no facts but are held to fairness`() throws {
        let document = try PlantedSheet().analysed { $0.protected = ["性别"] }.document
        #expect(!document.facts.contains("性别"))
        #expect(document.facts.contains("导师评分"))
        #expect(Set(document.fairness.map(\.group)) == ["男", "女"])
        for note in document.fairness {
            #expect(note.column == "性别")
            #expect(!note.hidden && note.selectionRate != nil)
        }
        let reasons = try #require(document.riskList).rows.flatMap(\.reasons).map(\.column)
        #expect(!reasons.contains("性别"))
    }

    @Test func `Rows with a blank outcome are scored and listed, not learned from`() throws {
        var sheet = PlantedSheet()
        for row in 0..<30 { sheet[row * 10, "离职"] = "" }
        let result = try sheet.analysed()
        let list = try #require(result.document.riskList)
        #expect(list.rows.map(\.row).sorted() == (0..<30).map { $0 * 10 })
        #expect(list.rows.allSatisfy { $0.left == nil })
        #expect(zip(list.rows, list.rows.dropFirst()).allSatisfy { $0.probability >= $1.probability })
        // A person finds the row by its line and number.
        for row in list.rows {
            #expect(row.line == row.row + 2)
            #expect(row.identity == ["T\(1000 + row.row)"])
        }
        #expect(result.predictions.count == 270)
        #expect(result.document.size.rowsUsed == 270)
        #expect(result.document.size.skipped.map(\.count) == [30])
    }

    /// Heading, value for "left", value for the others, in the words of both languages.
    @Test(arguments: [
        ("离职", "是", "否"), ("是否离职", "1", "0"), ("员工状态", "离职", "在职"),
        ("Attrition", "Yes", "No"), ("left", "1", "0"), ("Employment Status", "Terminated", "Active"),
    ])
    func `The usual outcome columns are proposed`(heading: String, positive: String, negative: String) throws {
        var sheet = PlantedSheet()
        for row in 0..<300 { sheet[row, "离职"] = sheet.left(row) ? positive : negative }
        sheet.rename("离职", to: heading)
        let outcome = try OutcomeQuestion(AnalysisRequest(), table: sheet.table())
        #expect(outcome.name == heading)
        #expect(outcome.column.positive == positive)
        #expect(outcome.note.proposed)
        let reason = try #require(outcome.note.reason)
        #expect(reason.zh.contains(heading) && reason.en.contains(heading))
    }
}
