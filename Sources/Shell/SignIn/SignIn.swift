import Hummingbird
import Kernel
import SQL

/// The way in: password, second factor, session.
enum SignIn {
    private static let secondCookie = "tenure_second"
    /// Milliseconds between the password and the code.
    private static let patience: Int64 = 10 * 60_000

    /// The first step.
    static func enter(_ call: Call, _ form: SignInForm) async throws -> Outcome {
        let house = call.house
        let index = SignInStore.index(form.login, house)
        let begun = try await call.write { tx in
            (
                attempt: try SignInStore.begin(index, address: call.context.address, house, tx),
                candidate: try SignInStore.candidate(login: form.login, tx)
            )
        }
        let stored = begun.candidate.flatMap { $0.isActive ? $0.password : nil }
        let isRight: Bool
        do {
            isRight = try await house.passwordLane.run { try PasswordHash.verify(form.password, against: stored) }
        } catch {
            try await call.write { tx in try SignInStore.withdraw(begun.attempt, tx) }
            throw error
        }
        guard isRight, let candidate = begun.candidate else {
            try await AccountTrail.failed(begun.candidate?.account, call)
            throw SignInRefusal.wrong
        }
        if let stored, stored.needsRehash() { try await renew(form.password, candidate, house) }
        guard candidate.hasSecondFactor else {
            return try await open(candidate, begun.attempt, next: form.next, call)
        }
        try await call.write { tx in try SignInStore.withdraw(begun.attempt, tx) }
        var query = FormFields()
        if let next = form.next { query.add("next", next.text) }
        return Outcome(
            "/sign-in/second-factor" + (query.isEmpty ? "" : "?" + query.urlEncoded), cookies: [second(candidate, call)]
        )
    }

    /// The second step.
    static func enter(_ call: Call, code form: CodeForm) async throws -> Outcome {
        let house = call.house
        let candidate = try await pending(call)
        let index = SignInStore.index(candidate.login, house)
        let attempt = try await call.write { tx in
            try SignInStore.begin(index, address: call.context.address, house, tx)
        }
        let isRight = try await call.write { tx in
            try SecondFactorStore.accept(form.code, of: candidate.account, house, tx)
        }
        guard isRight else {
            try await AccountTrail.failed(candidate.account, call)
            throw SignInRefusal.wrongCode
        }
        return try await open(candidate, attempt, next: form.next, call)
    }

    /// Whose password was right a moment ago.
    /// - Throws: the way back to the first step.
    static func pending(_ call: Call) async throws -> SignInStore.Candidate {
        let reader = SignedCookie(name: secondCookie, keyring: call.house.keyring)
        guard let text = call.cookie(secondCookie), let payload = try? reader.payload(of: text, at: call.house.now)
        else { throw Elsewhere(path: "/sign-in") }
        let parts = payload.split(separator: ".")
        guard parts.count == 2, let account = ID<Account>(String(parts[0])), let version = Int64(parts[1]),
            let candidate = try await call.read({ tx in try SignInStore.candidate(account, tx) }),
            candidate.isActive, candidate.version == version
        else { throw Elsewhere(path: "/sign-in") }
        return candidate
    }

    private static func second(_ candidate: SignInStore.Candidate, _ call: Call) -> Cookie {
        let value = SignedCookie(name: secondCookie, keyring: call.house.keyring).text(
            "\(candidate.account).\(candidate.version)", until: call.house.now.adding(milliseconds: patience))
        return Cookie(
            name: secondCookie, value: value, path: "/sign-in", secure: call.context.isSecure, httpOnly: true,
            sameSite: .lax)
    }

    /// Opens a session for somebody all of whose steps were right.
    static func open(
        _ candidate: SignInStore.Candidate, _ attempt: SignInStore.Attempt?, next: OwnPath?, _ call: Call
    ) async throws -> Outcome {
        let house = call.house
        let token = try await call.write { tx -> Token in
            // The account may have been closed or its password changed while the hash was computed.
            guard let now = try SignInStore.candidate(candidate.account, tx), now.isActive,
                now.version == candidate.version
            else { throw SignInRefusal.startAgain }
            if let attempt { try SignInStore.settle(attempt, tx) }
            try AccountTrail.signedIn(candidate, call, tx)
            return try SessionStore.open(
                of: candidate.account, address: call.context.address, agent: call.context.agent, house, tx)
        }
        var cookies = [Sessions.cookie(token, call.context)]
        if !call.context.isLanguageChosen { cookies.append(Visitor.cookie(for: candidate.language)) }
        cookies.append(
            Cookie(name: secondCookie, value: "", maxAge: 0, path: "/sign-in", httpOnly: true, sameSite: .lax))
        return Outcome(next?.text ?? "/", cookies: cookies)
    }

    /// Hashes the password again at today's cost.
    private static func renew(_ typed: String, _ candidate: SignInStore.Candidate, _ house: House) async throws {
        let hash = try await house.passwordLane.run {
            try PasswordHash(try Password(typed), from: house.world.randomBytes)
        }
        try await house.database.write { tx in
            _ = try tx.execute("update accounts set password = \(hash.text) where id = \(candidate.account)")
        }
    }

    /// Ends the session of the request.
    static func leave(_ call: Call) async throws -> Outcome {
        let account = try call.viewer.account
        if let session = call.context.session {
            try await call.write { tx in
                _ = try SessionStore.close(session, of: account, tx)
                try AccountTrail.signedOut(call, tx)
            }
        }
        return Outcome(
            "/sign-in", Phrase(zh: "已退出登录。", en: "You have signed out."), cookies: [Sessions.goneCookie(call.context)])
    }
}
