import Kernel

/// A small value handed to the browser that cannot be changed there: `<payload>.<expiry>.<code>`.
///
/// Signed, not secret: whoever holds the cookie can read the payload. Each name is signed on its own, so the value of
/// one cookie is refused under another name.
package struct SignedCookie: Sendable {
    private let keyring: Keyring
    private let name: String

    package init(name: String, keyring: Keyring) {
        self.name = name
        self.keyring = keyring
    }

    package func text(_ payload: String, until expiry: Instant) -> String {
        let code = keyring.authenticationCode(of: message(payload, expiry), for: .cookie)
        return Base64URL.text(payload.utf8) + "." + String(expiry.milliseconds) + "." + Base64URL.text(code)
    }

    /// The payload of a value this server signed and that has not expired.
    package func payload(of text: String, at now: Instant) throws(SignatureRefusal) -> String {
        let parts = text.utf8.count <= 8192 ? text.split(separator: ".", omittingEmptySubsequences: false) : []
        guard parts.count == 3, let bytes = Base64URL.bytes(parts[0]),
            let payload = String(validating: bytes, as: UTF8.self), let expiry = Instant(signed: parts[1]),
            let code = Base64URL.bytes(parts[2]),
            keyring.isAuthentic(code, of: message(payload, expiry), for: .cookie)
        else { throw .forged }
        guard now < expiry else { throw .expired }
        return payload
    }

    private func message(_ payload: String, _ expiry: Instant) -> [UInt8] {
        Signature.message([name, payload, String(expiry.milliseconds)])
    }
}
