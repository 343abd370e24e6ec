import Kernel
import SQL

/// New passwords: whether they are taken, and what is kept of them.
package enum PasswordStore {
    /// Checks a new password and hashes it, away from the threads that answer.
    /// - Parameter names: what the account and its person are called.
    /// - Throws: ``PasswordRefusal``.
    package static func hash(_ typed: String, names: [String], _ house: House) async throws -> PasswordHash {
        let password = try Password(typed)
        let known = names + names.flatMap { Pinyin.searchKeys(for: $0) }
        let shortest = house.setting(.passwordShortest)
        return try await house.passwordLane.run {
            try PasswordPolicy.check(password, names: known, shortest: shortest)
            return try PasswordHash(password, from: house.world.randomBytes)
        }
    }

    /// Puts the password in place. Links no longer work, and what was begun with the old one must begin again.
    static func set(_ hash: PasswordHash, of account: ID<Account>, _ tx: Transaction) throws {
        try tx.execute("update accounts set password = \(hash.text), must_change_password = 0 where id = \(account)")
        try LinkStore.withdraw(of: account, tx)
        try AccountStore.touch(account, tx)
    }

    /// Checks the password of somebody who is signed in, before something that matters. Counts as an attempt to sign in.
    /// - Throws: ``AccountRefusal/wrongPassword``, ``SignInRefusal/wait(_:)``.
    static func confirm(_ typed: String, _ call: Call) async throws -> SignInStore.Candidate {
        let (house, account) = (call.house, try call.viewer.account)
        let begun = try await call.write { tx -> (SignInStore.Candidate, SignInStore.Attempt) in
            guard let candidate = try SignInStore.candidate(account, tx) else { throw Missing() }
            let index = SignInStore.index(candidate.login, house)
            return (candidate, try SignInStore.begin(index, address: call.context.address, house, tx))
        }
        let stored = begun.0.password
        guard try await house.passwordLane.run({ try PasswordHash.verify(typed, against: stored) }) else {
            throw AccountRefusal.wrongPassword
        }
        try await call.write { tx in try SignInStore.withdraw(begun.1, tx) }
        return begun.0
    }
}
