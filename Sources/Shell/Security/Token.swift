import Crypto

/// 256 random bits that open something for whoever holds them: a session, an invitation, a way to a new password.
///
/// The text goes to the holder, the digest to the database; who reads the database holds no token. A plain SHA-256 is
/// enough because there is nothing to guess in 256 random bits.
package struct Token: Sendable, Concealed {
    private let bytes: [UInt8]

    static let length = 32

    /// A new one.
    package init(from random: RandomBytes) { bytes = random(Self.length) }

    package init() { self.init(from: SystemRandom.bytes) }

    /// The token a holder presents; nil for text that cannot be one.
    package init?(text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(text), bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// 43 characters that need no escaping in an address, a cookie or a mail.
    package var text: String { Base64URL.text(bytes) }

    /// 32 bytes to store and to look up by.
    package var digest: [UInt8] { Self.digest(of: bytes) }

    /// SHA-256, 32 bytes.
    static func digest(of bytes: [UInt8]) -> [UInt8] { [UInt8](SHA256.hash(data: bytes)) }

    /// Whether this is the token of a stored digest, in time that does not depend on the answer.
    package func matches(digest stored: [UInt8]) -> Bool { ConstantTime.equal(digest, stored) }
}

extension Token: Equatable {
    package static func == (left: Self, right: Self) -> Bool { ConstantTime.equal(left.bytes, right.bytes) }
}
