import Kernel

/// A mail of the house to one person, as plain text.
package struct OutgoingMail: Sendable, Hashable {
    /// Says which mail this is; sent again after a broken connection it keeps it, so readers show it once.
    package let key: String
    package let to: String
    package let subject: String
    package let text: String
    package let written: Instant

    package init(key: String, to: String, subject: String, text: String, written: Instant) {
        self.key = key
        self.to = to
        self.subject = subject
        self.text = text
        self.written = written
    }
}
