import Kernel
import SQL

/// Lets go of entries that have been kept long enough. The law asks for six months at least (网络安全法 art. 21 (3)).
package enum AuditRetention {
    package static let shortest = 6
    /// What is kept unless an administrator says otherwise, in months.
    package static let usual = 36

    static let action = AuditAction("audit.remove", Phrase(zh: "清理到期审计记录", en: "Remove expired audit entries"))

    /// Removes entries from before the day; the removal is itself an entry, which is what verification holds the new
    /// start of the chain against.
    /// - Returns: how many entries went.
    @discardableResult
    package static func remove(keepingMonths months: Int, _ house: House, in tx: Transaction) throws -> Int {
        let day = house.today.adding(months: -max(shortest, months))
        let start = Instant(startOf: day, in: house.timeZone)
        let last = try tx.first(
            """
            select number, hash from audit_entries
            where number < (select coalesce(min(number), (select count + 1 from audit_head where id = 1))
                from audit_entries where at >= \(start))
            order by number desc limit 1
            """
        ) { row in AuditMark(number: try row.value(), hash: try row.value()) }
        guard let last else { return 0 }
        let removed = try tx.execute("delete from audit_entries where number <= \(last.number)")
        try tx.execute("update audit_head set removed = \(last.number), removed_hash = \(last.hash) where id = 1")
        try Audit.record([AuditEntry(action, reason: reason(last))], by: .program, house, in: tx)
        return removed
    }

    private static func reason(_ mark: AuditMark) -> String { "≤ \(mark)" }

    static func mark(in reason: String?) -> AuditMark? { reason.flatMap { AuditMark(String($0.dropFirst(2))) } }

    static let job = JobKind(
        "audit.retention", Phrase(zh: "清理到期审计记录", en: "Remove expired audit entries"), every: .daily(3, 40)
    ) { run, house in
        _ = try await run.write { tx in try remove(keepingMonths: house.setting(.auditMonths), house, in: tx) }
    }
}
