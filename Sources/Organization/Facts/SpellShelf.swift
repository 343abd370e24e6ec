import Kernel
import SQL
import Shell
import Synchronization

/// Keeps ``EmploymentSpells`` until the staff list changes, by its number as ``StaffFigures`` does. One for the whole
/// application.
///
/// In a large company a change does not keep a page waiting: what was read last is given with its time, and read again
/// aside. A list of people made of the same state agrees with the chart it was reached from.
package final class SpellShelf: Sendable {
    private struct Kept {
        let spells: EmploymentSpells
        let counted: Instant
        /// Reading takes a fifth of the time of one core at most.
        let notAgainBefore: ContinuousClock.Instant
    }

    private let kept = Mutex<Kept?>(nil)
    private let isRefreshing = Mutex(false)
    private let large: Int

    /// - Parameter large: with more employments than this no page waits for the latest.
    package init(large: Int = 5_000) { self.large = large }

    package func spells(_ house: House, _ tx: Transaction) throws -> Recent<EmploymentSpells> {
        let version = try StaffProjection.state(tx)?.version ?? 0
        let known = kept.withLock { $0 }
        if let known {
            // A reader with an older snapshot gets what is newer.
            if known.spells.version >= version { return Recent(figure: known.spells, since: nil) }
            if known.spells.spells.count > large {
                refresh(known, house)
                return Recent(figure: known.spells, since: known.counted)
            }
        }
        return Recent(figure: try read(version, house, tx), since: nil)
    }

    /// Whoever comes first reads; the others wait for it.
    private func read(_ version: Int, _ house: House, _ tx: Transaction) throws -> EmploymentSpells {
        try kept.withLock { kept in
            if let known = kept, known.spells.version >= version { return known.spells }
            let start = ContinuousClock.now
            let spells = try EmploymentSpells(version: version, tx)
            let end = ContinuousClock.now
            kept = Kept(spells: spells, counted: house.now, notAgainBefore: end + (end - start) * 4)
            return spells
        }
    }

    private func refresh(_ known: Kept, _ house: House) {
        guard ContinuousClock.now >= known.notAgainBefore else { return }
        let isFree = isRefreshing.withLock { busy in
            defer { busy = true }
            return !busy
        }
        guard isFree else { return }
        Task.detached(priority: .utility) { [self] in
            // After a failure the state keeps its time, and the next page tries again.
            try? await house.database.read { tx in
                let version = try StaffProjection.state(tx)?.version ?? 0
                let (start, counted) = (ContinuousClock.now, house.now)
                let spells = try EmploymentSpells(version: version, tx)
                let end = ContinuousClock.now
                self.kept.withLock { kept in
                    if let known = kept, known.spells.version >= version { return }
                    kept = Kept(spells: spells, counted: counted, notAgainBefore: end + (end - start) * 4)
                }
            }
            self.isRefreshing.withLock { $0 = false }
        }
    }
}
