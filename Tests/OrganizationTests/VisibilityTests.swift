import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

struct VisibilityTests {
    /// 1 leads 2 and 3; 3 leads 4; 5 left; 6 is elsewhere.
    static let sheet =
        StaffImportTests.head + """
            1,张敏,总部,总经理,M1,,2019-01-01,,在职,,50000,,
            2,李雷,总部/销售部,销售,P1,1,2020-01-01,,在职,11010519491231002X,8000,2020-01-01,2026-12-31
            3,韩梅,总部/客服部,主管,P3,1,2020-01-01,,在职,,12000,,
            4,王芳,总部/客服部/一组,客服,P1,3,2021-01-01,,在职,,7000,,
            5,赵六,总部/客服部,客服,P1,3,2021-01-01,2025-01-31,离职,,7000,,
            6,钱七,分公司/市场部,市场,P1,,2022-01-01,,在职,,7500,,

            """

    struct Case: CustomTestStringConvertible {
        let role: BuiltinRole
        var unit: String?
        let who: String
        let sees: String
        var work = ""
        var personal = ""
        var sensitive = ""
        var pay = ""

        var testDescription: String { "\(role) \(unit ?? "")" }
    }

    /// Which numbers a role sees at all, and of whom which class. `self` is number 3.
    static let cases = [
        Case(role: .hr, who: "3", sees: "123456", work: "123456", personal: "123456", sensitive: "123456", pay: "3"),
        Case(
            role: .hr, unit: "总部/客服部", who: "6", sees: "3456", work: "3456", personal: "3456", sensitive: "3456",
            pay: "6"),
        Case(
            role: .payroll, who: "3", sees: "123456", work: "123456", personal: "123456", sensitive: "123456",
            pay: "123456"),
        Case(role: .finance, who: "3", sees: "123456", work: "123456", personal: "3", sensitive: "3", pay: "123456"),
        Case(role: .executive, who: "3", sees: "123456", work: "123456", personal: "3", sensitive: "3", pay: "3"),
        Case(role: .auditor, who: "3", sees: "123456", work: "123456", personal: "123456", sensitive: "3", pay: "3"),
        Case(role: .administrator, who: "3", sees: "123456", work: "123456", personal: "3", sensitive: "3", pay: "3"),
        Case(role: .manager, who: "3", sees: "12346", work: "34", personal: "34", sensitive: "3", pay: "3"),
        Case(role: .manager, who: "1", sees: "12346", work: "1234", personal: "1234", sensitive: "1", pay: "1"),
        Case(role: .employee, who: "3", sees: "12346", work: "3", personal: "3", sensitive: "3", pay: "3"),
        Case(role: .recruiter, who: "3", sees: "12346", work: "3", personal: "3", sensitive: "3", pay: "3"),
        Case(role: .trainer, who: "3", sees: "12346", work: "3", personal: "3", sensitive: "3", pay: "3"),
        Case(role: .mentor, who: "3", sees: "12346", work: "3", personal: "3", sensitive: "3", pay: "3"),
        Case(role: .customerManager, who: "3", sees: "12346", work: "3", personal: "3", sensitive: "3", pay: "3"),
    ]

    @Test(arguments: Engine.all, cases) func aRoleSeesWhatItsGrantsCover(_ engine: Engine, _ wanted: Case) async throws
    {
        try await Company.with(engine) { company in
            try await company.bring(Self.sheet)
            let unit = wanted.unit == nil ? nil : try await company.unit(wanted.unit ?? "").rawValue
            let viewer = Company.viewer(wanted.role, try await company.person(wanted.who), unit: unit)
            try await company.database.read { tx in
                func numbers(_ fieldClass: FieldClass) throws -> String {
                    try tx.rows(
                        """
                        select s.number from staff s where \(Visibility.condition(viewer, .readPeople, showing: fieldClass))
                        order by s.number
                        """
                    ) { row in try row.value(String.self) }.joined()
                }
                // A unit's HR person sees the phone book of the unit only; oneself always.
                let own =
                    wanted.unit == nil
                    ? wanted.sees
                    : String(
                        (wanted.sees + wanted.who).sorted().reduce(into: "") { if !$0.contains($1) { $0.append($1) } })
                let seen = try numbers(.public)
                #expect(seen == own)
                for (fieldClass, expected) in [
                    (FieldClass.work, wanted.work), (.personal, wanted.personal), (.sensitive, wanted.sensitive),
                    (.pay, wanted.pay),
                ] {
                    let all = expected.contains(wanted.who) ? expected : String((expected + wanted.who).sorted())
                    let found = try numbers(fieldClass)
                    #expect(found == all, "\(fieldClass)")
                }
                try Self.checkFiles(viewer, seen, tx, company)
            }
        }
    }

