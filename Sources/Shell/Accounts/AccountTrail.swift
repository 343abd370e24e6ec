import Kernel
import SQL

/// What the audit log is told about accounts.
enum AccountTrail {
    static let account = AuditRecordKind("account", Phrase(zh: "账号", en: "Account"))

    static let signIn = AuditAction("account.sign-in", Phrase(zh: "登录", en: "Sign in"))
    static let signOut = AuditAction("account.sign-out", Phrase(zh: "退出登录", en: "Sign out"))
    static let failure = AuditAction("account.sign-in-failure", Phrase(zh: "登录失败", en: "Failed sign-in"))
    static let password = AuditAction("account.password", Phrase(zh: "设置密码", en: "Set password"))
    static let setUp = AuditAction("account.set-up", Phrase(zh: "初始化系统", en: "Set up the system"))

    static func signedIn(_ candidate: SignInStore.Candidate, _ call: Call, _ tx: Transaction) throws {
        try note(signIn, candidate, call, tx)
    }

    static func passwordSet(_ candidate: SignInStore.Candidate, _ call: Call, _ tx: Transaction) throws {
        try note(
            password, candidate, changes: [.secret("password", Phrase(zh: "密码", en: "Password"))], call, tx)
    }

    static func wasSetUp(by candidate: SignInStore.Candidate, _ call: Call, _ tx: Transaction) throws {
        try note(setUp, candidate, call, tx)
    }

    static func signedOut(_ call: Call, _ tx: Transaction) throws {
        let viewer = try call.viewer
        try Audit.record(
            AuditEntry(signOut, of: AuditRecord(account, viewer.account), about: viewer.subject), by: call, in: tx)
    }

    /// - Parameter account: nil when there is none of that name; what was typed is not kept.
    static func failed(_ account: ID<Account>?, _ call: Call) async throws {
        try await call.write { tx in
            let record = account.map { AuditRecord(Self.account, $0) }
            try Audit.record(AuditEntry(failure, of: record), by: call, in: tx)
        }
    }

    /// Before there is a session the account itself is who acts.
    private static func note(
        _ action: AuditAction, _ candidate: SignInStore.Candidate, changes: [FieldChange] = [], _ call: Call,
        _ tx: Transaction
    ) throws {
        let actor = Actor(account: candidate.account, name: candidate.name, address: call.context.address)
        try Audit.record(
            [AuditEntry(action, of: AuditRecord(account, candidate.account), changes: changes)], by: actor, call.house,
            in: tx)
    }
}
