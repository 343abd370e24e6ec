import Foundation
import Testing

@testable import Shell

/// What Python's mail reader found in a mail the peer took.
struct SeenMail: Decodable {
    struct Part: Decodable {
        let type: String
        let encoding: String
        let text: String
    }

    let sender: String
    let recipients: [String]
    let headers: [String: String]
    let from: [[String]]
    let to: [[String]]
    let date: Int
    let parts: [Part]
    let longest: Int
    let bare: Int
    let ascii: Bool
    let defects: [String]
}

/// The mail server of the tests.
struct MailPeer: Sendable {
    let peer: Peer

    init(_ mode: String) throws {
        let encrypted = ["starttls", "tls", "auth"].contains(mode)
        peer = try Peer("mail_peer.py", encrypted ? [mode, TestCertificate.path] : [mode])
    }

    func server(
        _ encryption: SMTPServer.Encryption = .none, credentials: SMTPServer.Credentials? = nil, trusted: Bool = true,
        timeout: Int = 10
    ) throws -> SMTPServer {
        try SMTPServer(
            host: "127.0.0.1", port: peer.port, encryption: encryption, credentials: credentials,
            trustedRoots: trusted && encryption != .none ? TestCertificate.path : nil, timeout: timeout)
    }

    func taken() throws -> SeenMail {
        let line = try #require(peer.nextLine())
        return try JSONDecoder().decode(SeenMail.self, from: Data(line.utf8))
    }
}
