import Kernel
import Testing

/// Shapes and masks of `validators.json`.
@Suite struct IdentityFormTests {
    let today = IdentityVectorTests.today

    @Test func identityNumbersAreFoldedAndMasked() throws {
        let number = try IdentityNumber("１１０１０５ 19491231 ００２ｘ", today: today)
        #expect(number.text == "11010519491231002X")
        #expect(try IdentityNumber("'11010519491231002X\t", today: today) == number)
        #expect(number.masked == "110***********002X")
        #expect("\(number)" == number.masked)
        #expect(number.province.name.zh == "北京")
        #expect(number.age(on: today) == 76)
    }

    @Test(arguments: ["1.10105E+17", "1.10105194912310E+17", "１.1e17"])
    func spreadsheetNumbersAreRefusedWithAdvice(text: String) {
        #expect(throws: IdentityNumberRefusal.scientific(text)) { try IdentityNumber(text, today: today) }
        #expect(IdentityNumberRefusal.scientific(text).explanation.zh.contains("文本"))
    }

    @Test func aRoundedNumberIsRecognised() {
        let rounded = "110105194912310000"
        #expect(throws: IdentityNumberRefusal.checksum(rounded)) { try IdentityNumber(rounded, today: today) }
        #expect(IdentityNumberRefusal.checksum(rounded).explanation.zh.contains("Excel"))
        #expect(!IdentityNumberRefusal.checksum("110105194912310021").explanation.zh.contains("Excel"))
    }

    @Test func everySingleWrongDigitIsFound() throws {
        let right = Array("440300198506153886")
        for place in right.indices {
            for digit in "0123456789" where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(throws: IdentityNumberRefusal.self) { try IdentityNumber(String(wrong), today: today) }
            }
        }
    }

    @Test func allProvincesOfTheList() {
        #expect(Province.all.count == 35)
        #expect(Province(code: 46)?.name.zh == "海南")
        #expect(Province(code: 99) == nil)
    }

    @Test(arguments: [
        ("13812345678", PhoneNumber.Kind.mobile, "13812345678", "138****5678"),
        ("(+86) 138-1234-5678", .mobile, "13812345678", "138****5678"),
        ("8613812345678", .mobile, "13812345678", "138****5678"),
        ("13812345678.0", .mobile, "13812345678", "138****5678"),
        ("010-12345678", .landline, "010-12345678", "***-****5678"),
        ("（0755）8765432", .landline, "0755-8765432", "****-***5432"),
        ("02187654321-801", .landline, "021-87654321-801", "***-********-801"),
        ("+86 21 87654321", .landline, "021-87654321", "***-****4321"),
        ("4001234567", .service, "400-123-4567", "***-***-4567"),
        ("800-810-8888", .service, "800-810-8888", "***-***-8888"),
    ])
    func phones(text: String, kind: PhoneNumber.Kind, stored: String, masked: String) throws {
        let phone = try PhoneNumber(text)
        #expect(phone.kind == kind)
        #expect(phone.text == stored)
        #expect(phone.masked == masked)
    }

    @Test(arguments: ["", "12812345678", "110", "1381234567x", "0000-1234567", "500-123-4567", "010-123456"])
    func noPhones(text: String) {
        #expect(throws: PhoneRefusal.unreadable(text)) { try PhoneNumber(text) }
    }

    @Test(arguments: [
        (IdentityDocument.chinesePassport, "e12345678", true), (.chinesePassport, "EA1234567", true),
        (.chinesePassport, "EI1234567", false), (.chinesePassport, "G12345678", true),
        (.chinesePassport, "A12345678", false), (.chinesePassport, "GA1234567", false),
        (.hongKongMacaoPermit, "H12345678", true), (.hongKongMacaoPermit, "M1234567801", true),
        (.hongKongMacaoPermit, "H1234567", false), (.taiwanPermit, "12345678", true),
        (.taiwanPermit, "1234567", false), (.permanentResidence, "911156198503070016", true),
        (.permanentResidence, "811156198503070016", false),
    ])
    func documents(document: IdentityDocument, text: String, fits: Bool) {
        #expect((try? document.number(from: text)) == (fits ? text.uppercased() : nil))
    }

    @Test func cardsAndPostcodes() throws {
        let card = try BankCardNumber("6222 0202 0001 1223 345")
        #expect(card.masked == "**** 3345")
        #expect(card.doubt == .luhn("**** 3345"))
        #expect(try Postcode("１０００８０").digits == "100080")
        #expect(throws: PostcodeRefusal.format("10008")) { try Postcode("10008") }
        #expect(PersonName("张国荣").masked == "张*")
    }
}
