import Kernel
import SQL
import Synchronization

/// What the audit log keeps in memory between transactions: the names already stored, and sensitive reads that wait to
/// be written together.
package final class AuditDesk: Sendable {
    struct State {
        var known: Set<String> = []
        var reads: [PendingRead: Instant] = [:]
        var isFlushPlanned = false
    }

    let state = Mutex(State())

    package init() {}

    /// Keeps the names of actions and record kinds, so that pages can offer and show them.
    func learn(_ entries: [AuditEntry], in tx: Transaction) throws {
        var words: [String: (code: String, kind: String, name: Phrase, path: String?)] = [:]
        for entry in entries {
            words["action " + entry.action.code] = (entry.action.code, "action", entry.action.name, nil)
            if let kind = entry.record?.kind {
                words["record " + kind.code] = (kind.code, "record", kind.name, kind.path)
            }
        }
        let fresh = state.withLock { state in words.filter { !state.known.contains($0.key) } }
        guard !fresh.isEmpty else { return }
        try tx.insert(
            into: "audit_words", ["kind", "code", "zh", "en", "path"],
            values: fresh.sorted { $0.key < $1.key }.flatMap { _, word in
                [
                    word.kind.sqlValue, word.code.sqlValue, word.name.zh.sqlValue, word.name.en.sqlValue,
                    word.path.sqlValue,
                ]
            },
            ending: "on conflict (kind, code) do update set zh = excluded.zh, en = excluded.en, path = excluded.path")
        let keys = Set(fresh.keys)
        tx.afterCommit { [self] in state.withLock { $0.known.formUnion(keys) } }
    }
}
