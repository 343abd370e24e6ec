import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Shell

/// API tokens: made, used within their scopes, ended.
struct TokenPageTests {
    private static func made(_ desk: Desk, scopes: String, days: String = "30") async throws -> String {
        let answer = try await desk.post(
            "/account/tokens", from: "/account/tokens", ["name": "考勤同步", "scopes": scopes, "days": days])
        #expect(answer.status == .ok)
        return String(try #require(answer.text.firstMatch(of: /tnr_[a-z2-7]{60}/)).0)
    }

    @Test func aTokenDoesWhatItsScopesSayUntilItsLastDay() async throws {
        try await Desk.with { client, test in
            let desk = try await Desk.signedIn(client, test)
            let token = try await Self.made(desk, scopes: "audit.read")
            #expect(try await desk.ask("/audit", token: token).status == .ok)
            #expect(try await desk.ask("/jobs", token: token).status == .notFound)
            #expect(try await desk.ask("/accounts", token: token).status == .notFound)
            // What everybody may do is a scope too.
            #expect(try await desk.ask("/inbox", token: token).status == .notFound)
            let other = try await Self.made(desk, scopes: "account.use")
            #expect(try await desk.ask("/inbox", token: other).status == .ok)
            // The list shows how it begins, never the token.
            let list = try await desk.get("/account/tokens").text
            #expect(list.contains("考勤同步") && !list.contains(token))
            #expect(try await test.count("select count(*) from audit_entries where action = 'account.make-token'") == 2)
            test.clock.advance(minutes: 31 * 24 * 60)
            #expect(try await desk.ask("/audit", token: token).status == .unauthorized)
        }
    }

    @Test func aTokenDoesNotOutliveThePermissionsOfItsAccount() async throws {
        try await Desk.with { client, test in
            let account = try await test.account("chen", [RoleGift(role: "auditor")])
            let desk = try await Desk.signedIn("chen", client, test)
            let token = try await Self.made(desk, scopes: "audit.read")
            #expect(try await desk.ask("/audit", token: token).status == .ok)
            let house = test.house
            try await house.database.write { tx in
                try AccountChanges(house).take(role: "auditor", unit: nil, from: account, tx)
            }
            #expect(try await desk.ask("/audit", token: token).status == .notFound)
            try await house.database.write { tx in try AccountChanges(house).lock(account, tx) }
            #expect(try await desk.ask("/audit", token: token).status == .unauthorized)
        }
    }

    @Test func nobodyGivesATokenMoreThanHeHas() async throws {
        try await Desk.with { client, test in
            try await test.account("chen")
            let desk = try await Desk.signedIn("chen", client, test)
            for scopes in ["audit.read", "nonsense", ""] {
                let answer = try await desk.post(
                    "/account/tokens", from: "/account/tokens", ["name": "x", "scopes": scopes, "days": "30"])
                #expect(answer.status == .unprocessableContent && answer.text.contains("scopes-problem"), "\(scopes)")
            }
            let long = try await desk.post(
                "/account/tokens", from: "/account/tokens", ["name": "x", "scopes": "account.use", "days": "9999"])
            #expect(long.status == .unprocessableContent && long.text.contains("days-problem"))
            #expect(try await test.count("select count(*) from api_tokens") == 0)
        }
    }

    @Test func aTokenMakesNoTokensAndTouchesNoSignIn() async throws {
        try await Desk.with { client, test in
            let desk = try await Desk.signedIn(client, test)
            let token = try await Self.made(desk, scopes: "account.use")
            for path in ["/account", "/account/tokens", "/account/sessions", "/account/second-factor"] {
                #expect(try await desk.ask(path, token: token).status == .notFound, "\(path)")
            }
            let more = try await desk.tell(
                "/account/tokens", token: token, json: #"{"name": "y", "scopes": ["account.use"], "days": "30"}"#)
            #expect(more.status == .notFound)
            #expect(try await test.count("select count(*) from api_tokens") == 1)
        }
    }

    @Test func arevokedTokenIsNoneAndForeignOnesAreNotMine() async throws {
        try await Desk.with { client, test in
            try await test.account("chen")
            let (desk, other) = (
                try await Desk.signedIn(client, test), try await Desk.signedIn("chen", client, test)
            )
            let token = try await Self.made(desk, scopes: "audit.read")
            let page = try await desk.get("/account/tokens").text
            let path = String(try #require(page.firstMatch(of: /\/account\/tokens\/\d+\/revocation/)).0)
            #expect(try await other.post(path, from: "/account/tokens", [:]).status == .notFound)
            #expect(try await desk.post(path, token: "x", [:]).status == .forbidden)
            #expect(try await desk.ask("/audit", token: token).status == .ok)
            #expect(try await desk.post(path, from: "/account/tokens", [:]).status == .seeOther)
            #expect(try await desk.ask("/audit", token: token).status == .unauthorized)
        }
    }

    @Test func thereIsALimit() async throws {
        try await Desk.with { client, test in
            let desk = try await Desk.signedIn(client, test)
            for _ in 0..<TokenStore.most { _ = try await Self.made(desk, scopes: "audit.read") }
            let answer = try await desk.post(
                "/account/tokens", from: "/account/tokens", ["name": "x", "scopes": "audit.read", "days": "30"])
            #expect(answer.status == .unprocessableContent && answer.text.contains("最多"))
        }
    }
}
