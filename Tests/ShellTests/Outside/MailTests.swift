import Foundation
import Kernel
import Testing

@testable import Shell

/// A mail with ordinary contents, where a test does not say otherwise.
func mail(
    to: [MailAddress]? = nil, subject: String = "Hello", text: String = "Hello.", html: String? = nil
) throws -> Mail {
    try Mail(
        key: "notice-17", written: Instant(milliseconds: 1_795_423_592_000),
        from: MailAddress("hr@example.com", name: "人力资源部"), to: to ?? [MailAddress("li@example.org")],
        subject: subject, text: text, html: html)
}

@Suite struct MailTests {
    @Test(arguments: [
        "a@b", "first.last+tag@example.com", "o'brien@example.co.uk", "x_y-z@sub.example.org", "1@2.cn",
    ])
    func addresses(_ text: String) throws {
        #expect(try MailAddress(text).address == text)
    }

    @Test(arguments: [
        "", "@", "a@", "@b", "a b@c.d", "a@b c", "a@b\r\nBcc: x@y.z", "<a@b>", "a@b>", "a@@b", "a,b@c", "a..b@c",
        ".a@b",
        "a.@b", "a@-b", "a@b-", "a@b..c", "a@b.", "a\0@b", "李@example.com", "a@例子.com", "\"a b\"@c",
        String(repeating: "a", count: 65) + "@b",
    ])
    func notAddresses(_ text: String) {
        #expect(throws: MailRefusal.unreadableAddress) { try MailAddress(text) }
    }

    @Test(arguments: ["a\r\nBcc: x@y.z", "a\nb", "a\rb", "a\u{2028}b", "a\u{85}b", "a\0b", "\n"])
    func nothingLeavesItsLine(_ text: String) throws {
        #expect(throws: MailRefusal.controlCharacter(.subject)) { try mail(subject: text) }
        #expect(throws: MailRefusal.controlCharacter(.name)) { try MailAddress("a@b", name: text) }
        #expect(throws: MailRefusal.controlCharacter(.key)) {
            try Mail(
                key: text, written: Instant(milliseconds: 0), from: MailAddress("a@b"), to: [MailAddress("a@b")],
                subject: "", text: "")
        }
    }

    @Test func needsARecipient() {
        #expect(throws: MailRefusal.noRecipient) { try mail(to: []) }
    }

    @Test func plainMessage() throws {
        let mail = try Mail(
            key: "k", written: Instant(milliseconds: 0), from: MailAddress("a@b.c"),
            to: [MailAddress("d@e.f"), MailAddress("g@h.i", name: "G \"x\" \\ I")], subject: "Hi",
            text: "One\nTwo = 2 \n")
        let expected = """
            Date: Thu, 1 Jan 1970 00:00:00 +0000
            From: a@b.c
            To: d@e.f,
             "G \\"x\\" \\\\ I"
             <g@h.i>
            Subject: Hi
            Message-ID: <k@b.c>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            One
            Two =3D 2=20

            """
        #expect(String(decoding: mail.message, as: UTF8.self) == expected.replacing("\n", with: "\r\n"))
    }

    /// The example of RFC 5322 § 3.3 and edges of the calendar.
    @Test(arguments: [
        (880_127_706_000, "Fri, 21 Nov 1997 15:55:06 +0000"), (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 +0000"),
        (1_767_225_599_999, "Wed, 31 Dec 2025 23:59:59 +0000"), (-1000, "Wed, 31 Dec 1969 23:59:59 +0000"),
    ])
    func dates(milliseconds: Int64, text: String) {
        #expect(Mail.date(Instant(milliseconds: milliseconds)) == text)
    }

    /// Rules of RFC 2045 § 6.7 for texts chosen to sit at the edges.
    @Test(arguments: 70...80)
    func quotedPrintableEdges(length: Int) {
        for end in ["", " ", "=", "é", "\t"] {
            let text = String(repeating: "x", count: length) + end
            let lines = MailBody.quotedPrintable(Array("\(text)\r\n\(text)".utf8))
            #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasSuffix(" ") && !$0.hasSuffix("\t") })
        }
    }
}
