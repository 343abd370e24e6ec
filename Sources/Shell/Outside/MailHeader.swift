import Foundation

/// Header lines: folded, and encoded where they are not plain ASCII.
enum MailHeader {
    /// A header of free text such as the subject.
    static func text(_ name: String, _ value: String) -> String {
        let plain = "\(name): \(value)"
        return isPlain(value) && plain.utf8.count <= 76
            ? plain : "\(name): " + words(value, firstLine: name.utf8.count + 2)
    }

    /// A header that lists mailboxes, one on each line.
    static func addresses(_ name: String, _ addresses: [MailAddress]) -> String {
        "\(name): " + addresses.map { mailbox($0, indent: name.utf8.count + 2) }.joined(separator: ",\r\n ")
    }

    private static func mailbox(_ mailbox: MailAddress, indent: Int) -> String {
        guard let name = mailbox.name else { return mailbox.address }
        let shown: String
        if isPlain(name), name.utf8.count <= 60 {
            let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            shown = "\"\(escaped)\""
        } else {
            shown = words(name, firstLine: indent)
        }
        return "\(shown)\r\n <\(mailbox.address)>"
    }

    /// Visible ASCII that no reader takes for an encoded word.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { 0x20...0x7e ~= $0 } && !text.contains("=?") && text.first != " " && text.last != " "
    }

    /// Encoded words of RFC 2047 in base64, each at most 75 characters and of whole characters, one on each line.
    private static func words(_ text: String, firstLine used: Int) -> String {
        let frame = "=?UTF-8?B??=".utf8.count
        var words: [String] = []
        var bytes: [UInt8] = []
        // Three bytes become four characters.
        func room() -> Int { (76 - (words.isEmpty ? used : 1) - frame) / 4 * 3 }
        func close() {
            words.append("=?UTF-8?B?\(Data(bytes).base64EncodedString())?=")
            bytes = []
        }
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if bytes.count + next.count > room() { close() }
            bytes += next
        }
        close()
        return words.joined(separator: "\r\n ")
    }
}
