import Kernel
import Markup
import SQL

/// Accounts of others, for those who manage them.
enum AccountRoutes {
    static let pageLength = 50

    static let filters = [
        FormField("q", .text(), Phrase(zh: "姓名、账号名", en: "Name, account name")),
        FormField("role", .text(), AccountWords.role),
        FormField("state", .choice(AccountState.allCases.map { Choice($0.rawValue, $0.name) }), AccountWords.state),
    ]

    static let all: [Route] =
        [
            .page(
                "/accounts", .needs(.manageAccounts), AccountWords.accounts,
                query: filters + [FormField("after", .text(), Phrase(zh: "在此账号名之后", en: "After this account name"))],
                list),
            .page("/accounts/new", .needs(.manageAccounts), Phrase(zh: "邀请人员", en: "Invite somebody")) { call in
                try await newPage(call, FormState())
            },
            .disclosure(
                "/accounts/new", .needs(.manageAccounts), Phrase(zh: "创建账号", en: "Make an account"),
                form: NewAccountForm.self, again: newPage, invite),
            .page("/accounts/{id}", .needs(.manageAccounts), AccountWords.account) { call in
                try await page(call, FormState(), refused: nil)
            },
        ] + changes

    private static let changes: [Route] = [
        .action(
            "/accounts/{id}/edit", .needs(.manageAccounts), Phrase(zh: "修改账号资料", en: "Change an account"),
            form: AccountEditForm.self, again: { call, form in try await page(call, form, refused: "edit") }
        ) { call, form in
            let (house, old) = (call.house, try call.id(of: Account.self))
            try await change(call) { changes, account, tx in
                let subject = try form.person.map { try person($0, house, tx).id }
                try changes.edit(account, name: form.name, language: form.language, subject: subject, tx)
            }
            return Outcome("/accounts/\(old)", Phrase(zh: "账号资料已保存。", en: "Saved."))
        },
        .action(
            "/accounts/{id}/roles", .needs(.manageAccounts), Phrase(zh: "授予角色", en: "Give a role"),
            form: RoleGiftForm.self, again: { call, form in try await page(call, form, refused: nil) }
        ) { call, form in
            let house = call.house
            try await change(call) { changes, account, tx in
                try check(form.gift, house, tx)
                do {
                    try changes.give(form.gift, to: account, tx)
                } catch let refusal as AccountRefusal {
                    throw refusal.atGift
                }
            }
            return try done(call, Phrase(zh: "角色已授予，立即生效。", en: "The role is given, at once."))
        },
        .action(
            "/accounts/{id}/roles/removal", .needs(.manageAccounts), Phrase(zh: "移除角色", en: "Take a role away"),
            form: RoleRemovalForm.self, again: { call, form in try await page(call, form, refused: "removal") }
        ) { call, form in
            try await change(call) { changes, account, tx in
                try changes.take(role: form.role, unit: form.unit, from: account, tx)
            }
            // Who takes the permission from himself has no page to come back to.
            guard AccountRules.managesAccounts(try call.viewer), try call.id() != call.viewer.account else {
                return Outcome("/", Phrase(zh: "角色已移除，立即生效。", en: "The role is gone, at once."))
            }
            return try done(call, Phrase(zh: "角色已移除，立即生效。", en: "The role is gone, at once."))
        },
        .action(
            "/accounts/{id}/locking", .needs(.manageAccounts), Phrase(zh: "停用账号", en: "Lock an account"),
            form: EmptyForm.self, again: { call, form in try await page(call, form, refused: "state") }
        ) { call, _ in
            try await change(call) { changes, account, tx in try changes.lock(account, tx) }
            return try done(call, Phrase(zh: "账号已停用，所有登录和令牌立即失效。", en: "Locked; all sessions and tokens are off."))
        },
        .action(
            "/accounts/{id}/unlocking", .needs(.manageAccounts), Phrase(zh: "启用账号", en: "Unlock an account"),
            form: EmptyForm.self, again: { call, form in try await page(call, form, refused: "state") }
        ) { call, _ in
            try await change(call) { changes, account, tx in try changes.unlock(account, tx) }
            return try done(call, Phrase(zh: "账号已启用。", en: "Unlocked."))
        },
        .disclosure(
            "/accounts/{id}/link", .needs(.manageAccounts), Phrase(zh: "生成登录链接", en: "Issue a sign-in link"),
            form: EmptyForm.self, again: { call, form in try await page(call, form, refused: "state") }
        ) { call, _ in
            let account = try call.id(of: Account.self)
            let link = try await call.write { tx in try AccountChanges(call).link(for: account, tx) }
            return try await AccountInvitation.page(account, link, call)
        },
        .action(
            "/accounts/{id}/new-password", .needs(.manageAccounts), Phrase(zh: "要求修改密码", en: "Ask for a new password"),
            form: EmptyForm.self, again: { call, form in try await page(call, form, refused: "state") }
        ) { call, _ in
            try await change(call) { changes, account, tx in try changes.requireNewPassword(of: account, tx) }
            return try done(
                call, Phrase(zh: "该账号的下一步操作前须先修改密码。", en: "A new password is asked for before anything else."))
        },
        .action(
            "/accounts/{id}/second-factor/removal", .needs(.manageAccounts),
            Phrase(zh: "重置两步验证", en: "Reset the second factor"), form: EmptyForm.self,
            again: { call, form in try await page(call, form, refused: "state") }
        ) { call, _ in
            try await change(call) { changes, account, tx in try changes.resetSecondFactor(of: account, tx) }
            return try done(call, Phrase(zh: "两步验证已重置，该账号须重新登录。", en: "Reset; the account has to sign in again."))
        },
        .action(
            "/accounts/{id}/sessions/revocation", .needs(.manageAccounts), Phrase(zh: "全部强制下线", en: "End all sessions"),
            form: EmptyForm.self, again: { call, form in try await page(call, form, refused: "state") }
        ) { call, _ in
            try await change(call) { changes, account, tx in try changes.endSessions(of: account, tx) }
            return try done(call, Phrase(zh: "该账号的所有登录已退出。", en: "All sessions are over."))
        },
        .action(
            "/accounts/{id}/sessions/{session_id}/revocation", .needs(.manageAccounts),
            Phrase(zh: "强制下线一处登录", en: "End a session"), form: EmptyForm.self,
            again: { call, form in try await page(call, form, refused: "state") }
        ) { call, _ in
            let session: ID<Sessions> = try call.id("session_id")
            try await change(call) { changes, account, tx in try changes.end(session, of: account, tx) }
            return try done(call, Phrase(zh: "该登录已退出。", en: "That session is over."))
        },
        .action(
            "/accounts/{id}/tokens/{token_id}/revocation", .needs(.manageAccounts),
            Phrase(zh: "撤销账号的令牌", en: "Revoke a token of an account"), form: EmptyForm.self,
            again: { call, form in try await page(call, form, refused: "state") }
        ) { call, _ in
            let token: ID<APIToken> = try call.id("token_id")
            try await change(call) { changes, account, tx in try changes.revoke(token: token, of: account, tx) }
            return try done(call, Phrase(zh: "令牌已撤销。", en: "The token no longer works."))
        },
    ]

