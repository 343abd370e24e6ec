import Kernel
import SQL

/// Somebody with something open and a place to write to.
struct MailRecipient: Sendable {
    let account: ID<Account>
    let name: String
    let language: Language
    let address: String
    let numbers: [Int64]
    let preference: InboxPreference
    let lastDigest: Day?

    /// How many are looked at together.
    private static let some = 200

    /// The next ones, by account.
    static func some(after account: ID<Account>, _ house: House, _ tx: Transaction) throws -> [MailRecipient] {
        let usual = InboxPreference.usual
        return try tx.rows(
            """
            select a.id, a.name, a.login, a.language, a.subject_id, p.last_digest, p.mail,
                coalesce(p.digest, \(InboxPreference.Mode.urgent)), coalesce(p.digest_at, \(usual)),
                coalesce(p.quiet_from, \(usual)), coalesce(p.quiet_until, \(usual))
            from accounts a left join inbox_preferences p on p.account_id = a.id
            where a.id > \(account) and a.is_active = 1 and a.is_demonstration = 0
                and coalesce(p.digest, \(InboxPreference.Mode.urgent)) <> \(InboxPreference.Mode.off)
                and (p.mail is not null or a.login like '%@%')
                and exists (select 1 from inbox_notices n
                    where (n.owner_id = a.id or n.owner_id = a.subject_id) and n.done_at is null)
            order by a.id limit \(some)
            """
        ) { row in
            let (account, name, login): (ID<Account>, String, String) = (
                try row.value(), try row.value(), try row.value()
            )
            let (language, subject): (Language, Int64?) = (try row.value(), try row.value())
            let lastDigest: Day? = try row.value()
            let preference = try InboxPreference(&row)
            return MailRecipient(
                account: account, name: name, language: language, address: preference.address ?? login,
                numbers: [account.rawValue] + (subject.map { [$0] } ?? []), preference: preference,
                lastDigest: lastDigest)
        }
    }

    func isDigestDue(_ house: House) -> Bool {
        let today = house.today
        guard lastDigest != today, house.setting(.digestDays).days.contains(today.weekday) else { return false }
        return house.hour >= preference.digestHour ?? house.setting(.digestHour)
    }
}

/// Something open in somebody's inbox, as mails tell it.
struct OpenNotice: Sendable {
    let id: ID<InboxNotice>
    let kind: InboxNotice.Kind
    let title: Phrase
    let detail: Phrase?
    let due: Day?
    let urgency: InboxNotice.Urgency
    let isMailed: Bool

    /// What is open, by account: decisions and tasks, and alerts nobody looked at; the day they are due first.
    static func all(
        of recipients: [MailRecipient], _ house: House, _ tx: Transaction
    ) throws -> [ID<Account>: [OpenNotice]] {
        var owners: [Int64: ID<Account>] = [:]
        for recipient in recipients { for number in recipient.numbers { owners[number] = recipient.account } }
        var found: [ID<Account>: [OpenNotice]] = [:]
        try tx.each(
            """
            select owner_id, id, kind, title_zh, title_en, detail_zh, detail_en, due, urgency,
                case when mailed_at is null then 0 else 1 end
            from inbox_notices where owner_id in \(Array(owners.keys)) and done_at is null
                and (kind in ('approval', 'task') or read_at is null)
            order by due nulls last, urgency desc, id
            """
        ) { row in
            guard let account = owners[try row.value()] else { return }
            let (id, kind): (ID<InboxNotice>, InboxNotice.Kind) = (try row.value(), try row.value())
            let title = Phrase(zh: try row.value(), en: try row.value())
            let (zh, en): (String?, String?) = (try row.value(), try row.value())
            found[account, default: []].append(
                OpenNotice(
                    id: id, kind: kind, title: title, detail: zh.map { Phrase(zh: $0, en: en ?? $0) },
                    due: try row.value(), urgency: try row.value(), isMailed: try row.value()))
        }
        return found
    }
}
