import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Shell

struct RecordPageTests {
    /// Address and the roles for whom it exists: HR, HR of another unit, the line manager, the person, payroll.
    @Test func everyPartHasItsReaders() async throws {
        try await Office.open { office in
            let callers = [
                try await office.visitor(.hr), try await office.visitor(.hr, unit: office.service),
                try await office.visitor(.manager, as: office.boss), try await office.visitor(.employee, as: office.li),
                try await office.visitor(.payroll),
            ]
            let cases: [(path: String, statuses: [Int])] = [
                ("", [200, 404, 200, 200, 200]), ("/posts", [200, 404, 200, 200, 200]),
                ("/contracts", [200, 404, 200, 200, 200]), ("/pay", [404, 404, 404, 200, 200]),
                ("/sensitive", [200, 404, 404, 200, 200]), ("/edit", [200, 404, 404, 404, 404]),
                ("/transfer", [200, 404, 404, 404, 404]), ("/posts/new", [200, 404, 404, 404, 404]),
                ("/confirmation", [200, 404, 404, 404, 404]), ("/contracts/new", [200, 404, 404, 404, 404]),
            ]
            for (path, statuses) in cases {
                for (index, (caller, status)) in zip(callers, statuses).enumerated() {
                    for ending in ["", ".json"] {
                        let answer = try await caller.get("/people/\(office.li)\(path)\(ending)")
                        #expect(answer.status.code == status, "\(path)\(ending)")
                        // HR and the line manager see no pay, anywhere.
                        if index == 0 || index == 2 {
                            #expect(!answer.text.contains("8,765") && !answer.text.contains("8765"), "\(path)\(ending)")
                        }
                    }
                }
            }
        }
    }

    @Test func aHireIsToldOnce() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let text = try await hr.get("/people/\(office.li)").text
            #expect(text.components(separatedBy: "timeline-kind\">入职").count == 2)
            #expect(!text.contains("timeline-kind\">任职变动"))
        }
    }

    @Test func aRecordIsEdited() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/edit"
            let answer = try await hr.post(
                path,
                [
                    "name": "李雷", "number": "E002", "work_mail": "li.lei@example.com",
                    "phones": "13800001234\n010-62345678",
                    "emergency_contacts": "李娜，配偶，13900001234", "education": "本科，浙江大学，市场营销，2015-06-30",
                    "identity_kind": "identityCard", "identity": "440524188001010014", "bank_name": "招商银行",
                    "bank_number": "6217990000000000000",
                ])
            #expect(answer.headers[.location] == "/people/\(office.li)")
            let page = try await hr.get("/people/\(office.li)").text
            for shown in ["li.lei@example.com", "李娜 · 配偶", "浙江大学", "招商银行 **** 0000"] { #expect(page.contains(shown)) }
            // What is not sent stays.
            _ = try await hr.post(path, ["work_phone": "010-62345679"])
            let after = try await hr.get("/people/\(office.li)").text
            #expect(after.contains("li.lei@example.com") && after.contains("浙江大学") && after.contains("招商银行 **** 0000"))
            // Numbers on file are never in the form.
            let form = try await hr.get(path).text
            #expect(form.contains("440***********0014") && !form.contains("440524188001010014"))
            #expect(!form.contains("6217990000000000000"))
        }
    }

    @Test func whatCannotBeReadComesBackAtItsField() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/edit"
            let brief = try await hr.post(path, ["emergency_contacts": "李明，13900001234\n13900001235"])
            #expect(brief.headers[.location] == "/people/\(office.li)")
            #expect(try await hr.get("/people/\(office.li)").text.contains("李明 · 139"))
            let lines = try await hr.post(path, ["emergency_contacts": "李娜，配偶，13900001234\n李娜"])
            #expect(lines.refuses("emergency_contacts") && lines.text.contains("第 2 行"))
            #expect(try await hr.post(path, ["work_mail": "li.lei"]).refuses("work_mail"))
            #expect(try await hr.post(path, ["name": ""]).refuses("name"))
            #expect(try await hr.post(path, ["number": "E001"]).refuses("number"))
            #expect(try await hr.post(path, ["identity": "123"]).refuses("identity"))
            #expect(try await hr.post(path, ["bank_name": "招商银行"]).refuses("bank_number"))
            #expect(try await hr.post(path, ["custom_77": "x"]).status == .notFound)
        }
    }

    @Test func fieldsOfTheCompanyAreKeptByTheirKind() async throws {
        try await Office.open { office in
            try await office.house.database.write { tx in
                try tx.execute(
                    """
                    insert into custom_fields (id, code, name_zh, name_en, kind, field_class, choices, place, is_retired)
                    values (1, 'shirt', '工服尺码', 'Shirt', 'choice', 'work', \("S\nM"), 1, 0),
                        (2, 'locker', '储物柜', 'Locker', 'number', 'work', null, 2, 0)
                    """)
            }
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/edit"
            #expect(try await hr.get(path).text.contains("工服尺码"))
            #expect(try await hr.post(path, ["custom_1": "XL"]).refuses("custom_1"))
            let refused = try await hr.post(path, ["custom_2": "三号"])
            #expect(refused.refuses("custom_2") && refused.text.contains("value=\"三号\""))
            #expect(try await hr.post(path, ["custom_1": "M", "custom_2": "12"]).status == .seeOther)
            for (field, content) in [(1, "M"), (2, "12")] {
                let kept: Query =
                    "select content from custom_values where person_id = \(office.li) and field_id = \(field)"
                #expect(try await office.value(kept, as: String.self) == content)
            }
            #expect(try await hr.get("/people/\(office.li)").text.contains("工服尺码"))
        }
    }

    @Test func numbersAreShownForAReasonOnly() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)"
            _ = try await hr.post(path + "/edit", ["identity_kind": "identityCard", "identity": "440524188001010014"])
            #expect(!(try await hr.get(path + "/sensitive").text.contains("440524188001010014")))
            #expect(try await hr.post(path + "/sensitive", ["reason": ""]).refuses("reason"))
            let shown = try await hr.post(path + "/sensitive", ["reason": "办理社保"])
            #expect(shown.status == .ok && shown.text.contains("440524188001010014"))
            #expect(
                try await office.value(
                    "select count(*) from audit_entries where action = 'people.show_papers' and reason = '办理社保'",
                    as: Int.self) == 1)
            let boss = try await office.visitor(.manager, as: office.boss)
            #expect(try await boss.post(path + "/sensitive", ["reason": "x"]).status == .notFound)
        }
    }
}
