import Kernel

/// Who was recognised lately, so that a request needs no question to the database.
struct SessionMemory {
    enum Answer {
        case known(Recognised)
        /// Remembered, but something was written since or it is too long ago.
        case stale(Recognised)
        case unknown
    }

    private struct Entry {
        let recognised: Recognised
        var seenAt: Instant
        let checkedAt: Instant
        let generation: Int

        /// What the database says of the idle time lags behind what was seen here.
        func idleUntil(_ idle: Int64) -> Instant {
            guard let stored = recognised.stamp.idleUntil else { return Instant(milliseconds: .max) }
            return max(stored, seenAt.adding(milliseconds: idle))
        }
    }

    /// Milliseconds after which the database is asked again: another process may have changed it.
    static let trust: Int64 = 5_000
    /// Milliseconds between two notes of who was here.
    static let interval: Int64 = 60_000
    static let capacity = 4_096

    private var entries: [Recognised.Key: Entry] = [:]
    private var seen: [Recognised.Key: Instant] = [:]
    private var notedAt: Instant?

    /// - Parameters:
    ///   - idle: milliseconds without a request until a session ends.
    ///   - generation: the database's, read before the database is.
    mutating func answer(_ key: Recognised.Key, at now: Instant, idle: Int64, generation: Int) -> Answer {
        guard let entry = entries[key] else { return .unknown }
        guard now < entry.recognised.stamp.expiresAt, now < entry.idleUntil(idle) else {
            entries[key] = nil
            return .unknown
        }
        let age = entry.checkedAt.distance(to: now)
        guard entry.generation == generation, age >= 0, age <= Self.trust else { return .stale(entry.recognised) }
        saw(key, at: now)
        return .known(entry.recognised)
    }

    /// Remembers what the database said at `now`, unless the token is no longer good then.
    /// - Returns: whether it is good.
    mutating func learn(
        _ found: Recognised, _ key: Recognised.Key, at now: Instant, idle: Int64, generation: Int
    ) -> Bool {
        let stored = found.stamp.idleUntil ?? Instant(milliseconds: .max)
        let remembered = entries[key]?.seenAt.adding(milliseconds: idle)
        guard now < found.stamp.expiresAt, now < max(stored, remembered ?? stored) else {
            entries[key] = nil
            return false
        }
        if entries.count >= Self.capacity, entries[key] == nil {
            entries = entries.filter {
                now < $0.value.idleUntil(idle) && $0.value.checkedAt.distance(to: now) < Self.interval
            }
            if entries.count >= Self.capacity { entries.removeAll() }
        }
        entries[key] = Entry(recognised: found, seenAt: now, checkedAt: now, generation: generation)
        saw(key, at: now)
        return true
    }

    mutating func forget(_ key: Recognised.Key) {
        entries[key] = nil
        seen[key] = nil
    }

    private mutating func saw(_ key: Recognised.Key, at now: Instant) {
        seen[key] = now
        entries[key]?.seenAt = now
    }

    /// Who was here since the last time, once a minute; otherwise nobody.
    mutating func due(at now: Instant) -> [(key: Recognised.Key, at: Instant)] {
        guard let last = notedAt else {
            notedAt = now
            return []
        }
        let age = last.distance(to: now)
        guard !seen.isEmpty, age >= Self.interval || age < 0 else { return [] }
        notedAt = now
        defer { seen.removeAll() }
        return seen.map { ($0.key, $0.value) }
    }
}
