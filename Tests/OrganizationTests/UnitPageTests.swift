import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// The org chart, unit pages, forms and reorganisations, through the doorway.
struct UnitPageTests {
    @Test(arguments: Engine.all) func chartAndUnit(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let service = try await company.unit("总部/客服部")
            try await PageVisit.with(company, .employee, number: "4") { employee in
                let chart = try await employee.page("/units")
                #expect(chart.contains("客服部") && !chart.contains("/units/new"))
                #expect(try await employee.page("/units?q=客服").contains("总部/客服部"))
                #expect(try await employee.page("/units?show=headless").contains("没有负责人"))
                let page = try await employee.page("/units/\(service)")
                #expect(page.contains("王芳") && !page.contains("/units/\(service)/edit"))
                #expect(try await employee.get("/units/999999").status == .notFound)
                for path in ["/units/new", "/units/\(service)/edit", "/units/\(service)/closing"] {
                    #expect(try await employee.get(path).status == .notFound)
                }
                #expect(
                    try await employee.post("/units/\(service)/edit", ["name": "x", "from": "2026-07-01"]).status
                        == .notFound)
            }
            try await PageVisit.with(company, .hr) { hr in
                #expect(try await hr.page("/units/export?form=csv").contains("总部/客服部/一组"))
                let before = try await hr.page("/units/\(service)?as_of=2000-01-01")
                #expect(before.contains("尚未设立"))
            }
        }
    }

    @Test(arguments: Engine.all) func forms(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let (sales, service) = (try await company.unit("总部/销售部"), try await company.unit("总部/客服部"))
            try await PageVisit.with(company, .hr) { hr in
                #expect(try await hr.page("/units/new").contains("新设组织单元"))
                let opened = try await hr.post(
                    "/units/new",
                    [
                        "name": "法务部", "kind": "department", "parent": "总部", "head": "2", "code": "LAW",
                        "from": "2026-07-01",
                    ])
                let law = try #require(opened.location)
                #expect(try await hr.page(law).contains("尚未设立"))
                #expect(
                    try await hr.problems(
                        "/units/new", ["name": "法务部", "kind": "department", "parent": "总部", "from": "2026-07-01"]
                    ).keys.sorted() == ["name"])
                #expect(
                    try await hr.problems(
                        "/units/new",
                        ["name": "", "kind": "x", "from": "gestern"]
                    ).keys.sorted() == ["from", "kind", "name"])
                #expect(
                    try await hr.problems(
                        "/units/new", ["name": "新", "kind": "team", "parent": "没有/这个", "from": "2026-07-01"]
                    ).keys.sorted() == ["parent"])
                #expect(
                    try await hr.problems(
                        "/units/new", ["name": "新", "kind": "team", "head": "404", "from": "2026-07-01"]
                    ).keys.sorted() == ["head"])
                #expect(
                    try await hr.problems(
                        "/units/new", ["name": "新", "kind": "team", "code": "LAW", "from": "2026-07-01"]
                    ).keys.sorted() == ["code"])

                let edit = "/units/\(sales)/edit"
                #expect(try await hr.page(edit).contains("销售部"))
                #expect(
                    try await hr.post(edit, ["name": "销售中心", "head": "2", "city": "上海", "from": "2026-06-15"]).location
                        == "/units/\(sales)")
                let page = try await hr.page("/units/\(sales)")
                #expect(page.contains("销售中心") && page.contains("上海") && page.contains("李雷"))
                #expect(try await hr.problems(edit, ["name": "客服部", "from": "2026-06-15"]).keys.sorted() == ["name"])
                #expect(try await hr.problems(edit, ["name": "a/b", "from": "2026-06-15"]).keys.sorted() == ["name"])

                let move = "/units/\(sales)/move"
                #expect(
                    try await hr.problems(move, ["parent": "\(sales)", "from": "2026-06-15"]).keys.sorted() == [
                        "parent"
                    ])
                #expect(try await hr.post(move, ["parent": "分公司", "from": "2026-06-20"]).location == "/units/\(sales)")
                #expect(try await hr.page("/units/\(sales)").contains("取消 2026-06-20 的变更"))
                #expect(try await hr.problems(edit, ["name": "销售", "from": "2026-06-16"]).keys.sorted() == ["from"])
                _ = try await hr.post("/units/\(sales)/changes/2026-06-20/cancellation")
                #expect(try await !hr.page("/units/\(sales)").contains("取消 2026-06-20"))
                #expect(try await hr.post("/units/\(sales)/changes/2026-06-20/cancellation").status == .notFound)

                #expect(
                    try await hr.problems("/units/\(service)/closing", ["from": "2026-07-01"]).keys.sorted() == ["from"]
                )
                #expect(try await hr.post(law + "/closing", ["from": "2026-08-01", "reason": "试"]).location == law)

                let places = "/units/\(sales)/places"
                #expect(
                    try await hr.problems(places, ["places": "-1", "from": "2026-06-15"]).keys.sorted() == ["places"])
                #expect(
                    try await hr.problems(places, ["places": "3", "position": "99", "from": "2026-06-15"]).keys.sorted()
                        == ["position"])
                #expect(try await hr.post(places, ["places": "3", "from": "2026-06-01"]).location == "/units/\(sales)")
                #expect(try await hr.page("/headcount").contains("2"))
                let rows = try #require(
                    (try await hr.json("/headcount?unit=\(try await company.unit("总部"))")["board"] as? [String: Any])?[
                        "units"]
                        as? [[String: Any]])
                #expect(rows.contains { $0["places"] as? Int == 3 })
            }
            try await PageVisit.with(company, .hr, unit: "总部/客服部") { other async throws in
                #expect(try await other.get("/units/\(sales)/edit").status == .notFound)
                #expect(
                    try await other.post("/units/\(sales)/move", ["parent": "\(service)", "from": "2026-07-01"]).status
                        == .notFound)
                #expect(try await other.get("/units/\(service)/edit").status == .ok)
            }
            try await company.database.read { tx throws in #expect(try Audit.verify(tx).isGood) }
        }
    }

    @Test(arguments: Engine.all) func reorganisation(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let (sales, team) = (try await company.unit("总部/销售部"), try await company.unit("总部/客服部/一组"))
            let market = try await company.unit("分公司/市场部")
            // Somebody looks after the sales department only.
            try await PageVisit.with(company, .hr, unit: "总部/销售部") { _ in }
            try await PageVisit.with(company, .hr) { hr in
                #expect(try await hr.page("/reorganizations").contains("还没有组织调整"))
                #expect(try await hr.problems("/reorganizations/new", ["day": "x"]).keys.sorted() == ["day", "name"])
                let draft = try #require(
                    try await hr.post("/reorganizations/new", ["name": "夏季调整", "day": "2026-07-01"]).location)
                #expect(try await hr.problems(draft + "/application", [:]).keys.sorted() == [""])
                let steps = draft + "/steps"
                #expect(try await hr.problems(steps, ["kind": "merge", "unit": "\(team)"]).keys.sorted() == ["target"])
                #expect(
                    try await hr.problems(steps, ["kind": "person", "target": "总部", "person": "404"]).keys.sorted() == [
                        "person"
                    ])
                #expect(
                    try await hr.problems(steps, ["kind": "merge", "unit": "\(team)", "target": "\(team)"]).keys
                        .sorted() == ["target"])
                for step: KeyValuePairs in [
                    ["kind": "merge", "unit": "\(team)", "target": "\(sales)"],
                    ["kind": "rename", "unit": "\(sales)", "name": "客户部"],
                    ["kind": "person", "person": "6", "target": "\(sales)"],
                ] {
                    #expect(try await hr.post(steps, step).location == draft)
                }
                // Nobody may be left behind in a unit that closes.
                _ = try await hr.post(steps, ["kind": "close", "unit": "总部/客服部"])
                #expect(try await hr.page(draft).contains("这样还不能实施"))
                let listed = try #require(try await hr.json(draft)["steps"] as? [[String: Any]])
                let close = try #require(listed.last?["id"])
                _ = try await hr.post(steps + "/\(close)/deletion")
                _ = try await hr.post(steps, ["kind": "close", "unit": "\(market)"])
                let page = try await hr.page(draft)
                #expect(page.contains("王芳") && page.contains("钱七") && page.contains("谁的权限会变化"))
                let effects = try #require(try await hr.json(draft)["effects"] as? [String: Any])
                #expect(effects["changing"] as? Int == 2)
                #expect((effects["access"] as? [[String: Any]])?.first?["gains"] as? Int == 2)
                #expect(try await hr.page(draft + "/people/export?form=csv").contains("总部/客户部"))
                #expect(try await hr.post(draft + "/application").location == draft)
                #expect(try await hr.page(draft).contains("已实施"))
                #expect(try await hr.problems(draft + "/application", [:]).keys.sorted() == [""])
                let other = try #require(
                    try await hr.post("/reorganizations/new", ["name": "放弃", "day": "2026-07-01"]).location)
                #expect(try await hr.post(other + "/discarding").location == "/reorganizations")
            }
            try await company.database.write { tx in
                try AsOf.check(Company.today, tx)
                try StaffProjection.roll(to: iso("2026-07-01"), tx)
                try AsOf.check(iso("2026-07-01"), tx)
                let names = try tx.rows("select unit_names from staff where number in ('4', '6') order by number") {
                    row in try row.value(String.self)
                }
                #expect(names == ["总部/客户部", "总部/客户部"])
                #expect(try tx.value("select count(*) from unit_paths where is_open = 0", as: Int.self) == 2)
                #expect(try Audit.verify(tx).isGood)
            }
            try await PageVisit.with(company, .employee, number: "4") { employee async throws in
                #expect(try await employee.get("/reorganizations").status == .notFound)
            }
            // A draft of somebody who covers more is not there for HR of one unit.
            try await PageVisit.with(company, .hr, unit: "总部/客户部") { narrow async throws in
                #expect(try await narrow.page("/reorganizations").contains("还没有组织调整"))
            }
        }
    }
}
