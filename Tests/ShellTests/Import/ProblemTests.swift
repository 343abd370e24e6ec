import Foundation
import Kernel
import Sheets
import Testing

@testable import Shell

/// Every problem is named at the row and column the spreadsheet shows, with what to do.
struct ProblemTests {
    private static let sheet = """
        某某公司员工花名册,,,,,,,
        制表日期：2024-01-01,,,,,,,
        工号*,姓 名,性别,手机号码,身份证号（必填）,部门,入职日期,基本工资（元）
        0001,王　芳,女,13812345678,11010519491231002X,销售部,2023年12月1日,"8,000.50"
        0002,李四,男,1.38E+10,1.10105E+17,"销售
        一部",45261,1.2万
        0003,张三,未知,138 0013 8000,,研发部,2023-13-01,abc
        ,,,,,,,
        0001,重复,男,,,,2023/5/6,¥9000元
        0005,,男,,110105194912310021,,２０２３-０５-０６,#REF!
        合计,,,,,,,26000
        制表人：赵六,,,,,,,
        """

    @Test func namesEach() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let report = try await sample.run(try sample.file("花名册.csv", Self.sheet), dryRun: true).report
        let refused = report.problems.filter { $0.weight == .refused }
        let places = refused.map { "\($0.row) \($0.column ?? "")" }
        // The cell of two lines is one row in a spreadsheet.
        #expect(
            places == [
                "5 手机号码", "5 身份证号（必填）", "6 性别", "6 入职日期", "6 基本工资（元）", "8 工号*", "9 姓 名",
                "9 身份证号（必填）", "9 基本工资（元）",
            ])
        #expect(refused[0].problem.zh.contains("科学计数法"))
        #expect(refused[3].problem.zh.contains("2023-13-01"))
        #expect(refused[5].problem.zh.contains("第 4 行"))
        #expect(report.problems.filter { $0.weight == .note }.map(\.row) == [10, 11])
        #expect(report.rowCount == 5)
        #expect(report.counts == ImportCounts(created: 1))
    }

    @Test func hidesPrivateValues() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let report = try await sample.run(try sample.file("花名册.csv", Self.sheet), dryRun: true).report
        for problem in report.problems {
            let words = "\(problem.value ?? "") \(problem.problem.zh) \(problem.problem.en)"
            #expect(!words.contains("110105194912310021"))
            #expect(!words.contains("abc"))
        }
    }

    @Test func refusesAllOrTakesTheGoodRows() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let path = try sample.file("花名册.csv", Self.sheet)
        let before = try await sample.dump()
        let all = try await sample.run(path)
        #expect(all.reconciliation == nil)
        #expect(try await sample.dump() == before)
        let good = try await sample.run(path, good: true)
        #expect(good.reconciliation?.counts == ImportCounts(created: 1))
        let dump = try await sample.dump()
        #expect(
            dump.contains(
                "text(\"0001\")|text(\"王芳\")|text(\"13812345678\")|text(\"2023-12-01\")|integer(1)|integer(800050)"))
    }

    @Test func marksTheSheet() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let path = try sample.file("花名册.csv", Self.sheet)
        let outline = try SheetOutline(at: path, for: StaffSheet())
        let report = try await sample.run(path, dryRun: true).report
        let target = sample.folder.appendingPathComponent("marked.xlsx").path
        try MarkedSheet.write(path, as: target, mapping: outline.mapping, problems: report.problems, in: .zh)
        var rows: [Int: [String]] = [:]
        try SheetReader.records(at: target) { record in
            rows[record.line] = record.cells
            return true
        }
        #expect(rows[3]?.last == "问题")
        #expect(rows[4]?.prefix(2) == ["0001", "王　芳"])
        #expect(rows[6]?.last?.contains("「入职日期」") == true)
        #expect(rows[9]?[4] == "110105194912310021")
    }

    @Test func aFileWithoutARequiredColumnIsRefused() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let report = try await sample.run(try sample.file("a.csv", "姓名,部门\n王芳,销售部\n"), dryRun: true).report
        #expect(report.problems.map(\.row) == [0])
        #expect(report.problems.first?.problem.zh.contains("工号") == true)
        #expect(report.counts == nil)
    }

    /// A header over two rows, its upper cells merged.
    @Test func readsHeadersOfTwoRows() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let path = try sample.file(
            "两行.csv",
            "工号,基本信息,,时间,\n,姓名,性别,入职,离职\n,,,日期,日期\n1,王芳,女,2023-01-01,2024-01-01\n".replacing(",,,日期,日期\n", with: "")
                .replacing("入职,离职", with: "入职日期,离职日期"))
        let outline = try SheetOutline(at: path, for: StaffSheet())
        #expect(outline.mapping.headerRow == 2)
        #expect(outline.mapping.headerRows == 2)
        #expect(outline.mapping.columns == ["number": 0, "name": 1, "gender": 2, "hired": 3, "left": 4])
    }
}
