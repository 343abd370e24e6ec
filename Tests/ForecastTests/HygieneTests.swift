import Kernel
import Testing

@testable import Forecast

/// A made-up company of `count` people; `left` is known for everyone.
private struct Company {
    var columns: [Column] = []
    var left: [Double]
    private var random: SeededRandom

    init(count: Int, seed: UInt64 = 1) {
        var random = SeededRandom(seed: seed)
        left = (0..<count).map { _ in random.unit() < 0.25 ? 1 : 0 }
        self.random = random
    }

    mutating func number(_ name: String, _ value: (Int, inout SeededRandom) -> Double) {
        let values = left.indices.map { value($0, &random) }
        columns.append(Column(name: name, values: .numeric(values)))
    }

    mutating func text(_ name: String, _ value: (Int, inout SeededRandom) -> String?) {
        var levels: [String] = []
        var index: [String: Int32] = [:]
        let codes = left.indices.map { row -> Int32 in
            guard let text = value(row, &random) else { return -1 }
            if let known = index[text] { return known }
            index[text] = Int32(levels.count)
            levels.append(text)
            return Int32(levels.count - 1)
        }
        columns.append(Column(name: name, values: .categorical(codes: codes, levels: levels)))
    }

    func check(kinds: [String: ColumnKind] = [:], _ options: Hygiene.Options = .init()) -> Hygiene {
        Hygiene.check(Frame(rowCount: left.count, columns: columns), kinds: kinds, outcome: left, options: options)
    }
}

extension Hygiene {
    fileprivate func cause(_ column: String) -> HygieneFinding.Cause? {
        findings.first { $0.column == column && $0.action == .dropped }?.cause
    }
}

struct HygieneTests {
    @Test("each fault is found and named, honest facts stay", arguments: [400, 45_000])
    func faults(_ count: Int) {
        var company = Company(count: count)
        let left = company.left
        company.number("工号") { row, _ in Double(10_000 + row) }
        company.number("EmployeeCount") { _, _ in 1 }
        company.text("姓名") { row, random in "员工\(Int(random.unit() * Double(count)))" }
        company.text("离职原因") { row, _ in left[row] == 1 ? ["薪酬", "家庭"][row % 2] : nil }
        company.number("exit_survey_score") { row, random in left[row] == 1 ? (random.unit() * 5).rounded() : .nan }
        company.number("结算金额") { row, random in left[row] * 1000 + random.unit() * 900 }
        company.text("状态说明") { row, _ in left[row] == 1 ? "A" : "B" }
        company.text("学历") { _, random in ["本科", "硕士", "大专"][Int(random.unit() * 3)] }
        let degrees = company.columns[company.columns.count - 1]
        company.number("学历编码") { row, _ in
            guard case .categorical(let codes, _) = degrees.values else { return .nan }
            return [30, 10, 20][Int(codes[row])]
        }
        company.number("很少填写") { _, random in random.unit() < 0.3 ? random.unit() : .nan }
        company.number("满意度") { row, random in (random.unit() * 10 - left[row] * 6).rounded() }
        company.number("收入") { _, random in random.unit() * 10_000 }
        company.number("月薪") { _, random in (5000 + random.unit() * 45_000).rounded() }
        company.text("部门") { _, random in ["销售", "研发", "行政"][Int(random.unit() * 3)] }

        let checked = company.check()
        #expect(checked.cause("工号") == .identifier)
        #expect(checked.cause("EmployeeCount") == .constant)
        #expect(checked.cause("姓名") == .identifier)
        #expect(checked.cause("离职原因") == .leakageByName)
        #expect(checked.cause("exit_survey_score") == .leakageByMissing)
        #expect(checked.cause("结算金额") == .leakageByValue)
        #expect(checked.cause("状态说明") == .leakageByValue)
        #expect(checked.cause("学历编码") == .copy)
        #expect(checked.cause("很少填写") == .mostlyMissing)
        #expect(checked.frame.columns.map(\.name) == ["学历", "满意度", "收入", "月薪", "部门"])
    }

    @Test(
        "whole numbers over a wide range are measurements unless they avoid each other",
        arguments: [
            (500, 50_000.0, false), (2_000, 400_000.0, false), (50_000, 2_000_000.0, false),
            (50_000, 50_000.0, true),
        ])
    func measurements(_ count: Int, _ range: Double, _ isSequence: Bool) {
        var company = Company(count: count)
        company.number("amount") { row, random in
            1000 + (isSequence ? Double((row * 7919) % count) : (random.unit() * range).rounded())
        }
        company.number("other") { _, random in random.unit() }
        #expect((company.check().cause("amount") == .identifier) == isSequence)
    }

    @Test func doubtfulColumnsAreFlaggedAndKept() {
        var company = Company(count: 1000)
        let left = company.left
        company.number("补偿金") { row, random in
            left[row] == 1 && random.unit() < 0.8 ? (random.unit() * 9000).rounded() : 0
        }
        company.number("敬业度") { row, random in random.unit() * 10 - left[row] * 7.5 }
        company.number("满意度") { row, random in random.unit() * 10 - left[row] * 3 }
        let checked = company.check()
        #expect(checked.frame.columns.count == 3)
        #expect(checked.findings.map(\.column) == ["补偿金", "敬业度"])
        #expect(checked.findings.allSatisfy { $0.action == .flagged })
    }

