import Kernel
import Logging
import SQL

/// Writes to people about their inbox: a digest a day, and what is urgent at once.
///
/// A mail is sent first and noted afterwards, so a stop in between sends it again, with the same `Message-ID`.
enum NoticeMail {
    static let key = "inbox mail"

    static let job = JobKind(
        "inbox.mail", Phrase(zh: "发送通知邮件", en: "Mail notices"), every: .every(minutes: 15)
    ) { run, house in
        var last = ID<Account>(0)
        var busy: MailRefusal?
        while true {
            let after = last
            let recipients = try await house.database.read { tx in try MailRecipient.some(after: after, house, tx) }
            guard let end = recipients.last?.account else {
                if let busy { throw busy }
                return
            }
            last = end
            let due = try await house.database.read { tx in try letters(to: recipients, house, tx) }
            var sent: [MailLetter] = []
            var trouble: (any Error)?
            for letter in due {
                do {
                    try Task.checkCancellation()
                    try await house.world.mail(letter.mail)
                    house.metrics.counter("tenure_mails_total", "Mails handed to the mail server.").increment()
                    sent.append(letter)
                } catch let refusal as MailRefusal where refusal.isAboutMail {
                    // This mail will not be taken tomorrow either; the next digest is tried again.
                    house.metrics.counter("tenure_mail_refusals_total", "Mails the mail server refused.").increment()
                    house.logger.warning("mail refused", metadata: ["account": "\(letter.account)"])
                    sent.append(letter)
                } catch MailRefusal.busy(let host, let status) {
                    // A full mailbox does not hold up the mail of everybody after it; it is tried again with the job.
                    busy = .busy(host: host, status: status)
                } catch OutsideRefusal.noMailServer {
                    return
                } catch {
                    trouble = error
                    break
                }
            }
            let done = sent
            try await run.write { tx in try note(done, house, tx) }
            if let trouble { throw trouble }
        }
    }

    /// What these people are to get now.
    static func letters(to recipients: [MailRecipient], _ house: House, _ tx: Transaction) throws -> [MailLetter] {
        let due = recipients.map { (recipient: $0, isDigestDue: $0.isDigestDue(house)) }
            .filter { !$0.recipient.preference.isQuiet(at: house.hour, house) }
            .filter { $0.isDigestDue || $0.recipient.preference.mode == .urgent }
        guard !due.isEmpty else { return [] }
        let notices = try OpenNotice.all(of: due.map(\.recipient), house, tx)
        let wordings = try MailWordings(tx)
        return due.flatMap { recipient, isDigestDue -> [MailLetter] in
            let open = notices[recipient.account] ?? []
            guard !open.isEmpty else { return [] }
            if isDigestDue { return [MailLetter(digest: open, to: recipient, wordings, house)] }
            return open.filter { $0.urgency == .high && !$0.isMailed }
                .map { MailLetter(urgent: $0, to: recipient, wordings, house) }
        }
    }

    private static func note(_ letters: [MailLetter], _ house: House, _ tx: Transaction) throws {
        let notices = letters.flatMap(\.notices)
        if !notices.isEmpty {
            try tx.execute(
                "update inbox_notices set mailed_at = \(house.now) where id in \(notices) and mailed_at is null")
        }
        let usual = InboxPreference.usual
        try tx.insert(
            into: "inbox_preferences",
            ["account_id", "digest", "digest_at", "quiet_from", "quiet_until", "last_digest"],
            values: letters.filter(\.isDigest).flatMap { letter in
                [
                    letter.account.sqlValue, InboxPreference.Mode.urgent.sqlValue, usual.sqlValue, usual.sqlValue,
                    usual.sqlValue, house.today.sqlValue,
                ]
            },
            ending: "on conflict (account_id) do update set last_digest = excluded.last_digest")
    }
}

extension House {
    /// 0…23, by the company's clock.
    var hour: Int { Int(now.timeOfDay(in: timeZone) / 3_600_000) }
}
