import Kernel
import SQL

extension House {
    /// Milliseconds without a request until a session ends.
    var sessionIdle: Int64 { Int64(setting(.sessionIdle)) * 60_000 }
    /// Milliseconds until a session ends in any case.
    var sessionLongest: Int64 { Int64(setting(.sessionLongest)) * 3_600_000 }

    /// For the failures of one account since its last success.
    var accountLockout: Lockout { Lockout(free: setting(.freeAttempts), longest: setting(.longestWait) * 60) }
    /// For the failures from one address, over all accounts, successes or not: an office shares one.
    var addressLockout: Lockout {
        Lockout(free: max(20, 4 * setting(.freeAttempts)), longest: setting(.longestWait) * 60)
    }
}

extension SignInSettings {
    /// Sessions that are open end no later than new ones would.
    package static func settle(_ draft: SettingsDraft, _ house: House, _ tx: Transaction) throws {
        try SessionStore.shorten(
            idle: Int64(draft[.sessionIdle]) * 60_000, longest: Int64(draft[.sessionLongest]) * 3_600_000,
            at: house.now, tx)
    }
}
