import Kernel
import SQL
import Shell
import Synchronization

/// Keeps what was counted over the staff list until the list changes. One for the whole application.
///
/// The list carries a number that grows with every change, in the same transaction; so a kept figure is as true as a
/// fresh one, whichever process made the change. A question is worked out once, however many ask it at the same time.
package final class StaffFigures: Sendable {
    /// Filled by whoever asks first; the others wait for it.
    private final class Answer: Sendable {
        let value = Mutex<(any Sendable)?>(nil)
    }

    /// A figure that may be shown a little longer than it is true, with its time.
    private struct Standing {
        let figure: any Sendable
        /// The day it was asked for.
        let day: Day
        let moment: Moment
        let counted: Instant
        /// Whether the company is too large to count while a page waits.
        let isLarge: Bool
        /// Counting takes a fifth of the time of one core at most.
        let notAgainBefore: ContinuousClock.Instant
    }

    private struct Kept {
        var moment: Moment?
        var answers = FigureShelf<Answer>(most: 500, bytes: 16_000_000)
        var standing = FigureShelf<Standing>(most: 200, bytes: 16_000_000)
        /// One figure at a time is counted again.
        var isRefreshing = false

        /// Nil for a reader with an older snapshot, which must not drive out what is newer.
        mutating func answer(_ question: Query, at moment: Moment) -> Answer? {
            if moment != self.moment {
                if let known = self.moment, moment < known { return nil }
                self.moment = moment
                answers.removeAll()
            }
            if let known = answers.entry(question) { return known }
            let answer = Answer()
            answers.put(answer, question, bytes: 0)
            return answer
        }
    }

    /// What the list stood at.
    private struct Moment: Comparable {
        let day: Day
        let version: Int

        init(_ tx: Transaction) throws { (day, version) = try StaffProjection.state(tx) ?? (.first, 0) }

        static func < (left: Moment, right: Moment) -> Bool {
            (left.version, left.day) < (right.version, right.day)
        }
    }

    private let kept = Mutex(Kept())
    private let large: Int

    /// - Parameter large: with more people than this, ``recent(_:on:_:_:_:)`` does not let a page wait.
    package init(large: Int = 2_000) { self.large = large }

    /// What is kept: how many figures, and about how much memory they take.
    var size: (count: Int, bytes: Int) {
        kept.withLock { ($0.answers.count + $0.standing.count, $0.answers.bytes + $0.standing.bytes) }
    }

    /// The figure for a question, asked again only when the list has changed.
    ///
    /// What is asked may ask for other figures, never for its own.
    package func figure<Figure: Sendable>(
        _ question: Query, _ tx: Transaction, _ ask: () throws -> Figure
    ) throws -> Figure {
        let moment = try Moment(tx)
        guard let answer = kept.withLock({ $0.answer(question, at: moment) }) else { return try ask() }
        var isFresh = false
        let figure = try answer.value.withLock { value -> Figure in
            if let known = value, let figure = known as? Figure { return figure }
            let fresh = try ask()
            value = fresh
            isFresh = true
            return fresh
        }
        if isFresh {
            let bytes = Self.bytes(figure)
            kept.withLock { kept in
                guard kept.moment == moment else { return }
                kept.answers.put(answer, question, bytes: bytes)
            }
        }
        return figure
    }

    /// A figure that takes long over a large company: there the last one is given at once, with its time, and counted
    /// again aside when the list has changed. A small company, and the first question, get the figure of this moment.
    /// - Parameters:
    ///   - question: without the day where the figure of yesterday will do for a moment in the morning.
    ///   - day: what it is asked for.
    ///   - ask: may run later, in another transaction.
    package func recent<Figure: Sendable>(
        _ question: Query, on day: Day, _ house: House, _ tx: Transaction,
        _ ask: @escaping @Sendable (Transaction) throws -> Figure
    ) throws -> Recent<Figure> {
        let moment = try Moment(tx)
        if let known = kept.withLock({ $0.standing.entry(question) }), let figure = known.figure as? Figure {
            if known.moment >= moment, known.day == day { return Recent(figure: figure, since: nil) }
            if known.isLarge {
                refresh(question, day, known.notAgainBefore, house, ask)
                return Recent(figure: figure, since: known.counted)
            }
        }
        return Recent(figure: try count(question, day, house, tx, ask), since: nil)
    }

    private func count<Figure: Sendable>(
        _ question: Query, _ day: Day, _ house: House, _ tx: Transaction, _ ask: (Transaction) throws -> Figure
    ) throws -> Figure {
        let (moment, counted, start) = (try Moment(tx), house.now, ContinuousClock.now)
        let figure = try self.figure("recent \(day) \(question)", tx) { try ask(tx) }
        let people = try tx.value(
            "select count(*) from (select 1 from staff limit \(large + 1)) s", as: Int.self)
        let end = ContinuousClock.now
        let standing = Standing(
            figure: figure, day: day, moment: moment, counted: counted, isLarge: (people ?? 0) > large,
            notAgainBefore: end + (end - start) * 4)
        let bytes = Self.bytes(figure)
        kept.withLock { kept in
            if let known = kept.standing.entry(question), known.moment > moment { return }
            kept.standing.put(standing, question, bytes: bytes)
        }
        return figure
    }

    private func refresh<Figure: Sendable>(
        _ question: Query, _ day: Day, _ notBefore: ContinuousClock.Instant, _ house: House,
        _ ask: @escaping @Sendable (Transaction) throws -> Figure
    ) {
        guard ContinuousClock.now >= notBefore else { return }
        let isFree = kept.withLock { kept in
            defer { kept.isRefreshing = true }
            return !kept.isRefreshing
        }
        guard isFree else { return }
        Task.detached(priority: .utility) { [self] in
            // After a failure the figure keeps its time, and the next page tries again.
            _ = try? await house.database.read { tx in try self.count(question, day, house, tx, ask) }
            kept.withLock { $0.isRefreshing = false }
        }
    }

    private static func bytes(_ figure: any Sendable) -> Int { (figure as? any SizedFigure)?.bytes ?? 256 }

    /// How many rows of `staff s` meet a condition.
    func count(_ condition: Query, from source: Query = "staff s", _ tx: Transaction) throws -> Int {
        let question: Query = "select count(*) from \(source) where \(condition)"
        return try figure(question, tx) { try tx.value(question, as: Int.self) ?? 0 }
    }
}

/// A figure, and when it was counted if the list has changed since.
package struct Recent<Figure: Sendable>: Sendable {
    package let figure: Figure
    package let since: Instant?
}
