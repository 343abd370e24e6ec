import Kernel
import Logging
import SQL
import Synchronization

extension Audit {
    /// Notes that someone saw sensitive values of records. Kept in memory for at most two seconds and written together
    /// with others, so that looking at pages does not cost a write each; the same read within that time counts once.
    package static func noteRead(_ action: AuditAction, of records: [AuditRead], by actor: Actor, _ house: House) {
        guard !records.isEmpty else { return }
        let now = house.now
        let mustPlan = house.auditDesk.state.withLock { state in
            for read in records {
                let pending = PendingRead(
                    actor: actor, action: action.code, actionName: action.name, kind: read.record.kind.code,
                    kindName: read.record.kind.name, path: read.record.kind.path, record: read.record.id,
                    about: read.about)
                if state.reads[pending] == nil { state.reads[pending] = now }
            }
            defer { state.isFlushPlanned = true }
            return !state.isFlushPlanned
        }
        guard mustPlan else { return }
        Task.detached {
            try? await Task.sleep(for: .seconds(2))
            await writeReads(house)
        }
    }

    package static func noteRead(_ action: AuditAction, of records: [AuditRead], by call: Call) {
        noteRead(action, of: records, by: call.actor, call.house)
    }

    /// Writes the reads noted so far; called at the end of the server too.
    package static func writeReads(_ house: House) async {
        let reads = house.auditDesk.state.withLock { state in
            defer {
                state.reads = [:]
                state.isFlushPlanned = false
            }
            return state.reads
        }
        guard !reads.isEmpty else { return }
        do {
            try await house.database.write { tx in
                let actors = Dictionary(grouping: reads.keys, by: \.actor)
                for actor in actors.keys.sorted(by: { ($0.account, $0.address) < ($1.account, $1.address) }) {
                    let entries = (actors[actor] ?? []).sorted { ($0.kind, $0.record) < ($1.kind, $1.record) }
                    try record(entries.map(\.entry), by: actor, house, in: tx)
                }
            }
        } catch {
            // Reads are not forgotten because the database was away for a moment.
            house.logger.error("sensitive reads could not be written", metadata: ["count": "\(reads.count)"])
            house.auditDesk.state.withLock { state in state.reads.merge(reads) { first, _ in first } }
        }
    }
}

/// A record whose sensitive values were shown, and whose they are.
package struct AuditRead: Sendable {
    package let record: AuditRecord
    package let about: ID<Subject>?

    package init(_ record: AuditRecord, about: ID<Subject>? = nil) {
        self.record = record
        self.about = about
    }
}

struct PendingRead: Sendable, Hashable {
    let actor: Actor
    let action: String
    let actionName: Phrase
    let kind: String
    let kindName: Phrase
    let path: String?
    let record: Int64
    let about: ID<Subject>?

    var entry: AuditEntry {
        AuditEntry(
            AuditAction(action, actionName),
            of: AuditRecord(AuditRecordKind(kind, kindName, path: path), ID<Subject>(record)), about: about)
    }
}
