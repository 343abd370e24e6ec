import Foundation
import Kernel

extension Mail {
    /// The mail as it travels: RFC 5322 with MIME (RFC 2045–2047), every line ended by CRLF and at most 76 characters
    /// long where the text allows it, ASCII only. Lines that begin with a dot are left to the transport.
    package var message: [UInt8] {
        var lines = [
            "Date: \(Self.date(written))",
            MailHeader.addresses("From", [from]),
            MailHeader.addresses("To", to),
            MailHeader.text("Subject", subject),
            "Message-ID: <\(key)@\(from.domain)>",
            // Out-of-office notes are not answered to a machine: RFC 3834 § 5.
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ]
        let plain = MailBody(text, type: "text/plain")
        if let html {
            lines += ["Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", ""]
            for part in [plain, MailBody(html, type: "text/html")] {
                lines.append("--\(boundary)")
                lines += part.lines
            }
            lines.append("--\(boundary)--")
        } else {
            lines += plain.lines
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// `=_` can occur neither in quoted-printable nor in base64 (RFC 2045 § 6.7).
    private var boundary: String { "=_\(key)" }

    /// `Mon, 23 Nov 2026 08:46:32 +0000`, RFC 5322 § 3.3.
    static func date(_ instant: Instant) -> String {
        let day = instant.day(in: .gmt)
        let seconds = Int(instant.timeOfDay(in: .gmt) / 1000)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // Day 0 is 1970-01-01, a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][(day.number % 7 + 7) % 7]
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(padded).joined(separator: ":")
        return "\(weekday), \(day.dayOfMonth) \(months[day.monthOfYear - 1]) \(day.year) \(time) +0000"
    }
}
