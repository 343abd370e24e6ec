import Kernel
import SQL

/// Finished jobs are shown as long as the settings say, failed ones longer.
enum JobRetention {
    static let job = JobKind(
        "jobs.retention", Phrase(zh: "清理已结束的后台任务", en: "Remove finished background jobs"), every: .daily(4, 0)
    ) { run, house in
        let done = house.now.adding(milliseconds: -Int64(house.setting(.jobDays)) * 86_400_000)
        let failed = house.now.adding(milliseconds: -Int64(house.setting(.failedJobDays)) * 86_400_000)
        try await run.write { tx in
            _ = try tx.execute(
                """
                delete from jobs where (state in ('done', 'cancelled') and ended_at < \(done))
                    or (state = 'failed' and ended_at < \(failed))
                """)
        }
    }
}
