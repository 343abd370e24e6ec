import Kernel
import SQL

/// Changes of accounts by an administrator's page or by the program: checked, audited, left in the journal.
///
/// ```swift
/// let link = try await house.database.write { tx in
///     let changes = AccountChanges(house)
///     let account = try changes.add(AccountDraft(login: "chen", name: "陈静", roles: [RoleGift(role: "hr")]), tx)
///     return try changes.link(for: account, tx)
/// }
/// ```
/// Nobody but an administrator gives what lies beyond his own roles, or changes an account that holds it: a new link to
/// somebody's account would be a way to everything it may see.
package struct AccountChanges: Sendable {
    let house: House
    let actor: Actor
    /// Nil for the program, which may do everything.
    let viewer: Viewer?

    /// In the name of the program: for commands and jobs.
    package init(_ house: House) {
        self.house = house
        actor = .program
        viewer = nil
    }

    /// - Throws: ``Missing`` unless the viewer manages the accounts of the whole company.
    init(_ call: Call) throws {
        house = call.house
        actor = call.actor
        let viewer = try call.viewer
        guard AccountRules.managesAccounts(viewer) else { throw Missing() }
        self.viewer = viewer
    }

    /// - Throws: ``AccountRefusal/noSuchAccount(_:)``.
    package func account(named login: String, _ tx: Transaction) throws -> ID<Account> {
        guard let id: ID<Account> = try tx.value("select id from accounts where login = \(Login.plain(login))") else {
            throw AccountRefusal.noSuchAccount(login)
        }
        return id
    }

    /// Makes an account. It can be signed in to once its ``link(for:_:)`` was used.
    /// - Throws: ``AccountRefusal`` when the name cannot be used, the person has an account or a role goes too far.
    package func add(_ draft: AccountDraft, _ tx: Transaction) throws -> ID<Account> {
        let login = try Login(draft.login).text
        if let subject = draft.subject, try house.subjects.cards([subject], tx).isEmpty {
            throw AccountRefusal.noSuchSubject("\(subject)")
        }
        try mayGive(draft.roles, tx)
        let id = try AccountStore.add(
            login: login, name: draft.name, subject: draft.subject, roles: [], at: house.now, tx)
        try AccountStore.give(draft.roles, to: id, tx)
        try AccountStore.speak(draft.language, id, tx)
        var changes = [
            FieldChange("login", AccountWords.login, .public, before: nil, after: login),
            FieldChange("name", AccountWords.name, .public, before: nil, after: draft.name),
        ]
        changes += draft.roles.map { given($0, before: nil) }
        try note(AccountTrail.added, id, about: draft.subject, changes, tx)
        try Journal.leave(AccountAdded(account: id, about: draft.subject), in: tx, house)
        return id
    }

    /// A link to set the password with, once and within three days; earlier ones no longer work.
    /// - Returns: its path.
    package func link(for account: ID<Account>, _ tx: Transaction) throws -> String {
        let target = try target(account, tx)
        guard target.isActive else { throw AccountRefusal.isLocked }
        try refuseShared(target)
        try note(AccountTrail.linked, account, about: target.subject, [], tx)
        return try LinkStore.issue(for: account, house, tx)
    }

    /// Ends all sessions, and lets nobody in until ``unlock(_:_:)``.
    package func lock(_ account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        guard account != viewer?.account else { throw AccountRefusal.ownAccount }
        guard target.isActive else { return }
        try AccountRules.keepingAnAdministrator(tx) {
            try tx.execute("update accounts set is_active = 0 where id = \(account)")
        }
        try SessionStore.closeAll(of: account, tx)
        try LinkStore.withdraw(of: account, tx)
        try AccountStore.touch(account, tx)
        try note(AccountTrail.locked, account, about: target.subject, [], tx)
        try Journal.leave(AccountLocked(account: account, about: target.subject), in: tx, house)
    }

    package func unlock(_ account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        guard !target.isActive else { return }
        try tx.execute("update accounts set is_active = 1 where id = \(account)")
        try AccountStore.touch(account, tx)
        try note(AccountTrail.unlocked, account, about: target.subject, [], tx)
        try Journal.leave(AccountUnlocked(account: account, about: target.subject), in: tx, house)
    }

    /// Name and language, and whose account it is.
    package func edit(
        _ account: ID<Account>, name: String, language: Language, subject: ID<Subject>?, _ tx: Transaction
    ) throws {
        let target = try target(account, tx)
        if let subject, subject != target.subject {
            guard !(try house.subjects.cards([subject], tx).isEmpty) else {
                throw AccountRefusal.noSuchSubject("\(subject)")
            }
            if try tx.value("select id from accounts where subject_id = \(subject)", as: Int64.self) != nil {
                throw AccountRefusal.subjectHasAccount
            }
        }
        let changes = FieldChange.real([
            FieldChange("name", AccountWords.name, .public, before: target.name, after: name),
            FieldChange(
                "language", AccountWords.language, .public, before: target.language.rawValue, after: language.rawValue),
            FieldChange(
                "person", AccountWords.person, .work, before: target.subject?.description, after: subject?.description),
        ])
        guard !changes.isEmpty else { return }
        // Who links himself to somebody else sees what that person sees of himself, and whom that person leads.
        let isOwn = account == viewer?.account && subject != target.subject
        if isOwn, let viewer { try AccountRules.requireAdministrator(viewer, house.today, tx) }
        try tx.execute(
            """
            update accounts set name = \(name), language = \(language), subject_id = \(subject), version = version + 1
            where id = \(account)
            """)
        try note(isOwn ? AccountTrail.selfGiven : AccountTrail.edited, account, about: subject, changes, tx)
        if isOwn { try warnAdministrators(tx) }
    }

    package func speak(_ language: Language, _ account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        try edit(account, name: target.name, language: language, subject: target.subject, tx)
    }

    /// - Returns: how many there were.
    @discardableResult
    package func endSessions(of account: ID<Account>, _ tx: Transaction) throws -> Int {
        let target = try target(account, tx)
        let count = try SessionStore.closeAll(of: account, tx)
        if count > 0 { try note(AccountTrail.sessionsEnded, account, about: target.subject, [], tx) }
        return count
    }

    /// - Throws: ``Missing`` when the account has no such session.
    func end(_ session: ID<Sessions>, of account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        guard try SessionStore.close(session, of: account, tx) else { throw Missing() }
        try note(AccountTrail.sessionsEnded, account, about: target.subject, [], tx)
    }

    /// For who lost the phone and the recovery codes: the next sign-in asks for the password only, and to set the second
    /// factor up again where a role needs one.
    package func resetSecondFactor(of account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        guard account != viewer?.account else { throw AccountRefusal.ownAccount }
        guard target.hasSecondFactor else { return }
        try SecondFactorStore.remove(from: account, tx)
        try SessionStore.closeAll(of: account, tx)
        try note(
            AccountTrail.secondFactorReset, account, about: target.subject,
            [.secret("second_factor", AccountWords.secondFactor)], tx)
    }

    /// The next page after signing in asks for a new password.
    package func requireNewPassword(of account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        try refuseShared(target)
        try tx.execute("update accounts set must_change_password = 1 where id = \(account)")
        try AccountStore.touch(account, tx)
        try note(AccountTrail.newPasswordAsked, account, about: target.subject, [], tx)
    }

    package func tokens(of account: ID<Account>, _ tx: Transaction) throws -> [TokenRow] {
        try TokenStore.rows(of: account, house, tx)
    }

    /// - Throws: ``Missing`` when the account has no such token.
    package func revoke(token: ID<APIToken>, of account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        guard let name = try TokenStore.revoke(token, of: account, tx) else { throw Missing() }
        try note(
            AccountTrail.tokenRevoked, account, about: target.subject,
            [FieldChange("token", AccountWords.token, before: name, after: nil)], tx)
    }
}
