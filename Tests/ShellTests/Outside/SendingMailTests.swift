import Foundation
import Kernel
import Testing

@testable import Shell

@Suite(.serialized) struct SendingMailTests {
    private static let accepting = Result { try MailPeer("accept") }

    static let texts = [
        "Hello.", "", "\n", ".\n..\n.hidden\n", "转正提醒：李雷的试用期将于 2026-12-01 结束。\n请及时处理。\n",
        String(repeating: "很长的一行，没有换行。", count: 200), String(repeating: "word = ", count: 500),
        "mixed\r\nline\rends\nand tabs\t\n \n", "emoji 👩‍👩‍👧‍👦 and 𠮷 and e\u{301}", "From the start\n=20\n=?UTF-8?B?xx?=\n",
    ]

    /// Sent through a real server and read by Python's mail package, every text arrives as it was written.
    @Test(arguments: texts)
    func arrivesAsWritten(_ text: String) async throws {
        let peer = try Self.accepting.get()
        try await peer.server().send(mail(subject: "S", text: text, html: "<p>\(text)</p>"))
        let seen = try peer.taken()
        let expected = text.replacing(try Regex("\r\n|\r"), with: "\n")
        #expect(seen.parts.map(\.type) == ["text/plain", "text/html"])
        #expect(seen.parts[0].text.trimmingOneLineEnd == expected.trimmingOneLineEnd)
        #expect(seen.parts[1].text.trimmingOneLineEnd == "<p>\(expected)</p>")
        #expect(seen.ascii && seen.bare == 0 && seen.longest <= 78 && seen.defects.isEmpty)
    }

    @Test(arguments: [
        "Hi", "转正提醒", String(repeating: "合同到期提醒", count: 30), "=?UTF-8?B?5L2g?=", "a  b", " leading", "x 👩‍👩‍👧‍👦 y",
        String(repeating: "long plain subject ", count: 20) + "end", "\"quoted\", <angle>; (comment)", "",
    ])
    func headersArriveAsWritten(_ subject: String) async throws {
        let peer = try Self.accepting.get()
        let recipients = try [
            MailAddress("li@example.org", name: subject), MailAddress("han@example.org"),
            MailAddress("wei@example.org", name: "Wei, \"the\" \\ third"),
        ]
        try await peer.server().send(mail(to: recipients, subject: subject))
        let seen = try peer.taken()
        #expect(seen.headers["Subject"] == subject)
        #expect(seen.from == [["人力资源部", "hr@example.com"]])
        #expect(seen.to == recipients.map { [$0.name ?? "", $0.address] })
        #expect(seen.sender == "<hr@example.com>")
        #expect(seen.recipients == recipients.map { "<\($0.address)>" })
        #expect(seen.headers["Message-ID"] == "<notice-17@example.com>")
        #expect(seen.date == 1_795_423_592)
        #expect(seen.ascii && seen.longest <= 78 && seen.defects.isEmpty)
    }

