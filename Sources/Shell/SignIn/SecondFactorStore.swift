import Kernel
import SQL

/// The second factor of an account: a secret for one-time codes, and codes for who lost the phone.
enum SecondFactorStore {
    private static let column = "accounts.totp_secret"

    /// Whether what was typed is the account's code now, or one of its recovery codes. Uses the code up.
    static func accept(_ typed: String, of account: ID<Account>, _ house: House, _ tx: Transaction) throws -> Bool {
        let stored = try tx.first("select totp_secret, totp_last_step from accounts where id = \(account)") { row in
            (secret: try row.value([UInt8]?.self), last: try row.value(Int64?.self))
        }
        guard let stored, let sealed = stored.secret else { return false }
        let text = try house.keyring.open(sealed, for: column, record: account.rawValue)
        if let secret = Base32.bytes(text), let totp = TOTP(secret: secret),
            let step = totp.accept(typed, at: house.now, after: stored.last)
        {
            return try tx.execute(
                """
                update accounts set totp_last_step = \(step)
                where id = \(account) and (totp_last_step is null or totp_last_step < \(step))
                """) == 1
        }
        guard let code = RecoveryCode(typed: typed) else { return false }
        return try tx.execute(
            "delete from recovery_codes where account_id = \(account) and code_hash = \(code.digest)") == 1
    }

    /// The secret offered to somebody who has not enrolled. Made of the keys and the session, so that nothing is stored
    /// before it is confirmed and reloading the page shows the same.
    static func offered(to account: ID<Account>, version: Int64, session: ID<Sessions>, _ house: House) -> TOTP? {
        let message = Signature.message(["second factor", "\(account)", "\(version)", "\(session)"])
        return TOTP(secret: Array(house.keyring.authenticationCode(of: message, for: .form).prefix(20)))
    }

    /// Takes the secret into use, with its first code.
    /// - Returns: the recovery codes, to be shown once.
    static func enrol(
        _ totp: TOTP, firstStep: Int64, of account: ID<Account>, _ house: House, _ tx: Transaction
    ) throws -> [RecoveryCode] {
        let sealed = try house.keyring.seal(Base32.text(totp.secret), for: column, record: account.rawValue)
        try tx.execute(
            "update accounts set totp_secret = \(sealed), totp_last_step = \(firstStep) where id = \(account)")
        try AccountStore.touch(account, tx)
        return try renewRecoveryCodes(of: account, house, tx)
    }

    static func renewRecoveryCodes(of account: ID<Account>, _ house: House, _ tx: Transaction) throws -> [RecoveryCode]
    {
        let codes = RecoveryCode.issue(from: house.world.randomBytes)
        try tx.execute("delete from recovery_codes where account_id = \(account)")
        try tx.insert(
            into: "recovery_codes", ["account_id", "code_hash"],
            values: codes.flatMap { [.integer(account.rawValue), .blob($0.digest)] })
        return codes
    }

    static func remove(from account: ID<Account>, _ tx: Transaction) throws {
        try tx.execute("update accounts set totp_secret = null, totp_last_step = null where id = \(account)")
        try tx.execute("delete from recovery_codes where account_id = \(account)")
        try AccountStore.touch(account, tx)
    }

    static func recoveryCodesLeft(of account: ID<Account>, _ tx: Transaction) throws -> Int {
        try tx.value("select count(*) from recovery_codes where account_id = \(account)") ?? 0
    }

    static func isRequired(of account: ID<Account>, on day: Day, _ tx: Transaction) throws -> Bool {
        try tx.value(
            """
            select count(*) from account_roles r join roles o on o.id = r.role_id
            where r.account_id = \(account) and o.needs_second_factor = 1
                and (r.until_day is null or r.until_day >= \(day))
            """, as: Int.self) ?? 0 > 0
    }
}
