import Kernel
import Testing

@testable import Shell

struct TOTPTests {
    static let secret = Array("12345678901234567890".utf8)

    /// RFC 6238, appendix B, the rows of SHA-1.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) {
        let totp = TOTP(secret: Self.secret, digits: 8)
        #expect(totp.code(step: TOTP.step(at: Instant(milliseconds: seconds * 1000))) == code)
    }

    /// RFC 4226, appendix D.
    @Test func counterVectors() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        let totp = TOTP(secret: Self.secret, digits: 6)
        #expect((0..<10).map { totp.code(step: $0) } == codes)
    }

    @Test func oneStepEitherSideAndOnce() throws {
        let totp = try #require(TOTP(secret: Self.secret))
        let now = Instant(milliseconds: 1_234_567_890_000)
        let step = TOTP.step(at: now)
        for offset: Int64 in -3...3 {
            let accepted = totp.accept(totp.code(step: step + offset), at: now, after: nil)
            #expect(accepted == (abs(offset) <= 1 ? step + offset : nil))
        }
        let code = totp.code(step: step)
        #expect(totp.accept(code, at: now, after: step - 1) == step)
        #expect(totp.accept(code, at: now, after: step) == nil)
        #expect(totp.accept(code, at: now, after: step + 1) == nil)
        #expect(totp.accept(totp.code(step: step - 1), at: now, after: step) == nil)
    }

    @Test func typedForms() throws {
        let totp = try #require(TOTP(secret: Self.secret))
        let now = Instant(milliseconds: 59_000)
        #expect(totp.accept("287 082", at: now, after: nil) == 1)
        #expect(totp.accept("２８７０８２", at: now, after: nil) == 1)
        for wrong in [
            "", "28708", "2870820", "0287082", "-287082", "287082\0", "287082x", "٢٨٧٠٨٢",
            String(repeating: "2", count: 1000),
        ] {
            #expect(totp.accept(wrong, at: now, after: nil) == nil, "\(wrong)")
        }
        #expect(TOTP(secret: []) == nil)
        #expect(TOTP.step(at: Instant(milliseconds: -1)) == -1)
    }

    @Test func address() throws {
        let totp = try #require(TOTP(secret: Self.secret))
        #expect(totp.secretText == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            totp.uri(issuer: "留任: A&B", account: "li@example.com?x=1#")
                == "otpauth://totp/%E7%95%99%E4%BB%BB%3A%20A%26B:li%40example.com%3Fx%3D1%23"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E7%95%99%E4%BB%BB%3A%20A%26B&algorithm=SHA1&digits=6&period=30"
        )
        #expect(!"\(totp)".contains("GEZD") && TOTP().secret.count == 20)
    }

    @Test func recoveryCodes() throws {
        let codes = RecoveryCode.issue()
        #expect(codes.count == 10 && Set(codes.map(\.text)).count == 10)
        for code in codes {
            let typed = try #require(
                RecoveryCode(typed: " " + code.text.lowercased().replacing("0", with: "o").replacing("1", with: "l")))
            #expect(typed.matches(digest: code.digest) && typed.text == code.text)
            #expect(try #require(RecoveryCode(typed: code.text.replacing("-", with: ""))).digest == code.digest)
            #expect(codes.count { $0.matches(digest: code.digest) } == 1)
        }
        for wrong in ["", "ABCD-EFGH-JKMN", "ABCD-EFGH-JKMN-PQRU", "ABCD-EFGH-JKMN-PQRSS", "ABCD-EFGH-JKMN-PQR\0"] {
            #expect(RecoveryCode(typed: wrong) == nil)
        }
    }
}
