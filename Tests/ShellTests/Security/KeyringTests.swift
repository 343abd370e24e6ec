import Crypto
import Foundation
import Kernel
import Testing

@testable import Shell

struct KeyringTests {
    @Test(arguments: [
        "", "110101199003070038", "6222 0200 0000 0000 000", "离职\0原因 😀", String(repeating: "健", count: 50_000),
    ])
    func sealsAndOpens(plain: String) throws {
        let ring = Keyring.generated()
        let sealed = try ring.seal(plain, for: "people.identity_number", record: 42)
        #expect(sealed.count == plain.utf8.count + 33)
        #expect(try ring.open(sealed, for: "people.identity_number", record: 42) == plain)
        #expect(try ring.seal(plain, for: "people.identity_number", record: 42) != sealed)
        #expect(Keyring.keyID(of: sealed) == 1)
        for (column, record) in [
            ("people.identity_number", 43), ("people.bank_account", 42), ("", 42), ("people.identity_number", -42),
        ] {
            #expect(throws: SealRefusal.damaged(column: column)) {
                try ring.open(sealed, for: column, record: Int64(record))
            }
        }
    }

    /// Every single bit of a sealed value matters.
    @Test func noBitCanBeChanged() throws {
        let ring = Keyring.generated()
        let sealed = try ring.seal("13800138000", for: "c", record: 1)
        for bit in 0..<(sealed.count * 8) {
            var changed = sealed
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: SealRefusal.self) { try ring.open(changed, for: "c", record: 1) }
        }
        for length in 0..<sealed.count {
            #expect(throws: SealRefusal.self) { try ring.open(Array(sealed.prefix(length)), for: "c", record: 1) }
        }
        #expect(throws: SealRefusal.damaged(column: "c")) { try Keyring.generated().open(sealed, for: "c", record: 1) }
        #expect(throws: SealRefusal.self) { try ring.open(sealed + [0], for: "c", record: 1) }
    }

    @Test func blindIndexes() {
        let ring = Keyring.generated()
        let index = ring.blindIndex("110101199003070038", column: "people.identity_number")
        #expect(index.count == 16)
        #expect(ring.blindIndex("110101199003070038", column: "people.identity_number") == index)
        #expect(ring.blindIndex("110101199003070039", column: "people.identity_number") != index)
        #expect(ring.blindIndex("110101199003070038", column: "people.bank_account") != index)
        #expect(Keyring.generated().blindIndex("110101199003070038", column: "people.identity_number") != index)
    }

    /// A file with a known key gives known results: nothing of the derivation may ever change.
    @Test func knownAnswers() throws {
        let text = "tenure-keys 1\nkey 7 " + Base64URL.text((0..<32).map { UInt8($0) }) + "\n"
        let ring = try Keyring(text: text, path: "keys")
        #expect(ring.current == 7)
        let root = SymmetricKey(data: (0..<32).map { UInt8($0) })
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Array("tenure 1 index 1 c".utf8), outputByteCount: 32)
        let mac = Array(HMAC<SHA256>.authenticationCode(for: Array("x".utf8), using: key)).prefix(16)
        #expect(ring.blindIndex("x", column: "c") == Array(mac))
    }

    /// RFC 5869, appendix A.1 and RFC 4231, section 4.3: the primitives are those of the standards.
    @Test func primitives() {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: [UInt8](repeating: 0x0B, count: 22)),
            salt: hex("000102030405060708090a0b0c"), info: hex("f0f1f2f3f4f5f6f7f8f9"), outputByteCount: 42)
        #expect(
            key.withUnsafeBytes { Array($0) }.hexText
                == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
        let mac = HMAC<SHA256>.authenticationCode(
            for: Array("what do ya want for nothing?".utf8), using: SymmetricKey(data: Array("Jefe".utf8)))
        #expect(Array(mac).hexText == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func messages() {
        let ring = Keyring.generated()
        let code = ring.authenticationCode(of: [1, 2, 3], for: .webhook)
        #expect(code.count == 32 && ring.isAuthentic(code, of: [1, 2, 3], for: .webhook))
        #expect(!ring.isAuthentic(code, of: [1, 2, 3], for: .cookie))
        #expect(!ring.isAuthentic(code, of: [1, 2], for: .webhook))
        #expect(!ring.isAuthentic([], of: [1, 2, 3], for: .webhook))
        #expect(!ring.isAuthentic(Array(code.prefix(16)), of: [1, 2, 3], for: .webhook))
    }

    /// A company's columns are sealed in one import: 100,000 take well under a second in a release build.
    @Test(.timeLimit(.minutes(1))) func manySealsAndIndexes() throws {
        let ring = Keyring.generated()
        let clock = ContinuousClock()
        let sealing = try clock.measure {
            for record: Int64 in 0..<100_000 { _ = try ring.seal("110101199003070038", for: "c", record: record) }
        }
        let indexing = clock.measure {
            for record in 0..<100_000 { _ = ring.blindIndex("\(record)", column: "c") }
        }
        #expect(sealing < .seconds(20) && indexing < .seconds(20), "\(sealing) \(indexing)")
    }
}
