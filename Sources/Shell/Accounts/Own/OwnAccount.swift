import Kernel
import SQL

/// What somebody's own pages know of the account.
struct OwnAccount: Codable, Sendable {
    let id: ID<Account>
    let login: String
    let name: String
    /// Whether the name follows the staff list.
    let isPerson: Bool
    let language: Language
    let hasPassword: Bool
    let hasSecondFactor: Bool
    /// Whether a role asks for the second factor.
    let needsSecondFactor: Bool
    /// Whether a new password must be chosen before anything else.
    let mustChangePassword: Bool
    let recoveryCodes: Int
    let isDemonstration: Bool
    let version: Int64

    static func load(_ viewer: Viewer, _ house: House, _ tx: Transaction) throws -> OwnAccount {
        let account = viewer.account
        let needs = try SecondFactorStore.isRequired(of: account, on: house.today, tx)
        let codes = try SecondFactorStore.recoveryCodesLeft(of: account, tx)
        let found = try tx.first(
            """
            select login, name, subject_id, language, case when password is null then 0 else 1 end,
                case when totp_secret is null then 0 else 1 end, must_change_password, is_demonstration, version
            from accounts where id = \(account)
            """
        ) { row in
            let (login, name, subject) = (
                try row.value(String.self), try row.value(String.self), try row.value(ID<Subject>?.self)
            )
            let (language, hasPassword, hasSecondFactor) = (
                try row.value(Language.self), try row.value(Bool.self), try row.value(Bool.self)
            )
            return OwnAccount(
                id: account, login: login, name: name, isPerson: subject != nil, language: language,
                hasPassword: hasPassword, hasSecondFactor: hasSecondFactor, needsSecondFactor: needs,
                mustChangePassword: try row.value(), recoveryCodes: codes, isDemonstration: try row.value(),
                version: try row.value())
        }
        guard let found else { throw Missing() }
        return found
    }

    /// What belongs to one person alone cannot be changed in an account all visitors share.
    /// - Throws: ``AccountRefusal/demonstrationAccount``.
    func refuseShared() throws {
        if isDemonstration { throw AccountRefusal.demonstrationAccount }
    }
}

extension Call {
    /// The session of a browser. How to sign in is no business of programs.
    /// - Throws: ``Missing`` for a program.
    var ownSession: ID<Sessions> {
        get throws {
            guard let session = context.session else { throw Missing() }
            return session
        }
    }

    /// The own account, for a page about how to sign in to it.
    func ownAccount() async throws -> OwnAccount {
        let (viewer, house, _) = (try viewer, house, try ownSession)
        return try await read { tx in try OwnAccount.load(viewer, house, tx) }
    }
}
