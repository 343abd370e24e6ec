import Foundation
import Testing

@testable import Sheets

/// Where the public files stand beside a checkout.
enum OpenFiles {
    static let folder = "../shared/data/open"
}

/// The public files of `../shared/data/open`, read where the checkout stands beside them.
@Suite(
    "Open data files",
    .enabled(if: FileManager.default.fileExists(atPath: OpenFiles.folder), "needs ../shared/data/open"))
struct OpenFilesTests {
    /// Records per file as ../shared/data/README.md and the files state.
    @Test(
        "every file is read whole",
        arguments: [
            ("ibm_attrition", 1470, 35), ("telco_churn", 7043, 21), ("credit_default_uci", 30_000, 25),
            ("iranian_churn", 3150, 14), ("student_dropout_uci", 4424, 37), ("ds_job_change", 19_158, 14),
            ("turnover_babushkin", 1129, 16), ("hillstrom", 64_000, 12), ("ameo_salary", 2998, 34),
        ])
    func whole(name: String, rows: Int, columns: Int) throws {
        let table = try SheetReader.table(at: "\(OpenFiles.folder)/\(name).csv")
        #expect(table.rowCount == rows)
        #expect(table.columns.count == columns)
    }

    @Test("one sheet in two encodings gives one table")
    func encodings() throws {
        let marked = try SheetReader.table(at: "\(OpenFiles.folder)/messy_ibm_hr_zh_bom.csv")
        let national = try SheetReader.table(at: "\(OpenFiles.folder)/messy_ibm_hr_zh_gb18030.csv")
        #expect(marked.encoding == .utf8BOM)
        #expect(national.encoding == .gb18030)
        #expect(marked.summary == national.summary)
    }

    @Test("messy sheets keep their dates and texts")
    func messy() throws {
        let staff = try SheetReader.table(at: "\(OpenFiles.folder)/messy_staff_zh.csv")
        #expect(staff["员工入职时间"]?.kind == .day)
        #expect(staff["员工离职时间"]?.kind == .day)
        let payroll = try SheetReader.table(at: "\(OpenFiles.folder)/messy_payroll_zh.csv")
        #expect(payroll["本月工资金额"]?.kind == .decimal)
        let survey = try SheetReader.table(at: "\(OpenFiles.folder)/messy_it_salary_eu_2018.csv")
        #expect(survey["Timestamp"]?.kind == .day)
        #expect(survey["Timestamp"]?.text(at: 0) == "2018-12-14 12:41:33")
    }

    @Test("blanks in a numeric column are missing")
    func blanks() throws {
        let churn = try SheetReader.table(at: "\(OpenFiles.folder)/telco_churn.csv")
        let total = try #require(churn["TotalCharges"])
        #expect(total.kind == .decimal)
        #expect(total.texts.count { $0 == nil } == 11)
    }
}
