import Testing

@testable import Shell

struct PasswordTests {
    /// RFC 7914, section 12 (the first three; the fourth needs 1 GiB).
    @Test(arguments: [
        (
            "", "", 4, 1, 1,
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", 10, 8, 16,
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", 14, 8, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func scrypt(password: String, salt: String, logRounds: Int, blockSize: Int, parallelism: Int, key: String) throws {
        let cost = try #require(PasswordCost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism))
        #expect(try PasswordHash.derive(Array(password.utf8), Array(salt.utf8), cost, count: 64).hexText == key)
    }

    private static let quick = PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)!

    @Test func aHashMatchesItsPasswordOnly() throws {
        let password = try Password("三只猫 walk home 7")
        let hash = try PasswordHash(password, cost: Self.quick)
        let stored = try #require(PasswordHash(text: hash.text))
        #expect(hash.text.hasPrefix("$scrypt$ln=8,r=8,p=1$"))
        #expect(try stored.matches(password))
        for wrong in ["三只猫 walk home 8", "", "三只猫 walk home 7 ", "三只猫 Walk home 7"] {
            #expect(try !stored.matches(Password(wrong)))
        }
        #expect(try PasswordHash(password, cost: Self.quick).text != hash.text)
        #expect(stored.needsRehash())
        #expect(!stored.needsRehash(for: Self.quick))
    }

    @Test func theStandardCostIsThatOfTheSpecification() throws {
        let hash = try PasswordHash(Password("correct horse battery"))
        #expect(hash.text.hasPrefix("$scrypt$ln=15,r=8,p=1$"))
        #expect(!hash.needsRehash())
        #expect(try PasswordHash.verify("correct horse battery", against: hash))
        #expect(try !PasswordHash.verify("correct horse batterz", against: hash))
    }

    @Test func withoutAnAccountNothingMatches() throws {
        #expect(try !PasswordHash.verify("", against: nil))
        #expect(try !PasswordHash.verify(String(repeating: "x", count: 5000), against: nil))
        let empty = try PasswordHash(Password(""), cost: Self.quick)
        #expect(try !PasswordHash.verify("", against: empty))
        #expect(try !PasswordHash.verify("a\nb", against: empty))
    }

    /// The same keys on another system: composed and decomposed letters, wide spaces (RFC 8265, section 4.2).
    @Test func preparation() throws {
        #expect(try Password("cafe\u{301} a").bytes == Password("caf\u{E9}\u{3000}a").bytes)
        #expect(try Password("Ａ").bytes != Password("A").bytes)
        #expect(throws: PasswordRefusal.unreadable) { try Password("abc\u{0}defghijk") }
        #expect(throws: PasswordRefusal.tooLong) { try Password(String(repeating: "密", count: 334)) }
        #expect(try Password(String(repeating: "a", count: 1000)).bytes.count == 1000)
    }

    @Test(arguments: [
        "", "$", "$scrypt$", "$scrypt$ln=15,r=8,p=1$$",
        "$scrypt$ln=63,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=20,r=16,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=-1,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=015,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$r=8,ln=15,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$bcrypt$ln=15,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=15,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAB$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=15,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=15,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
    ])
    func aBrokenRecordIsNoHash(text: String) {
        #expect(PasswordHash(text: text) == nil)
    }
}
