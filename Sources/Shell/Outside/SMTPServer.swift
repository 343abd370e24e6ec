import Foundation

/// The company's mail server, as the administrator configured it.
package struct SMTPServer: Sendable {
    /// How the connection is encrypted. There is no "if possible": a server that does not offer what is asked gets
    /// nothing.
    package enum Encryption: String, Sendable, CaseIterable {
        case none
        /// Begins in the clear and switches before anything is said; usually port 587.
        case startTLS = "starttls"
        /// From the first byte; usually port 465.
        case tls
    }

    /// Who signs in. Prints nothing of itself.
    package struct Credentials: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
        let user: String
        let password: String

        /// Reads the password from a file of one line.
        /// - Throws: `passwordUnreadable`.
        package init(user: String, passwordFile path: String) throws(MailRefusal) {
            guard let data = FileManager.default.contents(atPath: path), data.count <= 4096,
                let text = String(data: data, encoding: .utf8)
            else { throw .passwordUnreadable(path: path) }
            let line = text.hasSuffix("\r\n") || text.hasSuffix("\n") ? String(text.dropLast()) : text
            guard !line.isEmpty, line.isFreeOfControls, user.isFreeOfControls else {
                throw .passwordUnreadable(path: path)
            }
            self.user = user
            password = line
        }

        /// - Throws: `controlCharacter` for what could leave its line; the password is one line too.
        package init(_ user: String, _ password: String) throws(MailRefusal) {
            guard user.isFreeOfControls, password.isFreeOfControls, !password.isEmpty else {
                throw .controlCharacter(.credentials)
            }
            self.user = user
            self.password = password
        }

        package var description: String { "Credentials" }
        package var debugDescription: String { description }
        package var customMirror: Mirror { Mirror(self, children: []) }
    }

    package let host: String
    package let port: Int
    package let encryption: Encryption
    package let credentials: Credentials?
    /// Trusted roots in place of the system's, as a PEM file.
    package let trustedRoots: String?
    /// For one mail, in seconds.
    package let timeout: Int

    /// - Throws: `unusableHost`; `passwordUnencrypted` for credentials without encryption, except to this machine.
    package init(
        host: String, port: Int, encryption: Encryption, credentials: Credentials? = nil, trustedRoots: String? = nil,
        timeout: Int = 30
    ) throws(MailRefusal) {
        guard MailAddress.isHostName(host) || NetworkAddress(host) != nil, 1...65535 ~= port else {
            throw .unusableHost
        }
        guard credentials == nil || encryption != .none || ["localhost", "127.0.0.1", "::1"].contains(host) else {
            throw .passwordUnencrypted
        }
        self.host = host
        self.port = port
        self.encryption = encryption
        self.credentials = credentials
        self.trustedRoots = trustedRoots
        self.timeout = timeout
    }
}
