import Kernel
import SQL

/// What is cleared away at night, and what administrators are reminded of.
enum CareJobs {
    static let all = [imports, access, backups]

    private static let imports = JobKind(
        "imports.retention", Phrase(zh: "清理到期的导入文件", en: "Remove old import files"), every: .daily(3, 30)
    ) { _, house in try await Importing.sweep(house) }

    /// Sessions, sign-in attempts and links that have ended; API tokens a month later, so that people can see why one
    /// stopped working.
    private static let access = JobKind(
        "access.retention", Phrase(zh: "清理已失效的登录和链接", en: "Remove ended sessions and links"), every: .daily(4, 10)
    ) { run, house in
        let now = house.now
        try await run.write { tx in
            try tx.execute("delete from sessions where expires_at <= \(now) or idle_until <= \(now)")
            try tx.execute("delete from account_links where expires_at <= \(now)")
            try tx.execute("delete from sign_in_attempts where made_at < \(now.adding(milliseconds: -86_400_000))")
            try tx.execute("delete from api_tokens where expires_at < \(now.adding(milliseconds: -30 * 86_400_000))")
        }
    }

    private static let backups = JobKind(
        "backups.reminder", Phrase(zh: "检查备份", en: "Look after backups"), every: .daily(8, 30)
    ) { run, house in
        try await run.write { tx in try BackupReminder.look(house, tx) }
    }
}