    private static func change(
        _ call: Call, _ body: @escaping @Sendable (AccountChanges, ID<Account>, Transaction) throws -> Void
    ) async throws {
        let account = try call.id(of: Account.self)
        let changes = try AccountChanges(call)
        try await call.write { tx in try body(changes, account, tx) }
    }

    private static func done(_ call: Call, _ word: Phrase) throws -> Outcome {
        Outcome("/accounts/\(try call.id(of: Account.self))", word)
    }

    private static func list(_ call: Call) async throws -> AccountsPage {
        _ = try AccountChanges(call)
        let (filter, house) = (AccountFilter(call.query), call.house)
        return try await call.read { tx in
            let rows = try AccountList.rows(filter, limit: pageLength + 1, house, tx)
            let shown = Array(rows.prefix(pageLength))
            return AccountsPage(
                rows: shown, next: rows.count > shown.count ? shown.last?.login : nil, roles: try RoleStore.choices(tx))
        }
    }

    private static func newPage(_ call: Call, _ form: FormState) async throws -> NewAccountPage {
        _ = try AccountChanges(call)
        let (house, language) = (call.house, call.house.setting(.language))
        let person = call.query["person"] ?? ""
        return try await call.read { tx in
            NewAccountPage(
                roles: try RoleStore.choices(tx), units: try house.subjects.units(UnitChoices.most, tx),
                form: form.isRefused
                    ? form : FormState(["role": "employee", "language": language.rawValue, "person": person]))
        }
    }

