import Kernel
import SQL
import Synchronization

/// Keeps what was counted over the staff list until the list changes. One for the whole application.
///
/// The list carries a number that grows with every change, in the same transaction; so a kept figure is as true as a
/// fresh one, whichever process made the change.
package final class StaffFigures: Sendable {
    private struct Kept {
        var day: Day = .first
        var version = -1
        var figures: [Query: any Sendable] = [:]
    }

    private let kept = Mutex(Kept())

    package init() {}

    /// The figure for a question, asked again only when the list has changed.
    package func figure<Figure: Sendable>(
        _ question: Query, _ tx: Transaction, _ ask: () throws -> Figure
    ) throws -> Figure {
        let state = try StaffProjection.state(tx) ?? (.first, 0)
        let known = kept.withLock { kept -> Figure? in
            guard kept.day == state.day, kept.version == state.version else { return nil }
            return kept.figures[question] as? Figure
        }
        if let known { return known }
        let fresh = try ask()
        kept.withLock { kept in
            if kept.day != state.day || kept.version != state.version || kept.figures.count >= 500 {
                // A reader with an older snapshot must not drive out what is newer.
                guard (state.version, state.day) >= (kept.version, kept.day) else { return }
                kept = Kept(day: state.day, version: state.version)
            }
            kept.figures[question] = fresh
        }
        return fresh
    }

    /// How many rows of `staff s` meet a condition.
    func count(_ condition: Query, from source: Query = "staff s", _ tx: Transaction) throws -> Int {
        let question: Query = "select count(*) from \(source) where \(condition)"
        return try figure(question, tx) { try tx.value(question, as: Int.self) ?? 0 }
    }
}
