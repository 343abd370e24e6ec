import Foundation
import Kernel
import Testing

@testable import Organization

@Suite struct StaffSheetTests {
    @Test(arguments: [
        ("工号", "number"), ("员工编号", "number"), ("Employee_ID", "number"), ("* 姓名：", "name"), ("部门全路径", "unit"),
        ("岗位", "position"), ("职位", "position"), ("职级", "level"), ("直属上级", "manager"), ("入职日期", "hire_day"),
        ("试用期到期日", "probation_end"), ("转正日期", "confirmation_day"), ("合同起始", "contract_start"),
        ("合同到期", "contract_last"), ("合同类型", "contract_kind"), ("身份证号", "identity_number"), ("手机号", "mobile"),
        ("性别", "gender"), ("出生日期", "birthday"), ("学历", "education"), ("银行卡号", "bank_card"),
        ("基本工资（元）", "base_pay"), ("状态", "state"), ("离职日期", "last_day"), ("离职原因", "separation_reason"),
        ("员工入职时间", "hire_day"), ("Date of joining", "hire_day"), ("（工号）", "number"),
    ])
    func staffHeaders(_ header: String, _ code: String) {
        guard case .field(let field) = SheetVocabulary.staff.meaning(of: header) else {
            Issue.record("\(header) is not known")
            return
        }
        #expect(field.code == code)
    }

    /// No word of a vocabulary means two fields, and no field is also left out.
    @Test(arguments: SheetVocabulary.all)
    func noWordMeansTwoThings(_ vocabulary: SheetVocabulary) {
        var owner: [HeaderText: String] = [:]
        for field in vocabulary.fields {
            for word in Set(field.words.map { HeaderText($0) }) {
                #expect(!word.isEmpty)
                #expect(
                    owner[word] == nil, "\(vocabulary.code): \(word.text) is \(owner[word] ?? "") and \(field.code)")
                owner[word] = field.code
            }
        }
        for header in vocabulary.leftOut.flatMap(\.headers) {
            #expect(owner[HeaderText(header)] == nil, "\(vocabulary.code): \(header)")
        }
        #expect(Set(vocabulary.fields.map(\.code)).count == vocabulary.fields.count)
    }

    @Test(arguments: ValueWords.all)
    func noValueWordMeansTwoThings(_ words: ValueWords) {
        var owner: [HeaderText: String] = [:]
        for entry in words.entries {
            for word in Set(([entry.value, entry.label.zh, entry.label.en] + entry.synonyms).map { HeaderText($0) }) {
                #expect(owner[word] == nil, "\(words.code): \(word.text) is \(owner[word] ?? "") and \(entry.value)")
                owner[word] = entry.value
            }
        }
    }

    @Test(arguments: [
        (ValueWords.gender, "女", "female"), (.gender, "M", "male"), (.state, "在职", "regular"), (.state, "离职", "left"),
        (.state, "试用期", "probation"), (.education, "大学本科", "bachelor"), (.education, "大专以下", "vocational"),
        (.contractKind, "无固定期限劳动合同", "open_ended"), (.employmentKind, "劳务派遣", "dispatch"),
        (.separationKind, "主动离职", "voluntary"),
    ])
    func values(_ words: ValueWords, _ cell: String, _ value: String) {
        #expect(words.value(of: cell) == value)
        #expect(words.value(of: "") == nil)
    }

    /// Every header of the real sheets is known, or left out with a reason.
    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: Example.shared.appending(path: "data/open").path),
            "needs ../shared/data/open"),
        arguments: [
            ("messy_staff_zh.csv", "staff"), ("messy_payroll_zh.csv", "pay"), ("messy_ibm_hr_zh_bom.csv", "staff"),
        ])
    func realSheets(_ file: String, _ code: String) throws {
        let vocabulary = try #require(SheetVocabulary.all.first { $0.code == code })
        let text = try String(contentsOf: Example.shared.appending(path: "data/open/\(file)"), encoding: .utf8)
        let headers = Example.fields(of: try #require(text.split(whereSeparator: \.isNewline).first))
        for header in headers { #expect(vocabulary.meaning(of: header) != .unknown, "\(header)") }
        let fields = vocabulary.mapping(of: headers).compactMap { $0?.code }
        #expect(Set(fields).count == fields.count)
        if code == "staff", file.contains("staff") {
            #expect(fields.count == 11)
            #expect(SheetVocabulary.guess(for: headers)?.code == "staff")
        }
        if code == "pay" {
            #expect(fields.count == 29)
            #expect(SheetVocabulary.guess(for: headers)?.code == "pay")
        }
    }

    @Test func sheetsAreTold() {
        #expect(SheetVocabulary.guess(for: ["工号", "合同起始日期", "合同到期日期", "合同类型"])?.code == "contracts")
        #expect(SheetVocabulary.guess(for: ["工号", "离职日期", "离职原因"])?.code == "separations")
        #expect(SheetVocabulary.guess(for: ["部门全路径", "负责人", "成本中心"])?.code == "units")
        #expect(SheetVocabulary.guess(for: ["工号", "姓名", "调动日期", "新部门"])?.code == "assignments")
        #expect(SheetVocabulary.guess(for: ["A", "B"]) == nil)
    }
}
