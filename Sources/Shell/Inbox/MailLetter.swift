import Kernel
import SQL

/// One mail about somebody's inbox.
struct MailLetter: Sendable {
    let account: ID<Account>
    let mail: OutgoingMail
    let notices: [ID<InboxNotice>]
    let isDigest: Bool

    /// How many are listed.
    private static let most = 30

    init(digest open: [OpenNotice], to recipient: MailRecipient, _ wordings: MailWordings, _ house: House) {
        let listed = open.prefix(Self.most)
        var values = Self.common(recipient, house)
        values["today"] = .text("\(house.today)")
        values["count"] = .text(String(open.count))
        values["more"] = .text(open.count > listed.count ? String(open.count - listed.count) : "")
        values["tasks"] = .list(listed.map { Self.values($0, recipient, house) })
        account = recipient.account
        notices = open.map(\.id)
        isDigest = true
        mail = wordings.digest(recipient.language).mail(
            "digest-\(recipient.account)-\(house.today)", to: recipient.address, values, at: house.now)
    }

    init(urgent notice: OpenNotice, to recipient: MailRecipient, _ wordings: MailWordings, _ house: House) {
        account = recipient.account
        notices = [notice.id]
        isDigest = false
        mail = wordings.urgent(recipient.language).mail(
            "notice-\(notice.id)", to: recipient.address,
            Self.common(recipient, house).merging(Self.values(notice, recipient, house)) { _, new in new },
            at: house.now)
    }

    private static func common(_ recipient: MailRecipient, _ house: House) -> TemplateValues {
        let address = house.setting(.address)
        return [
            "company": .text(house.companyName[recipient.language]), "name": .text(recipient.name),
            "inbox": .text(address.isEmpty ? "" : address + "/inbox"),
        ]
    }

    private static func values(_ notice: OpenNotice, _ recipient: MailRecipient, _ house: House) -> TemplateValues {
        let (language, address) = (recipient.language, house.setting(.address))
        return [
            "title": .text(notice.title[language]), "detail": .text(notice.detail?[language] ?? ""),
            "kind": .text(notice.kind.name[language]), "due": .text(notice.due.map { "\($0)" } ?? ""),
            "overdue": .flag(notice.due.map { $0 < house.today } ?? false),
            "link": .text(address.isEmpty ? "" : address + "/inbox/\(notice.id)"),
        ]
    }
}

/// The words of both mails in both languages, read once.
struct MailWordings: Sendable {
    private let digests: [Language: MailWording]
    private let urgents: [Language: MailWording]
    private let first: (digest: MailWording, urgent: MailWording)

    init(_ tx: Transaction) throws {
        first = (try MailWording(.digest, .zh, tx), try MailWording(.urgent, .zh, tx))
        digests = [.zh: first.digest, .en: try MailWording(.digest, .en, tx)]
        urgents = [.zh: first.urgent, .en: try MailWording(.urgent, .en, tx)]
    }

    func digest(_ language: Language) -> MailWording { digests[language] ?? first.digest }
    func urgent(_ language: Language) -> MailWording { urgents[language] ?? first.urgent }
}