    private static func invite(_ call: Call, _ form: NewAccountForm) async throws -> AccountLinkPage {
        let (changes, house) = (try AccountChanges(call), call.house)
        let made = try await call.write { tx -> (ID<Account>, String) in
            let card = try form.person.map { try person($0, house, tx) }
            try check(form.gift, house, tx)
            do {
                let account = try changes.add(
                    AccountDraft(
                        login: form.login ?? card?.mail ?? card?.number ?? "", name: form.name ?? card?.name ?? "",
                        subject: card?.id, language: form.language, roles: [form.gift]), tx)
                return (account, try changes.link(for: account, tx))
            } catch let refusal as AccountRefusal {
                throw refusal.atGift
            }
        }
        return try await AccountInvitation.page(made.0, made.1, call)
    }

    /// - Throws: the problem at the field `person`.
    static func person(_ text: String, _ house: House, _ tx: Transaction) throws -> SubjectCard {
        let found = try house.subjects.named(text, tx)
        // A number is nobody else's name.
        if let card = found.first(where: { $0.number.lowercased() == text.lowercased() }) { return card }
        guard let card = found.first else {
            throw FormProblem(
                field: "person",
                problem: Phrase(
                    zh: "花名册中没有工号或姓名为“\(text)”的人员，请检查后重新填写。",
                    en: "Nobody on the staff list has the number or name “\(text)”. Check it."))
        }
        guard found.count == 1 else {
            throw FormProblem(field: "person", problem: AccountRefusal.severalNamed(text).explanation)
        }
        return card
    }

    /// - Throws: the problem at the field `unit`.
    private static func check(_ gift: RoleGift, _ house: House, _ tx: Transaction) throws {
        guard let unit = gift.unit else { return }
        guard try house.subjects.units(UnitChoices.most, tx).contains(where: { $0.id == unit }) else {
            throw FormProblem(
                field: "unit", problem: Phrase(zh: "没有这个组织，或已撤销。", en: "There is no such unit, or it was closed."))
        }
    }

    private static func page(_ call: Call, _ form: FormState, refused: String?) async throws -> AccountPage {
        _ = try AccountChanges(call)
        let (id, house, viewer) = (try call.id(of: Account.self), call.house, try call.viewer)
        let session = call.context.session
        return try await call.read { tx in
            try AccountPage.load(id, form, refused: refused, as: viewer, session: session, house, tx)
        }
    }
}

extension AccountRefusal {
    /// Where the forms that give a role show it.
    var atGift: any Error {
        switch self {
        case .loginTaken, .unusableLogin: FormProblem(field: "login", problem: explanation)
        case .subjectHasAccount, .noSuchSubject: FormProblem(field: "person", problem: explanation)
        case .noSuchRole, .beyondOwn: FormProblem(field: "role", problem: explanation)
        case .dayHasPassed: FormProblem(field: "until", problem: explanation)
        default: self
        }
    }
}
