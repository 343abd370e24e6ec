import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Shell

struct MovePageTests {
    private static func fields(_ office: Office, _ changes: [String: String] = [:]) -> [String: String] {
        [
            "from": (office.today + 20).iso, "cause": "transfer", "unit": office.service.description,
            "manager": "E003 赵云",
        ]
        .merging(changes) { $1 }
    }

    @Test func aTransferIsShownBeforeItIsDecided() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/transfer"
            #expect(try await hr.get(path).text.contains("value=\"E001 王芳\""))
            let review = try await hr.post(path + "/review", Self.fields(office))
            #expect(review.status == .ok)
            #expect(review.text.contains("<del>总部/销售部</del>") && review.text.contains("<ins>总部/客服部</ins>"))
            #expect(review.text.contains("确认变更"))
            let posts: Query = "select count(*) from assignments where person_id = \(office.li)"
            #expect(try await office.value(posts, as: Int.self) == 1)
            #expect(try await hr.post(path, Self.fields(office)).status == .seeOther)
            #expect(try await office.value(posts, as: Int.self) == 2)
            #expect(try await hr.get("/people/\(office.li)/posts").text.contains("待生效"))
            // A plan is not dropped unseen.
            let earlier = ["from": office.today.iso, "cause": "newManager"]
            #expect(try await hr.post(path, Self.fields(office, earlier)).refuses("from"))
            let replaced = Self.fields(office, earlier.merging(["replacing": "yes"]) { $1 })
            #expect(try await hr.post(path, replaced).status == .seeOther)
        }
    }

    @Test func whatTheRulesRefuseComesBackAtItsField() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.boss)/transfer"
            // Nobody reports to somebody who reports to them.
            #expect(try await hr.post(path + "/review", Self.fields(office, ["manager": "E002"])).refuses("manager"))
            #expect(
                try await hr.post(path, Self.fields(office, ["from": (office.today.adding(years: -2) - 5).iso]))
                    .refuses("from"))
            #expect(try await hr.post(path, Self.fields(office, ["unit": "没有/此部门"])).refuses("unit"))
            #expect(try await hr.post(path, Self.fields(office, ["level": "77"])).refuses("level"))
        }
    }

    @Test func nobodyMovesThemselvesOrPeopleElsewhere() async throws {
        try await Office.open { office in
            let own = try await office.visitor(.hr, as: office.li)
            #expect(try await own.get("/people/\(office.li)/transfer").status == .unprocessableContent)
            let answer = try await own.post("/people/\(office.li)/transfer", Self.fields(office))
            #expect(answer.status == .unprocessableContent)
            let elsewhere = try await office.visitor(.hr, unit: office.service)
            #expect(try await elsewhere.post("/people/\(office.li)/transfer", Self.fields(office)).status == .notFound)
            // Into a unit out of reach is no way around.
            let away = Self.fields(office, ["unit": office.sales.description, "manager": ""])
            #expect(try await elsewhere.post("/people/\(office.zhao)/transfer", away).refuses("unit"))
        }
    }

    @Test func aSecondPostStaysWithinTheWorkingTime() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/posts/new"
            let fields = [
                "role": "secondment", "unit": office.service.description, "share": "60", "from": office.today.iso,
                "through": (office.today + 30).iso,
            ]
            #expect(try await hr.post(path, fields.merging(["through": ""]) { $1 }).refuses("through"))
            #expect(try await hr.post(path, fields.merging(["role": "additional"]) { $1 }).refuses("share"))
            #expect(try await hr.post(path, fields).status == .seeOther)
            #expect(try await hr.get("/people/\(office.li)/posts").text.contains("借调"))
        }
    }

    @Test func aProbationerIsConfirmed() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let day = office.today
            try await office.house.database.write { tx in
                try tx.execute(
                    "update employments set probation_end = \(day + 10) where person_id = \(office.li)")
                try StaffProjection.rebuild(on: day, tx)
            }
            let person = try await hr.get("/people/\(office.li)").text
            #expect(person.contains("办理转正"))
            let path = "/people/\(office.li)/confirmation"
            #expect(try await hr.get(path).text.contains("还剩 10 天"))
            #expect(try await hr.post(path, ["day": "1999-01-01"]).refuses("day"))
            #expect(try await hr.post(path, ["day": day.iso]).status == .seeOther)
            #expect(try await hr.post(path, ["day": day.iso]).refuses("day"))
            #expect(
                try await office.value("select status from staff where person_id = \(office.li)", as: String.self)
                    == "regular")
        }
    }
}
