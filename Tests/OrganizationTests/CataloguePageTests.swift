import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// Positions, levels and custom fields, through the doorway.
struct CataloguePageTests {
    /// Every list has a name of its own for the command, and a file with all of its columns.
    @Test(arguments: Engine.all) func everyListIsWritten(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let viewer = Viewer.program(Capability.ofOrganization + [.exportData])
            let lists = Room.organization.exports
            #expect(Set(lists.map(\.code)).count == lists.count)
            for list in lists {
                let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
                defer { try? FileManager.default.removeItem(atPath: path) }
                let asked = ExportQuestion(viewer: viewer, query: FormFields(), house: company.house)
                let count = try await list.write(asked, as: .csv, to: path, in: .zh, by: .program)
                let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
                #expect(lines.count == count + 1, "\(list.code)")
            }
        }
    }

    @Test(arguments: Engine.all) func positions(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let position = try #require(
                try await company.database.read { tx in
                    try tx.value("select id from positions where name = '客服'", as: ID<Position>.self)
                })
            try await PageVisit.with(company, .hr) { hr in
                #expect(try await hr.page("/positions").contains("客服"))
                #expect(
                    try await hr.post(
                        "/positions/new",
                        [
                            "name": "大客户经理", "weight": "key", "family": "销售", "probation_months": "3",
                            "pay_least": "9000",
                        ]
                    ).location == "/positions")
                let page = try await hr.page("/positions?family=销售")
                #expect(page.contains("大客户经理") && page.contains("关键岗位") && !page.contains("客服"))
                // HR does not see pay bands, and cannot set them.
                #expect(!page.contains("月薪范围"))
                #expect(
                    try await hr.problems("/positions/new", ["name": "客服", "weight": "key"]).keys.sorted() == ["name"])
                #expect(
                    try await hr.problems("/positions/new", ["name": "", "weight": "x", "probation_months": "7"]).keys
                        .sorted()
                        == ["name", "probation_months", "weight"])
                #expect(
                    try await hr.post("/positions/\(position)", ["name": "客服专员", "weight": "ordinary"]).location
                        == "/positions")
                #expect(try await hr.page("/people").contains("客服专员"))
                _ = try await hr.post("/positions/\(position)/retirement")
                #expect(try await !hr.page("/positions").contains("客服专员"))
                #expect(try await hr.page("/positions?show=all").contains("客服专员"))
                _ = try await hr.post("/positions/\(position)/reinstatement")
                #expect(try await hr.page("/positions/export?form=csv").contains("客服专员"))
                #expect(try await hr.get("/positions/999999").status == .notFound)
            }
            try await PageVisit.with(company, .payroll) { payroll async throws in
                let band = ["name": "客服专员", "weight": "ordinary", "pay_least": "9000", "pay_most": "8000"]
                #expect(try await payroll.problems("/positions/\(position)", band).keys.sorted() == ["pay_most"])
                #expect(
                    try await payroll.post(
                        "/positions/\(position)",
                        ["name": "客服专员", "weight": "ordinary", "pay_least": "6000", "pay_most": "9000"]
                    ).location == "/positions")
                #expect(try await payroll.page("/positions").contains("6,000"))
                #expect(try await payroll.page("/positions/export?form=csv").contains("6000.00"))
            }
            try await PageVisit.with(company, .hr) { hr async throws in
                #expect(try await !hr.page("/positions").contains("6,000"))
                #expect(try await !hr.page("/positions/export?form=csv").contains("6000.00"))
                #expect(try await !hr.page("/positions/\(position)").contains("6000.00"))
            }
            // What every unit shares is not kept by the HR of one.
            try await PageVisit.with(company, .hr, unit: "总部/客服部") { other async throws in
                #expect(try await other.get("/positions").status == .notFound)
                #expect(try await other.get("/custom-fields").status == .notFound)
            }
            try await PageVisit.with(company, .employee, number: "4") { employee async throws in
                #expect(try await employee.get("/positions").status == .notFound)
                #expect(try await employee.post("/positions/new", ["name": "x", "weight": "key"]).status == .notFound)
            }
        }
    }

    @Test(arguments: Engine.all) func levelsAndFields(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            try await PageVisit.with(company, .hr) { hr in
                #expect(try await hr.post("/levels/new", ["name": "P9", "rank": "90"]).location == "/levels")
                #expect(try await hr.page("/levels").contains("P9"))
                #expect(try await hr.problems("/levels/new", ["name": "P9", "rank": "1"]).keys.sorted() == ["name"])
                #expect(try await hr.problems("/levels/new", ["name": "P8", "rank": "x"]).keys.sorted() == ["rank"])
                #expect(try await hr.page("/levels/export?form=csv").contains("P9"))

                let size = [
                    "code": "shirt", "name": "工服尺码", "name_en": "Shirt size", "kind": "choice",
                    "field_class": "personal", "place": "1",
                ]
                #expect(try await hr.problems("/custom-fields/new", size).keys.sorted() == ["choices"])
                #expect(
                    try await hr.post(
                        "/custom-fields/new",
                        [
                            "code": "shirt", "name": "工服尺码", "name_en": "Shirt size", "kind": "choice",
                            "field_class": "personal", "place": "1", "choices": "S\nM\nL",
                        ]
                    ).location == "/custom-fields")
                var again = size
                again["choices"] = "S\nM"
                #expect(try await hr.problems("/custom-fields/new", again).keys.sorted() == ["code"])
                again["code"] = "Größe"
                #expect(try await hr.problems("/custom-fields/new", again).keys.sorted() == ["code"])
                let rows = try #require(try await hr.json("/custom-fields")["rows"] as? [[String: Any]])
                let id = try #require((rows.first?["field"] as? [String: Any])?["id"])
                #expect(try await hr.page("/custom-fields/\(id)").contains("Shirt size"))
                _ = try await hr.post("/custom-fields/\(id)/retirement")
                #expect(try await hr.page("/custom-fields").contains("还没有自定义字段"))
                #expect(try await hr.page("/custom-fields?show=all").contains("已停用"))
                #expect(try await hr.page("/custom-fields/export?form=csv&show=all").contains("shirt"))
            }
            try await PageVisit.with(company, .payroll) { payroll async throws in
                #expect(try await payroll.get("/custom-fields").status == .notFound)
                #expect(try await payroll.get("/levels").status == .ok)
            }
            try await company.database.read { tx throws in #expect(try Audit.verify(tx).isGood) }
        }
    }
}
