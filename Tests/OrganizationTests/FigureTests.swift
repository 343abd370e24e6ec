import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// Boards are added up in SQL; the rules say what they must be.
struct FigureTests {
    /// H01–H05 by ``StaffMovement``, for the company and for each unit.
    @Test(arguments: Engine.all) func movementIsWhatTheRuleSays(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(SampleStaff(count: 330, today: Company.today).csv)
            let occasion = company.occasion
            try await company.database.write { tx in
                // Some transfers between branches, so that there is movement between units.
                let units = try tx.rows("select unit_id from unit_paths where depth = 3 order by unit_id") { row in
                    try row.value(ID<OrgUnit>.self)
                }
                let people = try tx.rows(
                    "select person_id from staff where status = 'regular' order by person_id limit 40"
                ) { row in
                    try row.value(ID<Person>.self)
                }
                for (index, person) in people.enumerated() {
                    let day = Company.today - index * 5
                    try? tx.savepoint {
                        try Posts.change(
                            person, to: Post(unit: units[index % units.count]), from: day, cause: .transfer, occasion,
                            tx)
                    }
                }
            }
            try await company.database.read { tx in
                let figures = StaffFigures()
                let viewer = Company.viewer(.hr)
                let spans = try Self.spans(tx)
                let board = try HeadcountBoard.load(through: Company.today, months: 8, as: viewer, figures, tx)
                for row in board.months {
                    let last = min(row.month.lastDay, Company.today)
                    try Self.check(
                        row.movement, try #require(StaffMovement(DayRange(row.month.firstDay...last), spans)))
                }
                let tree = try UnitStore.tree(asOf: Company.today, as: viewer, figures, tx)
                let days = DayRange(board.months[0].month.firstDay...Company.today)
                for node in tree.prefix(30) {
                    let part = try HeadcountBoard.load(
                        unit: node.id, through: Company.today, months: 8, as: viewer, figures, tx)
                    let inside = UnitStore.subtree(of: node.id, tree)
                    try Self.check(part.whole, try #require(StaffMovement(days, spans, in: inside)))
                    #expect(node.total == part.whole.closing)
                }
                #expect(board.span.layers >= 3 && board.span.managers > 10)
            }
        }
    }

    private static func check(_ found: HeadcountBoard.Movement, _ rule: StaffMovement) throws {
        #expect(found.opening == rule.opening)
        #expect(found.joiners == rule.joiners)
        #expect(found.leavers == rule.leavers)
        #expect(found.transfersIn == rule.transfersIn)
        #expect(found.transfersOut == rule.transfersOut)
        #expect(found.closing == rule.closing)
    }

    private static func spans(_ tx: Transaction) throws -> [StaffSpan] {
        try tx.rows("select \(Employment.columns) from employments") { row in try Employment(&row) }.map { employment in
            let posts = try EmploymentStore.assignments(of: employment.id, tx).filter { $0.role == .primary }
            return StaffSpan(
                person: employment.person, hireDay: employment.hireDay, lastDay: employment.lastDay,
                units: try Timeline(posts.map { .init(value: $0.post.unit, days: $0.days) }))
        }
    }

    @Test(arguments: Engine.all) func contractsByMonth(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(
                StaffImportTests.head
                    + "1,甲,总部,,,,2023-08-01,,在职,,,2023-08-01,2026-07-31\n2,乙,总部,,,,2023-08-01,,在职,,,2023-08-01,2026-05-31\n"
                    + "3,丙,总部,,,,2023-08-01,,在职,,,2023-08-01,2027-01-31\n4,丁,总部,,,,2023-08-01,2026-01-01,离职,,,2023-08-01,2026-07-31\n"
            )
            try await company.database.read { tx in
                let calendar = try ContractCalendar.load(
                    nil, today: Company.today, as: Company.viewer(.hr), StaffFigures(), tx)
                #expect(calendar.rows.map(\.number) == ["2", "1"])
                #expect(calendar.rows.map(\.notice) == [.workingOn, .in60Days])
                #expect(calendar.months.filter { $0.count > 0 }.map(\.month.description) == ["2026-07", "2027-01"])
                #expect(calendar.notices == [.workingOn: 1, .in60Days: 1])
                let none = try ContractCalendar.load(
                    nil, today: Company.today, as: Company.viewer(.employee), StaffFigures(), tx)
                #expect(none.rows.isEmpty && none.notices.isEmpty)
            }
        }
    }

    @Test(arguments: Engine.all) func qualityFindsWhatIsWrong(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(
                "工号,姓名,部门,直属上级,入职日期,离职日期,手机号,工作邮箱,身份证号,性别\n"
                    + "1,甲,总部,2,2020-01-01,,13800000001,a@x.cn,11010519491231002X,男\n"
                    + "2,乙,总部,1,2020-01-01,,13800000001,a@x.cn,,\n3,丙,,4,2020-01-01,,,,,\n4,丁,总部,,2020-01-01,2024-01-01,,,,\n"
            )
            try await company.database.read { tx in
                let figures = StaffFigures()
                func people(_ check: QualityCheck, _ role: BuiltinRole = .hr) throws -> [String] {
                    try QualityBoard.load(check, today: Company.today, as: Company.viewer(role), figures, tx).rows.map(
                        \.number
                    ).sorted()
                }
                for (check, numbers) in [
                    (QualityCheck.managerCircle, ["1", "2"]), (.unitMissing, ["3"]), (.phoneShared, ["1", "2"]),
                    (.mailShared, ["1", "2"]), (.leftWithoutSeparation, ["4"]), (.identityGender, ["1"]),
                    (.contractMissing, ["1", "2", "3"]), (.identityMissing, ["2", "3"]), (.phoneMissing, ["3"]),
                ] {
                    let found = try people(check)
                    #expect(found == numbers, "\(check)")
                }
                // Whoever does not see the fields is not told of their faults.
                let (hidden, other) = (try people(.identityMissing, .auditor), try people(.unitMissing, .auditor))
                #expect(hidden == [] && other == ["3"])
                let nobody = try people(.unitMissing, .employee)
                #expect(nobody == [])
            }
        }
    }
}
