/// A way in for who lost the phone: works once, 80 random bits, written to be copied by hand.
///
/// Letters are those of Crockford's alphabet, which has no I, L, O and U; who types them anyway is understood.
package struct RecoveryCode: Sendable, Concealed {
    private let letters: [UInt8]

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let length = 16

    /// Ten fresh codes, for showing once; store their digests.
    package static func issue(from random: RandomBytes) -> [RecoveryCode] {
        (0..<10).map { _ in RecoveryCode(letters: random(length).map { alphabet[Int($0 & 31)] }) }
    }

    package static func issue() -> [RecoveryCode] { issue(from: SystemRandom.bytes) }

    private init(letters: [UInt8]) { self.letters = letters }

    /// What somebody typed, in any case, with or without the hyphens; nil if it cannot be a code.
    package init?(typed: String) {
        guard typed.utf8.count <= 64 else { return nil }
        var letters: [UInt8] = []
        for byte in String(typed.folded).uppercased().utf8 {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: " "): continue
            case UInt8(ascii: "O"): letters.append(UInt8(ascii: "0"))
            case UInt8(ascii: "I"), UInt8(ascii: "L"): letters.append(UInt8(ascii: "1"))
            default:
                guard Self.alphabet.contains(byte) else { return nil }
                letters.append(byte)
            }
        }
        guard letters.count == Self.length else { return nil }
        self.letters = letters
    }

    /// `7K3M-90QX-…`: four groups of four.
    package var text: String {
        stride(from: 0, to: Self.length, by: 4).map { String(decoding: letters[$0..<($0 + 4)], as: UTF8.self) }
            .joined(separator: "-")
    }

    /// 32 bytes to store and to look up by. SHA-256 is enough against 80 random bits.
    package var digest: [UInt8] { Token.digest(of: Array("recovery code ".utf8) + letters) }

    /// Whether this is the code of a stored digest.
    package func matches(digest stored: [UInt8]) -> Bool { ConstantTime.equal(digest, stored) }
}
