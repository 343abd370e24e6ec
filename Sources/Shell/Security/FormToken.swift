import Kernel

/// What a form carries to show that this server wrote it for this session: the guard against requests forged by other
/// sites.
///
/// `<expiry>.<code>`, the code over session, purpose and expiry. The expiry changes by the millisecond and the code with
/// it, so compressed pages give no two samples of one secret.
package struct FormToken: Sendable {
    private let keyring: Keyring

    package init(keyring: Keyring) { self.keyring = keyring }

    /// - Parameters:
    ///   - session: what only this session has, such as the digest of its token.
    ///   - purpose: what the form does: its route.
    package func text(session: [UInt8], purpose: String, until expiry: Instant) -> String {
        let code = keyring.authenticationCode(of: Self.message(session, purpose, expiry), for: .form)
        return String(expiry.milliseconds) + "." + Base64URL.text(code)
    }

    package func check(
        _ text: String, session: [UInt8], purpose: String, at now: Instant
    ) throws(SignatureRefusal) {
        let parts = text.utf8.count <= 128 ? text.split(separator: ".", omittingEmptySubsequences: false) : []
        guard parts.count == 2, let expiry = Instant(signed: parts[0]), let code = Base64URL.bytes(parts[1]),
            keyring.isAuthentic(code, of: Self.message(session, purpose, expiry), for: .form)
        else { throw .forged }
        guard now < expiry else { throw .expired }
    }

    private static func message(_ session: [UInt8], _ purpose: String, _ expiry: Instant) -> [UInt8] {
        Signature.message([Base64URL.text(session), purpose, String(expiry.milliseconds)])
    }
}
