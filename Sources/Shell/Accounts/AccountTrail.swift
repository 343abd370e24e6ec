import Kernel
import SQL

/// What the audit log is told about accounts.
enum AccountTrail {
    static let account = AuditRecordKind(
        "account", Phrase(zh: "账号", en: "Account"), path: "/accounts/")
    static let role = AuditRecordKind("role", Phrase(zh: "角色", en: "Role"), path: "/roles/")

    static let signIn = AuditAction("account.sign-in", Phrase(zh: "登录", en: "Sign in"))
    static let signOut = AuditAction("account.sign-out", Phrase(zh: "退出登录", en: "Sign out"))
    static let failure = AuditAction("account.sign-in-failure", Phrase(zh: "登录失败", en: "Failed sign-in"))
    static let password = AuditAction("account.password", Phrase(zh: "设置密码", en: "Set password"))
    static let setUp = AuditAction("account.set-up", Phrase(zh: "初始化系统", en: "Set up the system"))

    static let added = AuditAction("account.add", Phrase(zh: "新建账号", en: "Make an account"))
    static let edited = AuditAction("account.edit", Phrase(zh: "修改账号", en: "Change an account"))
    static let linked = AuditAction("account.link", Phrase(zh: "生成登录链接", en: "Issue a sign-in link"))
    static let locked = AuditAction("account.lock", Phrase(zh: "停用账号", en: "Lock an account"))
    static let unlocked = AuditAction("account.unlock", Phrase(zh: "启用账号", en: "Unlock an account"))
    static let given = AuditAction("account.give", Phrase(zh: "授予角色", en: "Give a role"))
    /// Stands out in the log: it needs somebody else's eyes.
    static let selfGiven = AuditAction("account.self-give", Phrase(zh: "为自己授权", en: "Give oneself a permission"))
    static let taken = AuditAction("account.take", Phrase(zh: "移除角色", en: "Take a role away"))
    static let sessionsEnded = AuditAction("account.end-sessions", Phrase(zh: "强制下线", en: "End sessions"))
    static let secondFactorReset = AuditAction(
        "account.reset-second-factor", Phrase(zh: "重置两步验证", en: "Reset the second factor"))
    static let secondFactorSet = AuditAction(
        "account.set-second-factor", Phrase(zh: "开启两步验证", en: "Set up the second factor"))
    static let secondFactorRemoved = AuditAction(
        "account.remove-second-factor", Phrase(zh: "关闭两步验证", en: "Switch the second factor off"))
    static let codesRenewed = AuditAction("account.recovery-codes", Phrase(zh: "更换恢复码", en: "Renew recovery codes"))
    static let newPasswordAsked = AuditAction(
        "account.ask-password", Phrase(zh: "要求修改密码", en: "Ask for a new password"))
    static let tokenMade = AuditAction("account.make-token", Phrase(zh: "创建令牌", en: "Make an API token"))
    static let tokenRevoked = AuditAction("account.revoke-token", Phrase(zh: "撤销令牌", en: "Revoke an API token"))

    static let roleMade = AuditAction("role.add", Phrase(zh: "新建角色", en: "Make a role"))
    static let roleChanged = AuditAction("role.edit", Phrase(zh: "修改角色权限", en: "Change a role"))
    static let ownRoleChanged = AuditAction("role.self-give", Phrase(zh: "修改自己的角色权限", en: "Change one's own role"))
    static let roleReset = AuditAction("role.reset", Phrase(zh: "恢复角色默认权限", en: "Reset a role"))
    static let roleDeleted = AuditAction("role.delete", Phrase(zh: "删除角色", en: "Delete a role"))

    /// What somebody did to the own account.
    static func own(_ action: AuditAction, _ changes: [FieldChange] = [], _ call: Call, _ tx: Transaction) throws {
        let viewer = try call.viewer
        try Audit.record(
            AuditEntry(
                action, of: AuditRecord(account, viewer.account), about: viewer.subject, changes: changes),
            by: call, in: tx)
    }

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
