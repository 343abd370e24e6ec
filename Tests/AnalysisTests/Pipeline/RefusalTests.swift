import Forecast
import Kernel
import Sheets
import Testing

@testable import Analysis

@Suite struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// What each sentence must name.
        var names: [String]
        var sheet: @Sendable (inout PlantedSheet) -> Void = { _ in }
        var ask: @Sendable (inout AnalysisRequest) -> Void

        init(
            _ title: String, names: [String], sheet: @escaping @Sendable (inout PlantedSheet) -> Void = { _ in },
            ask: @escaping @Sendable (inout AnalysisRequest) -> Void
        ) {
            testDescription = title
            self.names = names
            self.sheet = sheet
            self.ask = ask
        }
    }

    private static let columns: [Case] = [
        Case("unknown target", names: ["--target", "离取", "离职"]) { $0.target = "离取" },
        Case("unknown fact to drop", names: ["--drop", "导师评份", "导师评分"]) { $0.drop = ["导师评份"] },
        Case("unknown fact to keep", names: ["--keep", "x"]) { $0.keep = ["x"] },
        Case("unknown code", names: ["--categorical", "x"]) { $0.categorical = ["x"] },
        Case("unknown protected", names: ["--protected", "x"]) { $0.protected = ["x"] },
        Case("unknown group", names: ["--group", "x"]) { $0.group = "x" },
        Case("unknown time", names: ["--time-order", "x"]) { $0.timeOrder = "x" },
        Case("unknown folds", names: ["--fold-column", "x"]) { $0.foldColumns = ["x"] },
        Case("unknown duration", names: ["--duration", "x"]) { ($0.duration, $0.event) = ("x", "离职") },
        Case("unknown event", names: ["--event", "x"]) { ($0.duration, $0.event) = ("通勤", "x") },
        Case("unknown treatment", names: ["--treatment", "x"]) { ($0.treatment, $0.treated) = ("x", "1") },
        Case("no outcome", names: ["--target", "性别", "去留"], sheet: { $0.rename("离职", to: "去留") }) { _ in },
        Case(
            "outcome of one value", names: ["离职", "否"],
            sheet: { sheet in
                for row in sheet.records.indices { sheet[row, "离职"] = "否" }
            }
        ) { $0.target = "离职" },
        Case("outcome of many values", names: ["部门", "4", "--positive", "销售"]) { $0.target = "部门" },
        Case("unknown positive", names: ["离职", "也许", "是"]) { ($0.target, $0.positive) = ("离职", "也许") },
        Case("nothing to learn from", names: ["--keep"]) {
            $0.drop = ["工号", "入职日", "部门", "性别", "导师评分", "培训完成率", "通勤"]
        },
        Case("fold column of one fold", names: ["折", "--fold-column"], sheet: { $0.add("折") { _, _ in "1" } }) {
            $0.foldColumns = ["折"]
        },
    ]

    private static let values: [Case] = [
        Case(
            "duration is text", names: ["9", "通勤", "很远"],
            sheet: { sheet in
                for row in 7..<250 { sheet[row, "通勤"] = "很远" }
            }
        ) { ($0.duration, $0.event) = ("通勤", "离职") },
        Case("negative duration", names: ["12", "通勤", "-3"], sheet: { $0[10, "通勤"] = "-3" }) {
            ($0.duration, $0.event) = ("通勤", "离职")
        },
        Case("test starts before everything", names: ["入职日", "2001-01-01", "--test-from"]) {
            ($0.timeOrder, $0.testFrom) = ("入职日", "2001-01-01")
        },
        Case("test starts after everything", names: ["入职日", "2099-01-01", "--test-from"]) {
            ($0.timeOrder, $0.testFrom) = ("入职日", "2099-01-01")
        },
        Case("test start is no day", names: ["入职日", "soon", "2022-01-01"]) {
            ($0.timeOrder, $0.testFrom) = ("入职日", "soon")
        },
        Case("unknown treated", names: ["也许", "男", "女"]) {
            ($0.treatment, $0.treated, $0.target) = ("性别", "也许", "离职")
        },
        Case("no control named", names: ["客服", "行政"]) {
            ($0.treatment, $0.treated, $0.target) = ("部门", "销售", "离职")
        },
        Case(
            "few events", names: ["29", "30"],
            sheet: { sheet in
                for row in sheet.records.indices { sheet[row, "离职"] = row < 29 ? "是" : "否" }
            }
        ) { _ in },
        Case(
            "few events in time", names: ["29", "30"],
            sheet: { sheet in
                for row in sheet.records.indices { sheet[row, "离职"] = row < 29 ? "是" : "否" }
            }
        ) { ($0.duration, $0.event) = ("通勤", "离职") },
    ]

    private static let options: [Case] = [
        Case("duration alone", names: ["--duration", "--event"]) { $0.duration = "通勤" },
        Case("event alone", names: ["--duration", "--event"]) { $0.event = "离职" },
        Case("event value alone", names: ["--event-positive", "--event"]) { $0.eventPositive = "是" },
        Case("test start alone", names: ["--test-from", "--time-order"]) { $0.testFrom = "2022-06-01" },
        Case("treatment alone", names: ["--treatment", "--treated"]) { $0.treatment = "性别" },
        Case("treated alone", names: ["--treatment", "--treated"]) { $0.treated = "男" },
        Case("control alone", names: ["--control", "--treatment"]) { $0.control = "男" },
        Case("time to event and effect", names: ["--duration", "--treatment"]) {
            ($0.duration, $0.event, $0.treatment, $0.treated) = ("通勤", "离职", "性别", "男")
        },
        Case("folds and time", names: ["--fold-column", "--time-order"]) {
            ($0.foldColumns, $0.timeOrder) = (["部门"], "入职日")
        },
        Case("folds and groups", names: ["--fold-column", "--group"]) { ($0.foldColumns, $0.group) = (["部门"], "性别") },
        Case("groups and time", names: ["--group", "--time-order"]) { ($0.group, $0.timeOrder) = ("部门", "入职日") },
        Case("one fold", names: ["--folds", "2", "20"]) { $0.folds = 1 },
        Case("no repeat", names: ["--repeats", "1", "100"]) { $0.repeats = 0 },
    ]

    @Test(arguments: columns + values + options)
    func `A request that cannot be met is refused in words that name what is wrong`(_ example: Case) throws {
        var sheet = PlantedSheet()
        example.sheet(&sheet)
        let table = try sheet.table()
        let request = AnalysisRequest.quick(example.ask)
        do {
            _ = try Analysis.run(request, on: table, fileName: "staff.csv")
            Issue.record("accepted")
        } catch let refusal as any Refusal {
            let sentence = refusal.explanation
            for name in example.names {
                #expect(sentence.zh.contains(name), "\(sentence.zh)")
                #expect(sentence.en.contains(name), "\(sentence.en)")
            }
            #expect(sentence.zh.hasSuffix("。") || sentence.zh.hasSuffix("？"), "\(sentence.zh)")
            #expect(sentence.en.hasSuffix(".") || sentence.en.hasSuffix("?"), "\(sentence.en)")
        }
    }

    @Test func `Thirty events are enough, wherever the folds cut`() throws {
        var sheet = PlantedSheet()
        for row in sheet.records.indices { sheet[row, "离职"] = row % 10 == 0 ? "是" : "否" }
        #expect(try sheet.analysed { $0.folds = 5 }.document.size.events == 30)
    }

    @Test func `What cannot be written is said with its path`() throws {
        let result = try PlantedSheet().analysed()
        let path = "/nowhere/at/all/model.json"
        let refusal = #expect(throws: AnalysisRefusal.self) { try result.saveModel(to: path) }
        #expect(refusal?.explanation.zh.contains(path) == true && refusal?.explanation.en.contains(path) == true)
    }
}
