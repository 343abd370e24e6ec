import Kernel
import SQL

/// Finished jobs are shown for a month, failed ones for half a year.
enum JobRetention {
    static let job = JobKind(
        "jobs.retention", Phrase(zh: "清理已结束的后台任务", en: "Remove finished background jobs"), every: .daily(4, 0)
    ) { run, house in
        let month = house.now.adding(milliseconds: -30 * 86_400_000)
        let halfYear = house.now.adding(milliseconds: -182 * 86_400_000)
        try await run.write { tx in
            _ = try tx.execute(
                """
                delete from jobs where (state in ('done', 'cancelled') and ended_at < \(month))
                    or (state = 'failed' and ended_at < \(halfYear))
                """)
        }
    }
}
