import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Shell

struct HirePageTests {
    private static func fields(_ office: Office, _ changes: [String: String] = [:]) -> [String: String] {
        [
            "number": "E100", "name": "孙悟", "unit": office.sales.description, "manager": "E001",
            "hired_on": office.today.iso, "kind": "full", "contract": "1", "signed_on": office.today.iso,
            "probation_months": "2", "phone": "13800001234", "identity_kind": "identityCard",
            "identity": "440524188001010014",
        ].merging(changes) { $1 }
    }

    @Test func somebodyIsHired() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let page = try await hr.get("/people/new")
            #expect(page.status == .ok)
            #expect(page.text.contains("value=\"E004\""))  // The number after the last one.
            #expect(!page.text.contains("约定月薪"))
            let answer = try await hr.post("/people/new", Self.fields(office))
            let place = try #require(answer.headers[.location])
            let shown = try await hr.get(place)
            #expect(shown.text.contains("孙悟") && shown.text.contains("总部/销售部"))
            #expect(shown.text.contains("440***********0014") && !shown.text.contains("440524188001010014"))
            #expect(
                try await office.value("select probation_end from staff where number = 'E100'", as: Day.self)
                    == office.today.adding(months: 2) - 1)
        }
    }

    @Test func problemsComeBackAtTheirFields() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            // Labour Contract Law art. 19: two months at most for a contract of a year.
            let long = try await hr.post("/people/new", Self.fields(office, ["probation_months": "3"]))
            #expect(long.refuses("probation_months") && long.text.contains("第19条"))
            #expect(long.text.contains("value=\"孙悟\""))
            #expect(try await hr.post("/people/new", Self.fields(office, ["number": "E001"])).refuses("number"))
            #expect(try await hr.post("/people/new", Self.fields(office, ["unit": "99999"])).refuses("unit"))
            #expect(try await hr.post("/people/new", Self.fields(office, ["manager": "没有人"])).refuses("manager"))
            #expect(
                try await hr.post("/people/new", Self.fields(office, ["identity": "440524188001010015"]))
                    .refuses("identity"))
            #expect(try await hr.post("/people/new", Self.fields(office, ["phone": "12"])).refuses("phone"))
            #expect(try await hr.post("/people/new", Self.fields(office, ["hired_on": "明年"])).refuses("hired_on"))
            let blank = try await hr.post("/people/new", ["number": "E200"])
            #expect(blank.refuses("name") && blank.refuses("unit"))
            #expect(try await office.value("select count(*) from people", as: Int.self) == 3)
        }
    }

    @Test func onlyThoseWhoMayHire() async throws {
        try await Office.open { office in
            let employee = try await office.visitor(.employee, as: office.li)
            #expect(try await employee.get("/people/new").status == .notFound)
            #expect(try await employee.post("/people/new", Self.fields(office)).status == .notFound)
            let elsewhere = try await office.visitor(.hr, unit: office.service)
            #expect(try await elsewhere.post("/people/new", Self.fields(office)).refuses("unit"))
            // Pay is set by those who may, and nobody else.
            let hr = try await office.visitor(.hr)
            #expect(try await hr.post("/people/new", Self.fields(office, ["pay": "9000"])).status == .notFound)
            let both = try await office.visitor(.hr, .payroll)
            #expect(try await both.post("/people/new", Self.fields(office, ["pay": "9000"])).status == .seeOther)
            #expect(try await office.value("select max(monthly) from pay_rates", as: Money.self) == Money(yuan: 9_000))
        }
    }

    @Test func whoLeftReturns() async throws {
        try await Office.open { office in
            try await office.house.database.write { tx in
                try Leaving.separate(
                    office.zhao, Leaving.Draft(lastDay: office.today - 30, kind: .voluntary),
                    Occasion.program(office.house), tx)
            }
            let hr = try await office.visitor(.hr)
            let page = try await hr.get("/people/new?returning=\(office.zhao)")
            #expect(page.text.contains("E003 赵云"))
            let answer = try await hr.post(
                "/people/new",
                Self.fields(
                    office, ["returning": office.zhao.description, "number": "E003", "name": "赵云", "identity": ""]))
            #expect(answer.headers[.location] == "/people/\(office.zhao)")
            #expect(try await office.value("select count(*) from people", as: Int.self) == 3)
        }
    }
}
