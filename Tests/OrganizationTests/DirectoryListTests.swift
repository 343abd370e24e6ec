import Foundation
import Kernel
import SQL
import Sheets
import Testing

@testable import Organization
@testable import Shell

/// The directory as its page and its files show it.
struct DirectoryListTests {
    /// Going back by key gives the pages of going on, in every order and turned round.
    @Test(arguments: Engine.all, DirectoryFilter.Order.allCases) func goesBack(
        _ engine: Engine, _ order: DirectoryFilter.Order
    ) async throws {
        try await Company.with(engine) { company in
            try await company.bring(SampleStaff(count: 40, today: Company.today).csv)
            try await company.database.read { tx in
                let (figures, hr) = (StaffFigures(), Company.viewer(.hr))
                var turned: [[ID<Person>]] = []
                for isReversed in [false, true] {
                    var filter = DirectoryFilter()
                    (filter.status, filter.order, filter.isReversed) = (.all, order, isReversed)
                    var pages: [DirectoryPage] = []
                    repeat {
                        let last = pages.last?.next
                        pages.append(try Directory.page(filter, after: last, limit: 9, as: hr, figures, tx))
                    } while pages.last?.next != nil
                    #expect(pages.first?.previous == nil && pages.count > 3)
                    var back: [DirectoryPage] = [try #require(pages.last)]
                    while let first = back[0].previous {
                        back.insert(try Directory.page(filter, before: first, limit: 9, as: hr, figures, tx), at: 0)
                    }
                    // The last page is shorter, so going back cuts at other places: the people are the same.
                    #expect(back.flatMap(\.rows).map(\.id) == pages.flatMap(\.rows).map(\.id))
                    #expect(back.dropLast().allSatisfy { $0.next == $0.rows.last?.id })
                    turned.append(pages.flatMap(\.rows).map(\.id))
                }
                #expect(turned[0] == turned[1].reversed())
            }
        }
    }

    @Test(arguments: Engine.all) func filtersSearchAndUnitTogether(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(
                """
                工号,姓名,部门,入职日期,手机
                A1,王芳,总部/销售部,2024-01-02,13900001111
                A2,王芳,总部/研发部,2024-01-02,13900002222
                A3,李雷,总部/销售部,2024-01-02,13900003333
                """)
            try await company.database.read { tx in
                let figures = StaffFigures()
                func found(_ query: [(String, String)], _ viewer: Viewer = Company.viewer(.hr)) throws -> [String] {
                    let filter = try PeopleQuery.filter(FormFields(query.map { (name: $0.0, value: $0.1) }), tx)
                    return try Directory.page(filter, as: viewer, figures, tx).rows.map(\.number).sorted()
                }
                let found1 = try found([("q", "wangf")])
                #expect(found1 == ["A1", "A2"])
                let found2 = try found([("q", "wf"), ("unit", "销售部")])
                #expect(found2 == ["A1"])
                let found3 = try found([("q", "3333")])
                #expect(found3 == ["A3"])
                // The phone book does not tell who has a private number.
                let found4 = try found([("q", "3333")], Company.viewer(.employee))
                #expect(found4 == [])
                let found5 = try found([("unit", "没有这个部门")])
                #expect(found5 == [])
                #expect(throws: DayRefusal.self) { try found([("hired_from", "2024-13-01")]) }
            }
        }
    }

    /// A file holds what the list shows, and of a class only for those who see it.
    @Test(arguments: Engine.all) func filesHoldWhatIsSeen(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(SampleStaff(count: 30, today: Company.today).csv)
            let export = ListExport.people(StaffFigures())
            let path = company.folder.appendingPathComponent("people.csv").path
            func lines(_ viewer: Viewer, _ query: [(String, String)] = []) async throws -> [[String]] {
                let asked = ExportQuestion(
                    viewer: viewer, query: FormFields(query.map { (name: $0.0, value: $0.1) }), house: company.house)
                _ = try await export.write(asked, as: .csv, to: path, in: .zh, by: .program)
                var rows: [[String]] = []
                try SheetReader.records(at: path) { record in
                    rows.append(record.cells)
                    return true
                }
                return rows
            }
            func exporting(_ role: BuiltinRole) -> Viewer {
                let plain = Company.viewer(role)
                return Viewer(
                    account: plain.account, subject: plain.subject, name: plain.name,
                    grants: plain.grants + [Grant(.exportData, .company)])
            }
            let all = try await lines(exporting(.hr), [("status", "all")])
            #expect(all.count == 31 && all[0].contains("入职日期"))
            // The phone book: fields of work are one's own, and this account belongs to nobody in the list.
            let book = try await lines(exporting(.employee))
            let hired = try #require(book[0].firstIndex(of: "入职日期"))
            #expect(book[0].contains("工作电话") && book.count > 20)
            #expect(book.dropFirst().allSatisfy { $0[hired].isEmpty && $0.last == "" })
            let chosen = try await lines(exporting(.hr), [("columns", "city")])
            #expect(chosen[0] == ["姓名", "工作城市", "状态"])
            // Without the permission to export the list does not exist as a file.
            await #expect(throws: Missing.self) { try await lines(Company.viewer(.hr)) }
            let noted = try await company.database.read { tx in
                try tx.rows("select reason from audit_entries where action = 'data.export' order by number") { row in
                    try row.value(String.self)
                }
            }
            #expect(noted.first == "/people · csv · 30" && noted.count == 3)
        }
    }
}
