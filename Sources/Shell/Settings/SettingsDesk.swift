import Foundation
import Kernel
import SQL
import Synchronization

/// All settings in memory, so that a request need not ask for them.
package final class SettingsDesk: Sendable {
    private struct State {
        var values: [String: String] = [:]
        var zone: TimeZone?
        var loadedAt: Instant?
    }

    private let state = Mutex(State())
    /// Milliseconds after which the database is asked again: another process may have changed something.
    private static let trust: Int64 = 5_000

    package init() {}

    func value<Value>(of setting: Setting<Value>) -> Value {
        state.withLock { $0.values[setting.code] }.flatMap { Value(stored: $0) } ?? setting.initial
    }

    /// The company's time zone, when one is set.
    var zone: TimeZone? { state.withLock { $0.zone } }

    /// Called after a change was committed.
    func keep(_ changed: [String: String]) {
        state.withLock { state in
            state.values.merge(changed) { _, new in new }
            state.zone = Self.zone(state.values)
        }
    }

    package func load(_ house: House) async throws {
        let now = house.now
        let values = try await house.database.read { tx in try Settings.all(tx) }
        state.withLock { state in
            state.values = values
            state.zone = Self.zone(values)
            state.loadedAt = now
        }
    }

    /// Loads again what other processes may have changed; called by what runs all the time.
    func refresh(_ house: House) async throws {
        let age = state.withLock { $0.loadedAt }.map { $0.distance(to: house.now) }
        if let age, (0..<Self.trust).contains(age) { return }
        try await load(house)
    }

    private static func zone(_ values: [String: String]) -> TimeZone? {
        values[Setting<String>.timeZone.code].flatMap { TimeZone(identifier: $0) }
    }
}
