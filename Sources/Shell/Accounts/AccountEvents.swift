import Kernel

/// An account was made.
package struct AccountAdded: JournalEntry {
    package static let code = "accounts.added"
    package static let name = Phrase(zh: "新建账号", en: "Account made")
    package let account: ID<Account>
    package let about: ID<Subject>?
}

/// Somebody can no longer sign in.
package struct AccountLocked: JournalEntry {
    package static let code = "accounts.locked"
    package static let name = Phrase(zh: "停用账号", en: "Account locked")
    package let account: ID<Account>
    package let about: ID<Subject>?
}

package struct AccountUnlocked: JournalEntry {
    package static let code = "accounts.unlocked"
    package static let name = Phrase(zh: "启用账号", en: "Account unlocked")
    package let account: ID<Account>
    package let about: ID<Subject>?
}

/// An account has other roles, or its roles another reach.
package struct AccountRolesChanged: JournalEntry {
    package static let code = "accounts.roles-changed"
    package static let name = Phrase(zh: "账号角色变更", en: "Roles of an account changed")
    package let account: ID<Account>
    package let about: ID<Subject>?
}

/// A role allows something else than before.
package struct RoleChanged: JournalEntry {
    package static let code = "roles.changed"
    package static let name = Phrase(zh: "角色权限变更", en: "Role changed")
    package let role: String
}

enum AccountEvents {
    static let all: [any JournalEntry.Type] = [
        AccountAdded.self, AccountLocked.self, AccountUnlocked.self, AccountRolesChanged.self, RoleChanged.self,
    ]
}
