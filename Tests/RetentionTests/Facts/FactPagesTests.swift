import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Retention
@testable import Shell

struct FactPagesTests {
    private static let staff = "工号,姓名,部门,入职日期\n1,甲,总部,2020-01-01\n2,乙,总部,2020-01-01\n"
    private static let form: KeyValuePairs<String, String> = [
        "code": "sales", "name": "周销量", "unit": "count", "grain": "week", "better": "higher", "purpose": "了解业绩变化",
        "basis": "employment", "kept_months": "24", "audience": "work",
    ]

    @Test func aMetricIsDefinedFedAndShown() async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await PageVisit.with(company, .hr) { visit async throws in
                #expect(try await visit.page("/facts").contains("还没有指标"))
                let made = try await visit.post("/facts/new", Self.form)
                #expect(made.status == .seeOther)
                let path = try #require(made.location)
                #expect(
                    try await visit.problems(
                        "/facts/new", Dictionary(uniqueKeysWithValues: Self.form.map { ($0.key, $0.value) }))["code"]
                        != nil)
                let sent = try await visit.post("/facts", ["values": "sales,1,2026-06-10,3\nsales,2,2026-06-10,4"])
                #expect(sent.status == .seeOther)
                let page = try await visit.page(path)
                #expect(page.contains("了解业绩变化") && page.contains("2026-06-10") && page.contains("人数不足 5 人"))
                let list = try await visit.page("/facts")
                #expect(list.contains("周销量") && list.contains("100%") && list.contains("司龄"))
                #expect(try await visit.page(path + "/edit").contains("sales"))
                // The unit stands once there are values.
                let changed = Self.form.map { ($0.key, $0.key == "unit" ? "hours" : $0.value) }
                let problems = try await visit.problems(path + "/edit", Dictionary(uniqueKeysWithValues: changed))
                #expect(problems["unit"] != nil)
                #expect(try await visit.get("/facts/export?form=csv").status == .ok)
            }
            try await PageVisit.with(company, .manager, number: "1") { visit async throws in
                #expect(try await visit.get("/facts").status == .notFound)
            }
        }
    }

    @Test(arguments: [
        (#"{"values":[{"metric":"nope","subject":"1","day":"2026-06-10","value":1}]}"#, "values[0].metric"),
        (#"{"values":[{"metric":"sales","subject":"9","day":"2026-06-10","value":1}]}"#, "values[0].subject"),
        (#"{"values":[{"metric":"sales","subject":1,"day":"2026-06-99","value":1}]}"#, "values[0].day"),
        (#"{"values":[{"metric":"sales","subject":"1","day":"2026-06-10"}]}"#, "values[0]"),
        (#"{"values":[{"metric":"sales","subject":"1","day":"2026-06-10","value":"x"}]}"#, "values[0].value"),
        (#"{"values":"sales,1"}"#, "values[0]"), (#"{"values":7}"#, "values"), ("{}", "values"),
        (
            #"{"values":[{"metric":"sales","subject":"1","day":"2026-06-10","value":1},{"metric":"sales","subject":"1","day":"2026-06-10","value":2}]}"#,
            "values[1].value"
        ),
    ])
    func aBadBatchIsRefusedAsAWhole(_ body: String, _ field: String) async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await company.metric("sales")
            try await PageVisit.with(company, .hr) { visit async throws in
                let answer = try await visit.send("/facts", body)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("\"field\":\"\(field)\""), "\(answer.text)")
                #expect(try await visit.send("/facts", "{").status == .badRequest)
            }
            try await company.database.read { tx throws in
                #expect(try tx.value("select count(*) from metric_values", as: Int.self) == 0)
            }
        }
    }

    @Test func aBatchMayBeSentAgain() async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await company.metric("sales")
            let body = #"{"values":[{"metric":"sales","subject":"1","day":"2026-06-10","value":1.5}]}"#
            try await PageVisit.with(company, .hr) { visit async throws in
                #expect(try await visit.send("/facts", body).text.contains("1 values added"))
                #expect(try await visit.send("/facts", body).text.contains("1 unchanged"))
            }
        }
    }
}