    @Test func decisionsCanBeOverridden() {
        var company = Company(count: 300)
        company.number("id") { row, _ in Double(row) }
        company.number("grade") { row, _ in Double(row % 3) }
        company.number("age") { _, random in (20 + random.unit() * 40).rounded() }
        let checked = company.check(.init(keep: ["id"], drop: ["age"], categorical: ["grade"]))
        #expect(checked.frame.columns.map(\.name) == ["id", "grade"])
        #expect(checked.cause("age") == .requested)
        #expect(checked.frame["grade"]?.isNumeric == false)
        #expect(checked.kinds["grade"] == .text)
    }

    @Test func daysAreCountedBackFromTheSnapshot() {
        var company = Company(count: 100)
        company.number("入职日期") { row, _ in 19_000 + Double(row) }
        company.number("合同到期") { row, _ in 19_050 + Double(row * 7 % 100) }
        let kinds: [String: ColumnKind] = ["入职日期": .day, "合同到期": .day]
        let checked = company.check(kinds: kinds, .init(today: 19_100))
        #expect(checked.snapshot == 19_100)
        guard case .numeric(let numbers)? = checked.frame["入职日期"]?.values else {
            Issue.record("the day column is gone")
            return
        }
        #expect(numbers[10] == 90)
        #expect(checked.findings.contains { $0.column == "合同到期" && $0.cause == .afterSnapshot })
        #expect(!checked.findings.contains { $0.column == "入职日期" && $0.cause == .afterSnapshot })
        #expect(FactFormat.day(19_100) == "2022-04-18")
    }

    @Test func repeatedRowsAreCountedAndKept() {
        let frame = Frame(
            rowCount: 4,
            columns: [
                Column(name: "a", values: .numeric([1, 1, .nan, .nan])),
                Column(name: "b", values: .categorical(codes: [0, 0, 1, 0], levels: ["x", "y"])),
            ])
        let checked = Hygiene.check(frame, outcome: [0, 0, 1, 1])
        #expect(checked.frame.rowCount == 4)
        #expect(checked.findings.last?.cause == .duplicateRows)
        #expect(checked.findings.last?.reason.en.hasPrefix("1 rows (25%)") == true)
    }

    @Test(
        "headings of things known only afterwards",
        arguments: [
            ("离职日期", true), ("离职原因", true), ("流失原因", true), ("最后工作日", true), ("DateofTermination", true),
            ("Termination Reason", true), ("days since exit", true), ("Churn Category", true), ("exit_interview", true),
            ("离职倾向", false), ("部门离职率", false), ("离职风险自评", false), ("likelihood of churn", false),
            ("days_since_promotion", false), ("left_hand", false), ("term_months", false), ("ContractTerm", false),
        ])
    func headings(_ name: String, _ isLeak: Bool) {
        #expect(ColumnNames.saysKnownAfterOutcome(name) == isLeak)
    }

    @Test(
        "headings that point at one person",
        arguments: [
            ("客户编号", true), ("手机号码", true), ("身份证号", true), ("customerID", true), ("EmployeeNumber", true),
            ("enrollee_id", true), ("email", true), ("Employee_Name", true), ("Phone Number", true),
            ("电话次数", false), ("手机流量", false), ("unpaid", false), ("phone_calls", false), ("NumCompaniesWorked", false),
        ])
    func pointers(_ name: String, _ isIdentifier: Bool) {
        #expect(ColumnNames.saysIdentifier(name) == isIdentifier)
    }

    @Test func textWithTooManyValuesIsReducedOrDropped() {
        var company = Company(count: 4000)
        company.text("籍贯") { _, random in
            random.unit() < 0.7 ? "城市\(Int(random.unit() * 20))" : "村\(Int(random.unit() * 9000))"
        }
        company.text("备注") { row, random in "备注\(Int(random.unit() * 3000))" }
        let checked = company.check()
        #expect(checked.frame["籍贯"]?.levelCount == 21)
        #expect(checked.cause("备注") == .tooManyLevels)
    }
}

struct TargetProposalTests {
    @Test(
        "the outcome column by name and values",
        arguments: [
            ("是否离职", ["否", "是"], "是"), ("Attrition", ["No", "Yes"], "Yes"), ("员工状态", ["在职", "离职", "试用"], "离职"),
            ("status", ["Active", "Terminated"], "Terminated"), ("Churn", ["False", "True"], "True"),
        ])
    func words(_ name: String, _ levels: [String], _ positive: String) {
        let codes = (0..<60).map { Int32($0 % levels.count) }
        let frame = Frame(
            rowCount: 60,
            columns: [
                Column(name: "加班", values: .categorical(codes: (0..<60).map { Int32($0 % 2) }, levels: ["是", "否"])),
                Column(name: name, values: .categorical(codes: codes, levels: levels)),
            ])
        let proposal = TargetProposal(frame)
        #expect(proposal?.column == name)
        #expect(proposal?.positive == positive)
    }

    @Test func numbersNeedAName() {
        let zeroOne = Column.Values.numeric((0..<40).map { Double($0 % 2) })
        let other = Frame(rowCount: 40, columns: [Column(name: "married", values: zeroOne)])
        #expect(TargetProposal(other) == nil)
        let named = Frame(rowCount: 40, columns: [Column(name: "left", values: zeroOne)])
        #expect(TargetProposal(named)?.positive == "1")
        let both = Frame(
            rowCount: 40, columns: [Column(name: "离职", values: zeroOne), Column(name: "流失", values: zeroOne)])
        #expect(TargetProposal(both) == nil)
    }
}
