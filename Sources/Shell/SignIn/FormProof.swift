import Kernel

/// Ties forms to the session they were shown in.
package struct FormProof: Sendable {
    let keyring: Keyring
    /// The digest of the session's token.
    let session: [UInt8]
    let now: Instant

    private static let purpose = "form"
    /// As long as a session can last.
    private static let lifetime: Int64 = 12 * 3_600_000

    package init(keyring: Keyring, session: [UInt8], now: Instant) {
        self.keyring = keyring
        self.session = session
        self.now = now
    }

    /// What a form of this session carries.
    package var text: String {
        FormToken(keyring: keyring).text(
            session: session, purpose: Self.purpose, until: now.adding(milliseconds: Self.lifetime))
    }

    func check(_ text: String) throws(SignatureRefusal) {
        try FormToken(keyring: keyring).check(text, session: session, purpose: Self.purpose, at: now)
    }
}
