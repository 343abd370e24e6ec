import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Shell

struct ContractPageTests {
    @Test func aContractIsRenewedAsTheLawAllows() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/contracts"
            let end = office.today.adding(years: 1)
            let fields = ["start": end.iso, "contract": "3", "signed_on": office.today.iso, "number": "HT-2"]
            #expect(try await hr.get(path + "/new").text.contains("续签合同"))
            #expect(
                try await hr.post(path + "/new", fields.merging(["start": office.today.iso]) { $1 }).refuses("start"))
            #expect(
                try await hr.post(path + "/new", fields.merging(["contract": "day"]) { $1 }).refuses("contract_last"))
            #expect(try await hr.post(path + "/new", fields).headers[.location] == path)
            #expect(try await hr.get(path).text.contains("第 1 次续签"))
            // After two fixed terms the next one is open-ended (art. 14), unless the employee asks otherwise.
            let third = fields.merging(["start": end.adding(years: 3).iso]) { $1 }
            let refused = try await hr.post(path + "/new", third)
            #expect(refused.refuses("contract") && refused.text.contains("第14条"))
            #expect(try await hr.post(path + "/new", third.merging(["asks_fixed": "yes"]) { $1 }).status == .seeOther)
        }
    }

    @Test func aContractIsEnded() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let id =
                try await office.value(
                    "select id from contracts where person_id = \(office.li)", as: Int64.self) ?? 0
            let path = "/people/\(office.li)/contracts/\(id)/end"
            #expect(try await hr.get(path).text.contains("第46、47、87条"))
            #expect(try await hr.post(path, ["last_day": "2001-01-01", "reason": "x"]).refuses("last_day"))
            #expect(try await hr.post(path, ["last_day": office.today.iso]).refuses("reason"))
            // The contract of somebody else is none of this person's.
            #expect(
                try await hr.post(
                    "/people/\(office.zhao)/contracts/\(id)/end", ["last_day": office.today.iso, "reason": "x"]
                ).status == .notFound)
            #expect(try await hr.post(path, ["last_day": office.today.iso, "reason": "协商"]).status == .seeOther)
            let boss = try await office.visitor(.manager, as: office.boss)
            #expect(try await boss.post(path, ["last_day": office.today.iso, "reason": "x"]).status == .notFound)
        }
    }

    @Test func payIsChangedByThoseWhoSetItAndNobodyElse() async throws {
        try await Office.open { office in
            let payroll = try await office.visitor(.payroll, as: office.zhao)
            let path = "/people/\(office.li)/pay"
            #expect(try await payroll.get(path).text.contains("8,765"))
            #expect(try await payroll.post(path, ["pay": "", "from": office.today.iso]).refuses("pay"))
            #expect(try await payroll.post(path, ["pay": "-5", "from": office.today.iso]).refuses("pay"))
            #expect(try await payroll.post(path, ["pay": "9000", "from": "2001-01-01"]).refuses("from"))
            #expect(try await payroll.post(path, ["pay": "9,000", "from": office.today.iso]).status == .seeOther)
            #expect(try await payroll.get(path).text.contains("+¥235"))
            // Not one's own.
            let own = try await payroll.post("/people/\(office.zhao)/pay", ["pay": "99999", "from": office.today.iso])
            #expect(own.status == .unprocessableContent)
            let hr = try await office.visitor(.hr)
            #expect(try await hr.get(path).status == .notFound)
            #expect(try await hr.post(path, ["pay": "1", "from": office.today.iso]).status == .notFound)
        }
    }
}
