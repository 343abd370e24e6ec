import Foundation
import Kernel
import Testing

/// Every row of `id_test_vectors.csv` (worked samples of GB 11643 and GB 32100, public companies, constructed).
@Suite struct IdentityVectorTests {
    static let today = Day(iso: "2026-11-22") ?? .first

    @Test func everyRowOfTheVectors() throws {
        let records = try Fixture("id_test_vectors.csv").records
        #expect(records.count == 42)
        for record in records {
            let id = record["id"] ?? "", input = record["input"] ?? ""
            let json = try JSONSerialization.jsonObject(with: Data((record["expected_json"] ?? "").utf8))
            let expected = try #require(json as? [String: Any], "\(id)")
            switch record["kind"] {
            case "id_card": try identity(input, expected, id)
            case "id_card_15_to_18":
                let number = try IdentityNumber(firstGeneration: input, today: Self.today)
                #expect(number.text == expected["id18"] as? String, "\(id)")
            case "uscc":
                let reason = Self.reason(creditCode: input)
                #expect(reason == expected["reason"] as? String, "\(id)")
                #expect((reason == "ok") == (expected["valid"] as? Bool), "\(id)")
            case "bank_card": bankCard(input, expected, id)
            case "mobile":
                let number = (try? PhoneNumber(mobile: input))?.text
                #expect(number == expected["normalised"] as? String, "\(id)")
            default: Issue.record("unknown kind in \(id)")
            }
        }
    }

    private func identity(_ input: String, _ expected: [String: Any], _ id: String) throws {
        do {
            let number = try IdentityNumber(input, today: Self.today)
            #expect(expected["valid"] as? Bool == true, "\(id)")
            #expect(number.text == expected["stored"] as? String, "\(id)")
            #expect(number.birthday.iso == expected["birth"] as? String, "\(id)")
            #expect(number.sex.rawValue == expected["sex"] as? String, "\(id)")
            #expect(String(number.province.code) == expected["province"] as? String, "\(id)")
        } catch {
            #expect(expected["valid"] as? Bool == false, "\(id)")
            let reason =
                switch error {
                case .format, .scientific: "format"
                case .region: "region"
                case .birth: "birth"
                case .checksum: "checksum"
                }
            #expect(reason == expected["reason"] as? String, "\(id)")
        }
    }

    private static func reason(creditCode: String) -> String {
        do throws(CreditCodeRefusal) {
            return try CreditCode(creditCode).doubt == nil ? "ok" : "org_checksum"
        } catch {
            switch error {
            case .format: return "format"
            case .checksum: return "checksum"
            case .organizationCode: return "org_checksum"
            }
        }
    }

    private func bankCard(_ input: String, _ expected: [String: Any], _ id: String) {
        let luhn = expected["luhn"] as? Bool
        #expect(BankCardNumber.passesLuhn(input) == luhn, "\(id)")
        #expect(input.count == expected["length"] as? Int, "\(id)")
        let card = try? BankCardNumber(input)
        #expect((card == nil) == (input.count < 13), "\(id)")
        if let card { #expect((card.doubt == nil) == luhn, "\(id)") }
    }
}
