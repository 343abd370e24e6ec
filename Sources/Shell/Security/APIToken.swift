import Crypto

/// A token for programs: `tnr_`, 52 characters of 256 random bits and 8 of a checksum.
///
/// The prefix lets secret scanners find one that was published by mistake; the checksum lets the server refuse a
/// mistyped or made-up one without asking the database. It is no proof: the digest must still be found there.
package struct APIToken: Sendable, Concealed {
    private let bytes: [UInt8]

    static let prefix = "tnr_"

    /// A new one.
    package init(from random: RandomBytes) { bytes = random(Token.length) }

    package init() { self.init(from: SystemRandom.bytes) }

    /// The token a program presents; nil when the prefix, the length or the checksum is wrong. The case of the letters
    /// does not matter.
    package init?(text: some StringProtocol) {
        guard text.utf8.count == 64, text.lowercased().hasPrefix(Self.prefix) else { return nil }
        let body = text.dropFirst(Self.prefix.count)
        guard let bytes = Base32.bytes(body.prefix(52)), let sum = Base32.bytes(body.dropFirst(52)),
            ConstantTime.equal(sum, Self.checksum(bytes))
        else { return nil }
        self.bytes = bytes
    }

    /// What the program is given, shown once.
    package var text: String { Self.prefix + (Base32.text(bytes) + Base32.text(Self.checksum(bytes))).lowercased() }

    /// The beginning, to tell one's tokens apart in a list; it gives away 20 of 256 bits.
    package var hint: String { String(text.prefix(8)) + "…" }

    /// 32 bytes to store and to look up by.
    package var digest: [UInt8] { Token.digest(of: Array(Self.prefix.utf8) + bytes) }

    private static func checksum(_ bytes: [UInt8]) -> [UInt8] {
        Array(Token.digest(of: Array("\(prefix)checksum".utf8) + bytes).prefix(5))
    }
}

extension APIToken: Equatable {
    package static func == (left: Self, right: Self) -> Bool { ConstantTime.equal(left.bytes, right.bytes) }
}
