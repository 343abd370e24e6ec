import Kernel
import Testing

@testable import Shell

struct SignatureTests {
    static let now = Instant(milliseconds: 1_800_000_000_000)
    static let later = now.adding(milliseconds: 60_000)
    let ring = Keyring.generated()

    @Test func cookies() throws {
        let cookie = SignedCookie(name: "language", keyring: ring)
        for payload in ["", "zh", "a.b;c=\"留任\"\0"] {
            let text = cookie.text(payload, until: Self.later)
            #expect(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3B && $0 != 0x2C })
            #expect(try cookie.payload(of: text, at: Self.now) == payload)
            #expect(throws: SignatureRefusal.expired) { try cookie.payload(of: text, at: Self.later) }
            #expect(throws: SignatureRefusal.forged) {
                try SignedCookie(name: "theme", keyring: ring).payload(of: text, at: Self.now)
            }
            #expect(throws: SignatureRefusal.forged) {
                try SignedCookie(name: "language", keyring: .generated()).payload(of: text, at: Self.now)
            }
        }
    }

    @Test func everyChangedLetterIsSeen() {
        let text = SignedCookie(name: "c", keyring: ring).text("zh", until: Self.later)
        for (place, letter) in text.enumerated() {
            var letters = Array(text)
            letters[place] = letter == "1" ? "2" : "1"
            #expect(throws: SignatureRefusal.forged) {
                try SignedCookie(name: "c", keyring: ring).payload(of: String(letters), at: Self.now)
            }
        }
        for wrong in [
            "", ".", "..", "...", text + ".", "." + text, text + "A", " " + text, text.replacing(".18", with: ".+18"),
            String(repeating: "x.", count: 9000),
        ] {
            #expect(throws: SignatureRefusal.forged) {
                try SignedCookie(name: "c", keyring: ring).payload(of: wrong, at: Self.now)
            }
        }
    }

    @Test func forms() throws {
        let forms = FormToken(keyring: ring)
        let text = forms.text(session: [1, 2, 3], purpose: "POST /people", until: Self.later)
        try forms.check(text, session: [1, 2, 3], purpose: "POST /people", at: Self.now)
        #expect(throws: SignatureRefusal.expired) {
            try forms.check(text, session: [1, 2, 3], purpose: "POST /people", at: Self.later)
        }
        for (session, purpose) in [([1, 2], "POST /people"), ([1, 2, 3], "POST /units"), ([], "")]
            as [([UInt8], String)]
        {
            #expect(throws: SignatureRefusal.forged) {
                try forms.check(text, session: session, purpose: purpose, at: Self.now)
            }
        }
        // A longer life written in by hand.
        let stretched = "9" + text
        #expect(throws: SignatureRefusal.forged) {
            try forms.check(stretched, session: [1, 2, 3], purpose: "POST /people", at: Self.now)
        }
        // A cookie is no form token.
        let cookie = SignedCookie(name: "POST /people", keyring: ring).text("x", until: Self.later)
        #expect(throws: SignatureRefusal.forged) {
            try forms.check(cookie, session: [1, 2, 3], purpose: "POST /people", at: Self.now)
        }
    }

    @Test func partsCannotBeMoved() {
        #expect(Signature.message(["a", "bc"]) != Signature.message(["ab", "c"]))
        #expect(Signature.message(["1:a"]) != Signature.message(["", "a"]))
        #expect(Signature.message(["a"]) != Signature.message(["a", ""]))
    }

    @Test func constantTime() {
        #expect(ConstantTime.equal([UInt8](), []) && ConstantTime.equal([1, 2], [1, 2]))
        #expect(
            !ConstantTime.equal([1, 2], [1, 3]) && !ConstantTime.equal([1], [1, 2]) && !ConstantTime.equal([], [0]))
    }
}
