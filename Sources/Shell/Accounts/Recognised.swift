import Kernel

/// What is known of whoever brings a token.
struct Recognised: Sendable {
    /// The digest of the token; the token itself is never kept.
    enum Key: Hashable, Sendable {
        case session([UInt8])
        case program([UInt8])
    }

    /// Counters and times: while they are the same, everything is.
    struct Stamp: Sendable {
        let account: ID<Account>
        let accountVersion: Int64
        let accessVersion: Int64
        let expiresAt: Instant
        /// Nil for programs, which may pause as long as they like.
        let idleUntil: Instant?
        /// Roles are given until a day.
        let day: Day

        func isSame(as other: Stamp) -> Bool {
            account == other.account && accountVersion == other.accountVersion && accessVersion == other.accessVersion
                && day == other.day
        }
    }

    let viewer: Viewer
    let session: ID<Sessions>?
    let errand: Errand?
    let stamp: Stamp
}
