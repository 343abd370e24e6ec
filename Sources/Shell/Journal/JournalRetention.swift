import Kernel
import SQL

/// Entries are for reacting to, not for keeping: what they tell stands in the records of the rooms.
enum JournalRetention {
    static let job = JobKind(
        "journal.retention", Phrase(zh: "清理过期日志", en: "Remove old journal entries"), every: .daily(3, 50)
    ) { run, house in
        let limit = house.now.adding(milliseconds: -Int64(house.setting(.journalDays)) * 86_400_000)
        let sent = house.now.adding(milliseconds: -Int64(house.setting(.deliveryDays)) * 86_400_000)
        try await run.write(share: 0.5) { tx in
            try tx.execute(
                """
                delete from webhook_deliveries where state <> 'waiting'
                    and entry_id in (select id from journal_entries where at < \(max(sent, limit)))
                """)
            // What a receiver paused for so long was never sent goes too.
            try tx.execute(
                """
                delete from webhook_deliveries
                where endpoint_id in (select id from webhook_endpoints where is_active = 0)
                    and entry_id in (select id from journal_entries where at < \(limit))
                """)
            try tx.execute(
                """
                delete from journal_entries where at < \(limit)
                    and not exists (select 1 from webhook_deliveries d where d.entry_id = journal_entries.id)
                """)
        }
    }
}
