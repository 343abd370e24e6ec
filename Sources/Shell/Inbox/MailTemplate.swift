import Kernel
import SQL

/// A kind of mail whose words the company may change. A room lists its own in ``Room/mails``.
package struct MailTemplate: Sendable {
    /// `inbox.digest`: stored, never renamed.
    package let code: String
    package let name: Phrase
    /// When it is sent and to whom.
    package let note: Phrase
    package let names: [TemplateName]
    /// What it says unless somebody changed it.
    package let subject: Phrase
    package let body: Phrase
    /// Values to look at it with.
    package let sample: @Sendable (Language) -> TemplateValues

    package init(
        _ code: String, _ name: Phrase, note: Phrase, names: [TemplateName], subject: Phrase, body: Phrase,
        sample: @escaping @Sendable (Language) -> TemplateValues
    ) {
        self.code = code
        self.name = name
        self.note = note
        self.names = names
        self.subject = subject
        self.body = body
        self.sample = sample
    }

    /// The longest subject, in characters; a mail reader shows fewer.
    static let longestSubject = 200

    /// A subject is one line, whatever is filled in.
    static func line(_ text: String) -> String {
        let one = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        return String(one.unicodeScalars.filter { $0.value >= 0x20 && !(0x7f...0x9f ~= $0.value) }.map(Character.init))
    }
}

/// A template's words as they stand, ready to be filled in.
package struct MailWording: Sendable {
    private let subject: MailText
    private let body: MailText

    /// What the company wrote, or the words it came with.
    package init(_ template: MailTemplate, _ language: Language, _ tx: Transaction) throws {
        let own = try tx.first(
            "select subject, body from mail_templates where code = \(template.code) and language = \(language)"
        ) { row in (subject: try row.value(String.self), body: try row.value(String.self)) }
        if let own, let wording = try? MailWording(template, subject: own.subject, body: own.body) {
            self = wording
        } else {
            // Words of an older version may use a name that is no longer offered; the mail goes out all the same.
            try self.init(template, subject: template.subject[language], body: template.body[language])
        }
    }

    init(_ template: MailTemplate, subject: String, body: String) throws(MailTextRefusal) {
        self.subject = try MailText(subject, names: template.names)
        self.body = try MailText(body, names: template.names)
    }

    /// - Parameter key: says which mail this is; see ``OutgoingMail/key``.
    package func mail(
        _ key: String, to address: String, _ values: TemplateValues, at written: Instant
    ) -> OutgoingMail {
        let (subject, text) = filled(values)
        return OutgoingMail(key: key, to: address, subject: subject, text: text, written: written)
    }

    func filled(_ values: TemplateValues) -> (subject: String, text: String) {
        (
            String(MailTemplate.line(subject.filled(values)).prefix(MailTemplate.longestSubject)),
            body.filled(values)
        )
    }
}
