import Kernel
import SQL

/// Attempts to sign in, and what an attempt is held against.
enum SignInStore {
    /// Milliseconds an attempt is kept: as long as it counts.
    private static let kept: Int64 = 24 * 3_600_000

    /// Whose password is to be looked at.
    struct Candidate: Sendable {
        let account: ID<Account>
        let name: String
        let login: String
        let language: Language
        let password: PasswordHash?
        let isActive: Bool
        let hasSecondFactor: Bool
        let version: Int64
    }

    /// An attempt under way. It counts as failed until it is settled.
    struct Attempt: Sendable {
        let id: ID<Attempt>
        let loginIndex: [UInt8]
    }

    /// What attempts on a name are found by; somebody may have typed a password there.
    static func index(_ login: String, _ house: House) -> [UInt8] {
        house.keyring.blindIndex(Login.plain(login), column: "sign_in_attempts.login_index")
    }

    /// Notes an attempt, unless there were too many.
    static func begin(_ loginIndex: [UInt8], address: String, _ house: House, _ tx: Transaction) throws -> Attempt {
        let now = house.now
        let (ofAccount, fromAddress) = (house.accountLockout, house.addressLockout)
        let address = NetworkName.of(address)
        try tx.execute("delete from sign_in_attempts where made_at < \(now.adding(milliseconds: -kept))")
        let byLogin = try tx.rows(
            """
            select made_at from sign_in_attempts where login_index = \(loginIndex) and is_settled = 0
            order by made_at desc limit \(ofAccount.depth)
            """
        ) { row in try row.value(Instant.self) }
        let byAddress = try tx.rows(
            """
            select made_at from sign_in_attempts where address = \(address)
            order by made_at desc limit \(fromAddress.depth)
            """
        ) { row in try row.value(Instant.self) }
        let standing = ofAccount.standing(after: byLogin, at: now)
            .and(fromAddress.standing(after: byAddress, at: now))
        if case .wait = standing { throw SignInRefusal.wait(standing) }
        let id: ID<Attempt> = try tx.newID()
        try tx.execute(
            """
            insert into sign_in_attempts (id, login_index, address, made_at)
            values (\(id), \(loginIndex), \(address), \(now))
            """)
        return Attempt(id: id, loginIndex: loginIndex)
    }

    /// The attempt was right but does not let anybody in yet: failures before it still count.
    static func withdraw(_ attempt: Attempt, _ tx: Transaction) throws {
        try tx.execute("delete from sign_in_attempts where id = \(attempt.id)")
    }

    /// Somebody is in: failures before no longer count for the account, but still for the address.
    static func settle(_ attempt: Attempt, _ tx: Transaction) throws {
        try withdraw(attempt, tx)
        try settle(attempt.loginIndex, tx)
    }

    static func settle(_ loginIndex: [UInt8], _ tx: Transaction) throws {
        try tx.execute(
            "update sign_in_attempts set is_settled = 1 where login_index = \(loginIndex) and is_settled = 0")
    }

    static func candidate(login: String, _ tx: Transaction) throws -> Candidate? {
        try candidate(where: "login = \(Login.plain(login))", tx)
    }

    static func candidate(_ account: ID<Account>, _ tx: Transaction) throws -> Candidate? {
        try candidate(where: "id = \(account)", tx)
    }

    private static func candidate(where condition: Query, _ tx: Transaction) throws -> Candidate? {
        try tx.first(
            """
            select id, name, login, language, password, is_active, case when totp_secret is null then 0 else 1 end, version
            from accounts where \(condition)
            """
        ) { row in
            Candidate(
                account: try row.value(), name: try row.value(), login: try row.value(), language: try row.value(),
                password: try row.value(String?.self).flatMap { PasswordHash(text: $0) }, isActive: try row.value(),
                hasSecondFactor: try row.value(), version: try row.value())
        }
    }
}
