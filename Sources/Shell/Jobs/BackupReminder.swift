import Kernel
import SQL

/// When the last backup was made, and a word to administrators when that is too long ago.
package enum BackupReminder {
    private static let lastBackup = Setting<String>("backup.last", Phrase(zh: "最近备份", en: "Last backup"), initial: "")
    private static let key = "backup reminder"

    /// Called by whatever made a backup that was verified.
    package static func noteBackup(_ house: House, _ tx: Transaction) throws {
        try Settings.set(lastBackup, String(house.now.milliseconds), by: ID(0), at: house.now, tx)
        try Inbox.settle(key, in: tx, house)
    }

    /// Nil when none was ever noted.
    package static func last(_ tx: Transaction) throws -> Instant? {
        Int64(try Settings.value(of: lastBackup, tx)).map { Instant(milliseconds: $0) }
    }

    static func look(_ house: House, _ tx: Transaction) throws {
        let days = house.setting(.backupReminder)
        // Before the first backup, since the house was set up.
        let first = try tx.value("select min(created_at) from accounts", as: Instant?.self).flatMap { $0 }
        guard days > 0, let since = try last(tx) ?? first else { return }
        let age = Int(since.distance(to: house.now) / 86_400_000)
        guard age >= days else { return }
        let owners = try tx.rows(
            """
            select distinct r.account_id from account_roles r join role_grants g on g.role_id = r.role_id
            join accounts a on a.id = r.account_id
            where g.capability = \(Capability.manageSettings.code) and a.is_active = 1 order by r.account_id
            """
        ) { row in InboxOwner.account(try row.value()) }
        let hasBackup = try last(tx) != nil
        try Inbox.put(
            InboxNotice(
                .alert,
                hasBackup
                    ? Phrase(zh: "已经 \(age) 天没有备份", en: "No backup for \(age) days")
                    : Phrase(zh: "还没有备份过数据", en: "Nothing was backed up yet"),
                detail: Phrase(
                    zh: "请在服务器上运行 tenure backup，并把备份文件保存到另一台机器。提醒的天数可以在系统设置中修改。",
                    en: "Run “tenure backup” on the server and keep the file on another machine. "
                        + "The settings say after how many days you are reminded."),
                link: "/settings/monitoring", urgency: .high, key: key),
            for: owners, in: tx, house)
    }
}
