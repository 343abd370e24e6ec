import Kernel

/// One mail: who, what, and when it was written.
package struct Mail: Sendable, Hashable {
    /// Says which mail this is. Sending the same one again keeps its `Message-ID`, so a mail that arrives twice after
    /// a broken connection is shown once.
    package let key: String
    package let written: Instant
    package let from: MailAddress
    package let to: [MailAddress]
    package let subject: String
    /// For every reader.
    package let text: String
    /// The same for readers that show pages.
    package let html: String?

    /// - Parameter key: 1 to 60 letters, digits, `-` and `_`; different for every mail.
    /// - Throws: `noRecipient`, and `controlCharacter` for subject and key.
    package init(
        key: String, written: Instant, from: MailAddress, to: [MailAddress], subject: String, text: String,
        html: String? = nil
    ) throws(MailRefusal) {
        guard 1...60 ~= key.utf8.count,
            key.utf8.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
        else { throw .controlCharacter(.key) }
        guard !to.isEmpty else { throw .noRecipient }
        guard subject.isFreeOfControls else { throw .controlCharacter(.subject) }
        self.key = key
        self.written = written
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
    }
}
