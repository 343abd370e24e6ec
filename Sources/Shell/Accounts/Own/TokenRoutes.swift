import Kernel
import SQL

/// API tokens of the own account. A token cannot make another one.
enum TokenRoutes {
    static let all: [Route] = [
        .page("/account/tokens", .signedIn, AccountWords.tokens) { call in try await page(call, FormState()) },
        .disclosure(
            "/account/tokens", .signedIn, Phrase(zh: "创建 API 令牌", en: "Make an API token"), form: TokenForm.self,
            again: page, make),
        .button("/account/tokens/{id}/revocation", .signedIn, Phrase(zh: "撤销 API 令牌", en: "Revoke an API token")) {
            call in
            let (viewer, _, token) = (try call.viewer, try call.ownSession, try call.id(of: APIToken.self))
            try await call.write { tx in
                guard let name = try TokenStore.revoke(token, of: viewer.account, tx) else { throw Missing() }
                try AccountTrail.own(
                    AccountTrail.tokenRevoked,
                    [FieldChange("token", AccountWords.token, before: name, after: nil)], call, tx)
            }
            return Outcome("/account/tokens", Phrase(zh: "令牌已撤销，立即失效。", en: "The token no longer works."))
        },
    ]

    private static func page(_ call: Call, _ form: FormState) async throws -> TokensPage {
        let (own, house, viewer) = (try await call.ownAccount(), call.house, try call.viewer)
        return try await call.read { tx in
            TokensPage(
                rows: try TokenStore.rows(of: own.id, house, tx),
                scopes: house.capabilities.filter { viewer.can($0) }.map { .init(code: $0.code, name: $0.name) },
                isDemonstration: own.isDemonstration, form: form.isRefused ? form : FormState(["days": "90"]))
        }
    }

    private static func make(_ call: Call, _ form: TokenForm) async throws -> NewTokenPage {
        let (own, house, viewer) = (try await call.ownAccount(), call.house, try call.viewer)
        try own.refuseShared()
        let scopes = house.capabilities.filter { viewer.can($0) && form.scopes.contains($0.code) }
        guard scopes.count == Set(form.scopes).count else {
            throw FormProblem(
                field: "scopes",
                problem: Phrase(zh: "只能选择您自己拥有的权限。", en: "A token can be given only what you may do yourself."))
        }
        let last = house.today + form.days
        let token = try await call.write { tx in
            let token = try TokenStore.add(form.name, scopes: scopes, through: last, to: own.id, house, tx)
            try AccountTrail.own(
                AccountTrail.tokenMade,
                [
                    FieldChange("token", AccountWords.token, before: nil, after: form.name),
                    FieldChange(
                        "scopes", Phrase(zh: "权限范围", en: "Scopes"), .public, before: nil,
                        after: scopes.map(\.code).joined(separator: ", ")),
                    FieldChange("until", AccountWords.until, .public, before: nil, after: "\(last)"),
                ], call, tx)
            return token
        }
        return NewTokenPage(name: form.name, token: token.text)
    }
}
