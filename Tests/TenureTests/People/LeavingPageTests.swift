import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Shell

struct LeavingPageTests {
    private static func fields(_ office: Office, _ changes: [String: String] = [:]) -> [String: String] {
        [
            "last_day": (office.today + 10).iso, "notice_day": office.today.iso, "kind": "involuntary",
            "separation_reason": "performance", "ground": "incompetent", "average_pay": "10000",
            "last_month_pay": "11000", "local_average": "12000", "local_minimum": "2690",
        ].merging(changes) { $1 }
    }

    /// Hired two years ago today: two years and ten days count as two and a half.
    @Test func theCostIsShownBeforeTheDecision() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/separation"
            let form = try await hr.get(path).text
            #expect(form.contains("下一步：核对费用") && !form.contains("确认办理离职"))
            // HR does not see pay: the calculation starts empty.
            #expect(!form.contains("8,765") && !form.contains("8765"))
            let review = try await hr.post(path + "/review", Self.fields(office))
            #expect(review.status == .ok)
            // N+1 = 2.5 × 10,000 + 11,000: fewer than 30 days' notice (art. 40).
            for shown in ["36,000", "2.5", "代通知金", "第47条", "第二次考核不合格", "确认办理离职"] {
                #expect(review.text.contains(shown), "\(shown)")
            }
            #expect(try await office.value("select count(*) from separations", as: Int.self) == 0)
            #expect(try await hr.post(path, Self.fields(office)).headers[.location] == path)
            #expect(try await office.value("select count(*) from separations", as: Int.self) == 1)
        }
    }

    @Test func whatIsMissingOrForbiddenComesBackAtItsField() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/separation"
            for step in ["", "/review"] {
                let blank = try await hr.post(path + step, ["last_day": "2001-01-01"])
                #expect(blank.refuses("kind") && blank.refuses("separation_reason") && blank.refuses("ground"))
                #expect(
                    try await hr.post(path + step, Self.fields(office, ["last_day": "2001-01-01", "notice_day": ""]))
                        .refuses("last_day"))
                // Art. 42: whoever is pregnant is not dismissed for incompetence.
                let protected = try await hr.post(path + step, Self.fields(office, ["protections": "motherhood"]))
                #expect(protected.refuses("protections") && protected.text.contains("第42条"))
            }
            let unknown = Self.fields(office, ["average_pay": ""])
            #expect(try await hr.post(path + "/review", unknown).text.contains("2.5 个月工资"))
        }
    }

    @Test func theChecklistTheCertificateAndTheWayBack() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)"
            _ = try await hr.post(path + "/edit", ["identity_kind": "identityCard", "identity": "440524188001010014"])
            _ = try await hr.post(path + "/separation", Self.fields(office))
            let page = try await hr.get(path + "/separation").text
            #expect(page.contains("归还物品") && page.contains("支付经济补偿") && page.contains("已完成 0/7 项"))
            #expect(try await hr.post(path + "/separation/tasks/assets", ["done": "yes"]).status == .seeOther)
            #expect(try await hr.get(path + "/separation").text.contains("已完成 1/7 项"))
            #expect(try await hr.post(path + "/separation/tasks/assets", ["done": ""]).status == .seeOther)
            #expect(try await hr.get(path + "/separation").text.contains("已完成 0/7 项"))
            #expect(try await hr.post(path + "/separation/tasks/nothing", ["done": "yes"]).status == .notFound)
            let certificate = try await hr.get(path + "/separation/certificate").text
            for shown in ["兹证明李雷", "440524188001010014", "总部", "在本单位工作年限为2年", "特此证明"] {
                #expect(certificate.contains(shown), "\(shown)")
            }
            #expect(try await hr.post(path + "/separation", Self.fields(office)).status == .unprocessableContent)
            #expect(try await hr.post(path + "/reinstatement", ["reason": ""]).refuses("reason"))
            #expect(try await hr.post(path + "/reinstatement", ["reason": "员工撤回辞职"]).status == .seeOther)
            #expect(
                try await office.value("select last_day from staff where number = 'E002'", as: Day?.self) == .some(nil))
        }
    }

    @Test func onlyThoseWhoHandleSeparations() async throws {
        try await Office.open { office in
            let path = "/people/\(office.li)/separation"
            let callers = [
                try await office.visitor(.manager, as: office.boss), try await office.visitor(.payroll),
                try await office.visitor(.hr, unit: office.service),
            ]
            for caller in callers {
                #expect(try await caller.get(path).status == .notFound)
                #expect(try await caller.post(path, Self.fields(office)).status == .notFound)
                #expect(try await caller.post(path + "/review", Self.fields(office)).status == .notFound)
                #expect(try await caller.get(path + "/certificate").status == .notFound)
                #expect(
                    try await caller.post("/people/\(office.li)/reinstatement", ["reason": "x"]).status == .notFound)
            }
            let own = try await office.visitor(.hr, as: office.li)
            #expect(try await own.post(path, Self.fields(office)).status == .unprocessableContent)
        }
    }
}
