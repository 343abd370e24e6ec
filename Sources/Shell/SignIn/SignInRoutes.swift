import Kernel
import SQL

/// Everything before and around a session.
enum SignInRoutes {
    static let all: [Route] = [
        .page(
            "/sign-in", .everyone, Phrase(zh: "登录", en: "Sign in"),
            query: [FormField("next", .text(maximum: 2_000), Phrase(zh: "登录后前往", en: "Where to go"))]
        ) { call in try await page(call, FormState()) },
        .action(
            "/sign-in", .everyone, Phrase(zh: "登录", en: "Sign in"), form: SignInForm.self, again: page,
            SignIn.enter(_:_:)),
        .page("/sign-in/second-factor", .everyone, Phrase(zh: "两步验证", en: "Second step")) { call in
            try await secondStep(call, FormState())
        },
        .action(
            "/sign-in/second-factor", .everyone, Phrase(zh: "两步验证", en: "Second step"), form: CodeForm.self,
            again: secondStep
        ) { call, form in try await SignIn.enter(call, code: form) },
        .action(
            "/sign-in/demonstration", .everyone, Phrase(zh: "以演示账号登录", en: "Sign in to the demonstration"),
            form: DemonstrationForm.self, again: page, Demonstration.enter),
        .button("/sign-out", .signedIn, Phrase(zh: "退出登录", en: "Sign out"), SignIn.leave),
        .page("/set-up/{token}", .everyone, Phrase(zh: "初始化系统", en: "Set up the system")) { call in
            try await setUpPage(call, FormState())
        },
        .action(
            "/set-up/{token}", .everyone, Phrase(zh: "初始化系统", en: "Set up the system"), form: SetUpForm.self,
            again: setUpPage, setUp),
        .page("/welcome/{token}", .everyone, Phrase(zh: "设置密码", en: "Set your password")) { call in
            try await welcome(call, FormState())
        },
        .action(
            "/welcome/{token}", .everyone, Phrase(zh: "设置密码", en: "Set your password"), form: NewPasswordForm.self,
            again: welcome, setPassword),
    ]

    private static func page(_ call: Call, _ form: FormState) async throws -> SignInPage {
        let next = OwnPath(form.isRefused ? form.value("next") : call.query["next"])
        if call.context.viewer != nil, !call.wantsJSON { throw Elsewhere(path: next?.text ?? "/") }
        let demonstration = try await call.read { tx in try Demonstration.accounts(tx) }
        return SignInPage(form: form, next: next?.text, demonstration: demonstration)
    }

    private static func secondStep(_ call: Call, _ form: FormState) async throws -> SecondStepPage {
        _ = try await SignIn.pending(call)
        let next = OwnPath(form.isRefused ? form.value("next") : call.query["next"])
        return SecondStepPage(form: form, next: next?.text)
    }

    private static func setUpPage(_ call: Call, _ form: FormState) async throws -> SetUpPage {
        let (token, house) = (try call.word("token"), call.house)
        guard try await call.read({ tx in try SetUp.admits(token, house, tx) }) else { throw Missing() }
        return SetUpPage(shortest: house.setting(.passwordShortest), form: form)
    }

    private static func setUp(_ call: Call, _ form: SetUpForm) async throws -> Outcome {
        _ = try await setUpPage(call, FormState())
        let (token, house) = (try call.word("token"), call.house)
        let hash = try await checkedHash(form.password, names: [form.login, form.name], house)
        let candidate = try await call.write { tx -> SignInStore.Candidate in
            // Two at the same time: the second finds it done.
            guard try SetUp.admits(token, house, tx) else { throw SignInRefusal.alreadySetUp }
            let account = try AccountStore.add(
                login: form.login, name: form.name, roles: [(BuiltinRole.administrator.rawValue, nil)], at: house.now,
                tx)
            try PasswordStore.set(hash, of: account, tx)
            try AccountStore.speak(call.language, account, tx)
            guard let candidate = try SignInStore.candidate(account, tx) else { throw Missing() }
            try AccountTrail.wasSetUp(by: candidate, call, tx)
            return candidate
        }
        return try await SignIn.open(candidate, nil, next: nil, call)
    }

    private static func welcome(_ call: Call, _ form: FormState) async throws -> WelcomePage {
        let candidate = try await invited(call)
        return WelcomePage(
            login: candidate.login, name: candidate.name, shortest: call.house.setting(.passwordShortest), form: form)
    }

    private static func setPassword(_ call: Call, _ form: NewPasswordForm) async throws -> Outcome {
        let candidate = try await invited(call)
        let (token, house) = (try call.word("token"), call.house)
        let hash = try await checkedHash(form.password, names: [candidate.login, candidate.name], house)
        try await call.write { tx in
            guard try LinkStore.account(of: token, house, tx) == candidate.account else { throw Missing() }
            try PasswordStore.set(hash, of: candidate.account, tx)
            if candidate.password == nil { try AccountStore.speak(call.language, candidate.account, tx) }
            try SessionStore.closeAll(of: candidate.account, tx)
            try SignInStore.settle(SignInStore.index(candidate.login, house), tx)
            try AccountTrail.passwordSet(candidate, call, tx)
        }
        return Outcome("/sign-in", Phrase(zh: "密码已设置，请登录。", en: "Your password is set. Please sign in."))
    }

    private static func invited(_ call: Call) async throws -> SignInStore.Candidate {
        let (token, house) = (try call.word("token"), call.house)
        return try await call.read { tx in
            guard let account = try LinkStore.account(of: token, house, tx),
                let candidate = try SignInStore.candidate(account, tx)
            else { throw Missing() }
            return candidate
        }
    }

    private static func checkedHash(_ typed: String, names: [String], _ house: House) async throws -> PasswordHash {
        do {
            return try await PasswordStore.hash(typed, names: names, house)
        } catch let refusal as PasswordRefusal {
            throw refusal.atField
        }
    }
}
