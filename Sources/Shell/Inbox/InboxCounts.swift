import Kernel
import SQL
import Synchronization

/// What waits for one person.
package struct InboxCounts: Sendable, Codable, Hashable {
    package var approvals = 0
    package var tasks = 0
    /// Alerts and reminders not looked at yet.
    package var unread = 0

    /// What the header shows.
    package var total: Int { approvals + tasks + unread }

    package init(approvals: Int = 0, tasks: Int = 0, unread: Int = 0) {
        self.approvals = approvals
        self.tasks = tasks
        self.unread = unread
    }

    init(of viewer: Viewer, _ tx: Transaction) throws {
        try tx.each(
            """
            select kind, count(*), sum(case when read_at is null then 1 else 0 end) from inbox_notices
            where owner_id in \(viewer.inboxNumbers) and done_at is null group by kind
            """
        ) { row in
            let (kind, open, fresh) = (
                try row.value(InboxNotice.Kind.self), try row.value(Int.self), try row.value(Int.self)
            )
            switch kind {
            case .approval: approvals += open
            case .task: tasks += open
            case .alert, .reminder: unread += fresh
            }
        }
    }
}

/// Counts for the header of every page: asked again only after something was written, here or, every few seconds, in
/// another process.
package final class InboxCounter: Sendable {
    private struct Kept {
        let generation: Int
        let at: Instant
        let counts: InboxCounts
    }

    private let kept = Mutex<[ID<Account>: Kept]>([:])

    package init() {}

    /// What was counted last, however long ago.
    package func known(of viewer: Viewer) -> InboxCounts? {
        kept.withLock { $0[viewer.account]?.counts }
    }

    package func counts(of viewer: Viewer, _ house: House) async throws -> InboxCounts {
        let generation = house.database.generation
        let now = house.now
        let known = kept.withLock { $0[viewer.account] }
        if let known, known.generation == generation, (0..<5_000).contains(known.at.distance(to: now)) {
            return known.counts
        }
        let counts = try await house.database.read { tx in try InboxCounts(of: viewer, tx) }
        kept.withLock { kept in
            if kept.count > 20_000 { kept = [:] }
            kept[viewer.account] = Kept(generation: generation, at: now, counts: counts)
        }
        return counts
    }
}