    @Test(arguments: [("starttls", SMTPServer.Encryption.startTLS), ("tls", .tls)])
    func encrypted(mode: String, encryption: SMTPServer.Encryption) async throws {
        let peer = try MailPeer(mode)
        try await peer.server(encryption).send(mail())
        #expect(try peer.taken().recipients == ["<li@example.org>"])
        await #expect(throws: MailRefusal.notTrusted(host: "127.0.0.1")) {
            try await peer.server(encryption, trusted: false).send(mail())
        }
    }

    @Test func encryptionIsNeverOptional() async throws {
        let peer = try MailPeer("accept")
        for encryption in [SMTPServer.Encryption.startTLS, .tls] {
            await #expect(throws: MailRefusal.noEncryption(host: "127.0.0.1")) {
                try await peer.server(encryption).send(mail())
            }
        }
    }

    @Test func signsIn() async throws {
        let peer = try MailPeer("auth")
        let right = try credentials("open sesame\n")
        try await peer.server(.startTLS, credentials: right).check()
        try await peer.server(.startTLS, credentials: right).send(mail())
        _ = try peer.taken()
        let wrong = try credentials("open barley")
        await #expect(throws: MailRefusal.signInRefused(host: "127.0.0.1")) {
            try await peer.server(.startTLS, credentials: wrong).send(mail())
        }
        await #expect(throws: MailRefusal.signInRefused(host: "127.0.0.1")) {
            try await peer.server(.startTLS, credentials: wrong).check()
        }
        await #expect(throws: MailRefusal.declined(host: "127.0.0.1", status: 530)) {
            try await peer.server(.startTLS).send(mail())
        }
    }

    @Test(arguments: [
        ("close-greeting", MailRefusal.brokenOff(host: "127.0.0.1")), ("close-data", .brokenOff(host: "127.0.0.1")),
        ("garbage", .brokenOff(host: "127.0.0.1")), ("busy", .busy(host: "127.0.0.1", status: 421)),
        ("refuse-recipient", .declined(host: "127.0.0.1", status: 550)),
        ("refuse-data", .declined(host: "127.0.0.1", status: 554)),
        ("hang-greeting", .tooSlow(host: "127.0.0.1", seconds: 1)),
        ("hang-data", .tooSlow(host: "127.0.0.1", seconds: 1)),
    ])
    func peersThatFail(mode: String, refusal: MailRefusal) async throws {
        let peer = try MailPeer(mode)
        await #expect(throws: refusal) { try await peer.server(timeout: 1).send(mail()) }
    }

    /// The mail was taken; that the server never says goodbye changes nothing.
    @Test func farewellIsNotAwaitedForever() async throws {
        let peer = try MailPeer("hang-quit")
        let start = ContinuousClock.now
        try await peer.server(timeout: 2).send(mail())
        #expect(start.duration(to: .now) < .seconds(20))
        _ = try peer.taken()
    }

    @Test func nobodyListens() async throws {
        let server = try SMTPServer(host: "127.0.0.1", port: 1, encryption: .none)
        await #expect(throws: MailRefusal.unreachable(host: "127.0.0.1")) { try await server.send(mail()) }
        await #expect(throws: MailRefusal.unreachable(host: "127.0.0.1")) { try await server.check() }
        let nowhere = try SMTPServer(host: "mail.invalid", port: 25, encryption: .none)
        await #expect(throws: MailRefusal.unknownHost("mail.invalid")) { try await nowhere.send(mail()) }
    }

    @Test func cancelling() async throws {
        let peer = try MailPeer("hang-greeting")
        let server = try peer.server(timeout: 60)
        let letter = try mail()
        let start = ContinuousClock.now
        // More than the lane is wide: some still wait for their turn.
        await withTaskGroup(of: MailRefusal?.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    do throws(MailRefusal) { try await server.send(letter) } catch { return error }
                    return nil
                }
            }
            try? await Task.sleep(for: .milliseconds(200))
            group.cancelAll()
            for await refusal in group { #expect(refusal == .cancelled) }
        }
        #expect(start.duration(to: .now) < .seconds(20))
    }

    /// Half a mail is no mail: the server must see the connection break, not the end of the text.
    @Test func cancellingInTheMiddleDeliversNothing() async throws {
        let peer = try MailPeer("slow-data")
        let server = try peer.server(timeout: 60)
        let letter = try mail(text: String(repeating: "很长的一封信。", count: 300_000))
        let task = Task { try await server.send(letter) }
        #expect(peer.peer.nextLine() == "data")
        task.cancel()
        await #expect(throws: MailRefusal.cancelled) { try await task.value }
        #expect(peer.peer.nextLine() == "broken off")
    }

    @Test func settings() throws {
        for host in ["", "a b", "a/b", "a\r\nb", "-a", "smtp.example.com:25"] {
            #expect(throws: MailRefusal.unusableHost) { try SMTPServer(host: host, port: 25, encryption: .none) }
        }
        #expect(throws: MailRefusal.unusableHost) { try SMTPServer(host: "a", port: 0, encryption: .none) }
        let credentials = try credentials("secret word")
        #expect(throws: MailRefusal.passwordUnencrypted) {
            try SMTPServer(host: "smtp.example.com", port: 25, encryption: .none, credentials: credentials)
        }
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!"\(credentials) \(String(reflecting: credentials)) \(dumped)".contains("secret"))
        for path in ["/nonexistent", "/"] {
            #expect(throws: MailRefusal.passwordUnreadable(path: path)) {
                try SMTPServer.Credentials(user: "u", passwordFile: path)
            }
        }
        #expect(throws: MailRefusal.self) { try self.credentials("two\nlines") }
        #expect(throws: MailRefusal.self) { try self.credentials("") }
    }

    private func credentials(_ password: String) throws -> SMTPServer.Credentials {
        let file = FileManager.default.temporaryDirectory.appending(path: "tenure-password-\(UUID())")
        try Data(password.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try SMTPServer.Credentials(user: "tenure", passwordFile: file.path())
    }
}

extension String {
    /// A mail ends with a line end of its own.
    fileprivate var trimmingOneLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