    /// A file holds a class of fields, or a record at all, exactly where the condition says so.
    private static func checkFiles(_ viewer: Viewer, _ seen: String, _ tx: Transaction, _ company: Company) throws {
        for number in ["1", "2", "3", "4", "5", "6"] {
            let person = try #require(
                try tx.value("select id from people where number = \(number)", as: ID<Person>.self))
            guard seen.contains(number) else {
                #expect(throws: Missing.self) {
                    try PersonStore.file(person, as: viewer, company.house.keyring, today: Company.today, tx)
                }
                continue
            }
            let file = try PersonStore.file(person, as: viewer, company.house.keyring, today: Company.today, tx)
            #expect((file.person.personal != nil) == file.classes.contains(.personal))
            #expect((file.person.sensitive != nil) == file.classes.contains(.sensitive))
            #expect(file.pay.isEmpty == !file.classes.contains(.pay))
            #expect((file.row.work != nil) == file.classes.contains(.work))
            #expect(file.posts.isEmpty == !file.classes.contains(.work))
            #expect(
                PersonTimeline.entries(of: file).allSatisfy { entry in
                    file.classes.contains(entry.fieldClass) || entry.kind == .contract || entry.kind == .contractEnds
                })
        }
    }

    /// A line never covers pay, even if a role says so.
    @Test func aReportingLineNeverGrantsPay() async throws {
        try await Company.with { company in
            try await company.bring(Self.sheet)
            let boss = try await company.person("1")
            let viewer = Viewer(
                account: ID(1), subject: boss.subject, name: "",
                grants: [Grant(.readPeople, .line, classes: Set(FieldClass.allCases))])
            try await company.database.read { tx in
                let count = try tx.value(
                    "select count(*) from staff s where \(Visibility.condition(viewer, .readPeople, showing: .pay))",
                    as: Int.self)
                #expect(count == 0)
            }
        }
    }

    /// The last digits of a private phone find somebody only for those who see personal fields of that person.
    @Test(arguments: Engine.all) func searching(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring("工号,姓名,部门,手机号,入职日期\nA7,欧阳晓明,总部,13812345678,2020-01-01\nA8,曾丽,总部,,2020-01-01\n")
            let hr = Company.viewer(.hr), employee = Company.viewer(.employee, try await company.person("A8"))
            try await company.database.read { tx in
                func found(_ text: String, _ viewer: Viewer) throws -> [String] {
                    try Directory.search(text, as: viewer, tx).map(\.number)
                }
                for text in ["欧阳", "晓明", "明", "ouyangxiaoming", "ouyang xiao", "oyxm", "xm", "XiaoMing", "a7"] {
                    let numbers = try found(text, employee)
                    #expect(numbers == ["A7"], "\(text)")
                }
                for text in ["zengli", "zl", "cengli", "曾"] {
                    let numbers = try found(text, employee)
                    #expect(numbers == ["A8"], "\(text)")
                }
                let (open, hidden) = (try found("5678", hr), try found("5678", employee))
                #expect(open == ["A7"] && hidden == [])
                let nothing = try found("%", hr) + found("", hr)
                #expect(nothing == [])
            }
        }
    }

    /// Pages by key show everybody once, in every order, for everyone.
    @Test(arguments: Engine.all, DirectoryFilter.Order.allCases) func pagesAreComplete(
        _ engine: Engine, _ order: DirectoryFilter.Order
    ) async throws {
        try await Company.with(engine) { company in
            try await company.bring(SampleStaff(count: 220, today: Company.today).csv)
            let boss = try await company.person("E000001")
            try await company.database.read { tx in
                let figures = StaffFigures()
                for (viewer, status) in [
                    (Company.viewer(.hr), DirectoryFilter.Status.all), (Company.viewer(.hr), .present),
                    (Company.viewer(.hr), .left), (Company.viewer(.employee, boss), .present),
                    (Company.viewer(.manager, boss), .regular),
                ] {
                    var filter = DirectoryFilter()
                    (filter.status, filter.order) = (status, order)
                    var all: [ID<Person>] = []
                    var next: ID<Person>?
                    var count = 0
                    repeat {
                        let page = try Directory.page(filter, after: next, limit: 7, as: viewer, figures, tx)
                        all += page.rows.map(\.id)
                        (next, count) = (page.next, page.count)
                    } while next != nil
                    #expect(all.count == Set(all).count && all.count == count)
                    let asOf = try Directory.page(
                        filter, asOf: Company.today - 700, limit: 500, as: viewer, figures, tx)
                    #expect(asOf.rows.count == asOf.count)
                }
            }
        }
    }
}
