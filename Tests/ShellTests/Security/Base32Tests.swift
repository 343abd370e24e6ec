import Testing

@testable import Shell

struct Base32Tests {
    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI======"),
    ])
    func vectors(plain: String, encoded: String) {
        #expect(Base32.text(plain.utf8, isPadded: true) == encoded)
        #expect(Base32.bytes(encoded) == Array(plain.utf8))
        #expect(Base32.bytes(encoded.lowercased().filter { $0 != "=" }) == Array(plain.utf8))
    }

    @Test(arguments: [
        "M", "MZX", "MZXW6Y", "MZ======", "MY=====", "M1======", "MY======MY======", "MY\0", "留", "MY=X", "========",
    ])
    func refusesAnythingElse(text: String) {
        #expect(Base32.bytes(text) == nil)
    }

    /// RFC 4648, sections 5 and 10; bytes 251 to 255 give the two letters that differ from plain Base64.
    @Test func base64URL() {
        for length in 0..<100 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: 255 - $0 * 7) }
            #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
        }
        #expect(Base64URL.text([251, 255, 254]) == "-__-")
        for wrong in ["+__-", "A", "AB", "Zg==", "Zm9v\n", "Zm 9v", "é123"] {
            #expect(Base64URL.bytes(wrong) == nil, "\(wrong)")
        }
    }
}
