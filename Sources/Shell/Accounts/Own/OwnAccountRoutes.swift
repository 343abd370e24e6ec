import Kernel
import SQL

/// What everybody does with the own account, in a browser: how to sign in is no business of programs.
enum OwnAccountRoutes {
    static let all: [Route] =
        [
            .page("/account", .signedIn, OwnAccountPage.crumb.title) { call in try await page(call, FormState()) },
            .action(
                "/account", .signedIn, Phrase(zh: "修改个人设置", en: "Change preferences"), form: OwnAccountForm.self,
                again: page, prefer),
            .page("/account/password", .signedIn, Phrase(zh: "修改密码", en: "Change password")) { call in
                try await passwordPage(call, FormState())
            },
            .action(
                "/account/password", .signedIn, Phrase(zh: "修改密码", en: "Change password"), form: PasswordForm.self,
                again: passwordPage, changePassword),
        ] + SecondFactorRoutes.all + SessionRoutes.all + TokenRoutes.all

    private static func page(_ call: Call, _ form: FormState) async throws -> OwnAccountPage {
        let (account, house) = (try await call.ownAccount(), call.house)
        return try await call.read { tx in
            let gifts = try AccountStore.gifts(of: [account.id], tx)[account.id] ?? []
            let names = Dictionary(
                try RoleStore.rows(tx).map { ($0.code, $0.name) }, uniquingKeysWith: { one, _ in one })
            let units = try gifts.contains { $0.unit != nil } ? house.subjects.units(UnitChoices.most, tx) : []
            return OwnAccountPage(
                account: account,
                roles: gifts.filter { ($0.until ?? house.today) >= house.today }.map { gift in
                    .init(
                        name: names[gift.role] ?? Phrase(verbatim: gift.role),
                        unit: gift.unit.map { UnitChoices.name(of: $0, in: units) }, reach: gift.reach,
                        until: gift.until)
                }, sessions: try SessionRow.of(account.id, current: nil, house, tx).count,
                tokens: try TokenStore.rows(of: account.id, house, tx).filter { !$0.isOver }.count,
                form: form.isRefused
                    ? form : FormState(["name": account.name, "language": account.language.rawValue]))
        }
    }

    private static func prefer(_ call: Call, _ form: OwnAccountForm) async throws -> Outcome {
        let before = try await call.ownAccount()
        try before.refuseShared()
        // Who is on the staff list is called as there.
        let name = before.isPerson ? before.name : form.name ?? before.name
        try await call.write { tx in
            try tx.execute(
                "update accounts set name = \(name), language = \(form.language) where id = \(before.id)")
            try AccountStore.touch(before.id, tx)
            let changes = FieldChange.real([
                FieldChange("name", AccountWords.name, .public, before: before.name, after: name),
                FieldChange(
                    "language", AccountWords.language, .public, before: before.language.rawValue,
                    after: form.language.rawValue),
            ])
            if !changes.isEmpty { try AccountTrail.own(AccountTrail.edited, changes, call, tx) }
        }
        return Outcome(
            "/account", Phrase(zh: "设置已保存。", en: "Saved."), cookies: [Visitor.cookie(for: form.language)])
    }

    private static func passwordPage(_ call: Call, _ form: FormState) async throws -> PasswordPage {
        PasswordPage(
            account: try await call.ownAccount(), shortest: call.house.setting(.passwordShortest), form: form)
    }

    private static func changePassword(_ call: Call, _ form: PasswordForm) async throws -> Outcome {
        let (own, session) = (try await call.ownAccount(), try call.ownSession)
        try own.refuseShared()
        let candidate = try await confirmed(form.current, call)
        let hash: PasswordHash
        do {
            hash = try await PasswordStore.hash(form.password, names: [own.login, own.name], call.house)
        } catch let refusal as PasswordRefusal {
            throw refusal.atField
        }
        try await call.write { tx in
            // Somebody else may have changed it while the hash was computed.
            guard try SignInStore.candidate(own.id, tx)?.version == candidate.version else {
                throw SignInRefusal.startAgain
            }
            try PasswordStore.set(hash, of: own.id, tx)
            try SessionStore.closeAll(of: own.id, but: session, tx)
            try AccountTrail.own(
                AccountTrail.password, [.secret("password", AccountWords.password)], call, tx)
        }
        return Outcome(
            own.mustChangePassword ? "/" : "/account",
            Phrase(zh: "密码已修改，其他设备已退出登录。", en: "Your password is changed; other devices are signed out."))
    }

    /// - Throws: the refusal at the field of the current password.
    static func confirmed(_ typed: String, _ call: Call) async throws -> SignInStore.Candidate {
        do {
            return try await PasswordStore.confirm(typed, call)
        } catch let refusal as AccountRefusal where refusal == .wrongPassword {
            throw FormProblem(field: "current", problem: refusal.explanation)
        }
    }
}
