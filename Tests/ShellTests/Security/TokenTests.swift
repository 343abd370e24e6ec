import Testing

@testable import Shell

struct TokenTests {
    @Test func roundTrip() throws {
        let token = Token()
        #expect(token.text.utf8.count == 43)
        let again = try #require(Token(text: token.text))
        #expect(again == token && again.matches(digest: token.digest) && token.digest.count == 32)
        #expect(Token() != token && !Token().matches(digest: token.digest))
        #expect(!token.matches(digest: []) && !token.matches(digest: Array(token.digest.dropLast())))
    }

    /// FIPS 180-2, appendix B.1.
    @Test func digest() {
        #expect(
            Token.digest(of: Array("abc".utf8)).hexText
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func hostileTexts() {
        let text = Token().text
        for wrong in [
            "", text + "A", String(text.dropLast()), text.dropLast() + "=", text.dropLast() + "\0",
            "é" + text.dropFirst(2),
        ] {
            #expect(Token(text: String(wrong)) == nil)
        }
        // The last letter carries two bits that must be zero: one writing for each token.
        #expect(Token(text: String(repeating: "A", count: 42) + "B") == nil)
    }

    @Test func programTokens() throws {
        let token = APIToken()
        #expect(token.text.hasPrefix("tnr_") && token.text.utf8.count == 64)
        #expect(try #require(APIToken(text: token.text)) == token)
        #expect(try #require(APIToken(text: token.text.uppercased())).digest == token.digest)
        #expect(token.hint.count == 9)
        // Every letter of it, mistyped.
        for index in token.text.indices {
            var letters = Array(token.text)
            let place = token.text.distance(from: token.text.startIndex, to: index)
            letters[place] = letters[place] == "a" ? "b" : "a"
            #expect(APIToken(text: String(letters)) == nil)
        }
        for wrong in ["", "tnr_", String(repeating: "a", count: 64), "tnr_" + String(repeating: "é", count: 30)] {
            #expect(APIToken(text: wrong) == nil)
        }
    }

    /// Nothing secret in what is printed, interpolated, reflected or dumped.
    @Test func nothingShows() throws {
        let token = Token()
        let program = APIToken()
        var dumped = ""
        dump([Redacted(token.text)], to: &dumped)
        dump(token, to: &dumped)
        dump(program, to: &dumped)
        dump(Keyring.generated(), to: &dumped)
        let printed = "\(token) \(program) \(Redacted("Li Lei 13800138000")) \(String(reflecting: [Redacted(7)]))"
        for text in [dumped, printed] {
            for secret in [token.text, program.text, "Li Lei", "138", "bytes", "7"] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
        #expect(Redacted("x").value == "x" && Redacted("x") == Redacted("x"))
    }
}
