import Kernel
import SQL

/// One inbox per person: approvals, tasks, alerts, reminders of all rooms.
package enum Inbox {
    /// Puts a notice in, as part of this transaction.
    package static func put(
        _ notice: InboxNotice, for owner: InboxOwner, in tx: Transaction, _ house: House
    ) throws {
        try put(notice, for: [owner], in: tx, house)
    }

    /// The same notice for several people.
    package static func put(
        _ notice: InboxNotice, for owners: [InboxOwner], in tx: Transaction, _ house: House
    ) throws {
        try put(owners.map { ($0, notice) }, in: tx, house)
    }

    /// Many notices at once; use it instead of a loop.
    package static func put(
        _ notices: [(owner: InboxOwner, notice: InboxNotice)], in tx: Transaction, _ house: House
    ) throws {
        // One statement may renew a row only once: the last of several wins.
        var places: [String: Int] = [:]
        var distinct: [(owner: InboxOwner, notice: InboxNotice)] = []
        for notice in notices {
            if let key = notice.notice.key {
                if let place = places["\(notice.owner.number) \(key)"] {
                    distinct[place] = notice
                    continue
                }
                places["\(notice.owner.number) \(key)"] = distinct.count
            }
            distinct.append(notice)
        }
        guard !distinct.isEmpty else { return }
        let ids = try tx.newIDs(distinct.count)
        let now = house.now
        var values: [SQLValue] = []
        for (id, (owner, notice)) in zip(ids, distinct) {
            values += [
                id.sqlValue, owner.number.sqlValue, notice.kind.sqlValue, notice.title.zh.sqlValue,
                notice.title.en.sqlValue, (notice.detail?.zh).sqlValue, (notice.detail?.en).sqlValue,
                notice.link.sqlValue, notice.due.sqlValue, notice.urgency.sqlValue, notice.key.sqlValue, now.sqlValue,
            ]
        }
        try tx.insert(
            into: "inbox_notices",
            [
                "id", "owner_id", "kind", "title_zh", "title_en", "detail_zh", "detail_en", "link", "due", "urgency",
                "key", "created_at",
            ],
            values: values,
            ending: """
                on conflict (owner_id, key) where done_at is null and key is not null do update set
                    kind = excluded.kind, title_zh = excluded.title_zh, title_en = excluded.title_en,
                    detail_zh = excluded.detail_zh, detail_en = excluded.detail_en, link = excluded.link,
                    due = excluded.due, urgency = excluded.urgency,
                    read_at = case when inbox_notices.title_zh = excluded.title_zh
                        and inbox_notices.urgency >= excluded.urgency then inbox_notices.read_at end
                """)
        if distinct.contains(where: { $0.notice.urgency == .high }) {
            try Jobs.enqueueOnce(NoticeMail.job, key: NoticeMail.key, in: tx, house)
        }
    }

    /// What the key names is dealt with: the notice goes away for everybody who has it, or for one of them.
    @discardableResult
    package static func settle(
        _ key: String, for owner: InboxOwner? = nil, in tx: Transaction, _ house: House
    ) throws -> Int {
        let whose: Query = owner.map { "and owner_id = \($0.number)" } ?? .empty
        return try tx.execute(
            """
            update inbox_notices set done_at = \(house.now), read_at = coalesce(read_at, \(house.now))
            where key = \(key) and done_at is null \(whose)
            """)
    }

    /// The same for several keys at once.
    package static func settle(_ keys: some Collection<String>, in tx: Transaction, _ house: House) throws {
        let (keys, now) = (keys.sorted(), house.now)
        for start in stride(from: 0, to: keys.count, by: 500) {
            try tx.execute(
                """
                update inbox_notices set done_at = \(now), read_at = coalesce(read_at, \(now))
                where key in \(keys[start..<min(start + 500, keys.count)]) and done_at is null
                """)
        }
    }
}
