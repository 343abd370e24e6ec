import HTTPTypes
import Kernel

enum JobRoutes {
    static let cancelled = AuditAction("jobs.cancel", Phrase(zh: "取消后台任务", en: "Cancel background job"))
    static let retried = AuditAction("jobs.retry", Phrase(zh: "重试后台任务", en: "Retry background job"))
    static let record = AuditRecordKind("job", Phrase(zh: "后台任务", en: "Background job"), path: "/jobs/")

    /// What a page asks again and again while it waits.
    struct Standing: Codable, Sendable {
        let state: JobState
        let share: Double?
        let step: Phrase?
    }

    static let all: [Route] = [
        .page("/jobs", .needs(.readJobs), Phrase(zh: "后台任务", en: "Background jobs")) { call in
            let (viewer, house) = (try call.viewer, call.house)
            return try await call.read { tx in
                JobsPage(
                    running: try JobStore.list(.running, as: viewer, house, tx),
                    failed: try JobStore.list(.failed, as: viewer, house, tx),
                    waiting: try JobStore.list(.waiting, as: viewer, house, tx),
                    done: try JobStore.list(.done, as: viewer, house, tx))
            }
        },
        .page("/jobs/{id}", .signedIn, Phrase(zh: "一个后台任务", en: "One background job")) { call in
            let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: Job.self))
            return try await call.read { tx in JobPage(job: try JobStore.job(id, as: viewer, house, tx)) }
        },
        Route(
            .get, "/jobs/{id}/standing", .signedIn, Phrase(zh: "后台任务的进度", en: "Progress of a background job"),
            gives: .file("application/json")
        ) { _, call in
            let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: Job.self))
            let job = try await call.read { tx in try JobStore.job(id, as: viewer, house, tx) }
            return try call.json(Standing(state: job.state, share: job.share, step: job.step))
        },
        .button("/jobs/{id}/cancellation", .signedIn, Phrase(zh: "取消后台任务", en: "Cancel a background job")) { call in
            let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: Job.self))
            try await call.write { tx in
                _ = try JobStore.job(id, as: viewer, house, tx)
                guard try Jobs.cancel(id, in: tx, house) else { return }
                try Audit.record(AuditEntry(cancelled, of: AuditRecord(record, id)), by: call, in: tx)
            }
            return Outcome("/jobs/\(id)", Phrase(zh: "已请求取消。", en: "It will be cancelled."))
        },
        .button("/jobs/{id}/retry", .signedIn, Phrase(zh: "重试后台任务", en: "Retry a background job")) { call in
            let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: Job.self))
            try await call.write { tx in
                _ = try JobStore.job(id, as: viewer, house, tx)
                guard try Jobs.retry(id, in: tx, house) else { return }
                try Audit.record(AuditEntry(retried, of: AuditRecord(record, id)), by: call, in: tx)
            }
            return Outcome("/jobs/\(id)", Phrase(zh: "已重新排队。", en: "It is in the queue again."))
        },
    ]
}
