import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Shell

/// Setting the second factor up, using it, and losing the phone.
struct SecondFactorPageTests {
    /// The app on the phone: it has scanned what the page shows.
    private static func scan(_ page: String) throws -> TOTP {
        let key = try #require(page.firstMatch(of: /<code>([A-Z2-7 ]{32,})<\/code>/))
        let secret = try #require(Base32.bytes(String(key.1).filter { $0 != " " }))
        return try #require(TOTP(secret: secret))
    }

    private static func code(_ totp: TOTP, _ test: TestHouse) -> String {
        totp.code(step: TOTP.step(at: test.clock.now))
    }

    private static func enrolled(_ desk: Desk, _ test: TestHouse) async throws -> (totp: TOTP, codes: [String]) {
        let page = try await desk.get("/account/second-factor").text
        #expect(page.contains("<svg"))
        let totp = try scan(page)
        let answer = try await desk.post(
            "/account/second-factor", from: "/account/second-factor", ["code": code(totp, test)])
        #expect(answer.status == .ok)
        let codes = answer.text.matches(of: /<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/code>/).map { String($0.1) }
        #expect(codes.count == 10)
        return (totp, codes)
    }

    @Test func aRoleThatNeedsItLeadsThereAndNowhereElse() async throws {
        try await Desk.with { client, test in
            try await test.house.database.write { tx in
                try tx.execute("update roles set needs_second_factor = 1 where code = 'administrator'")
            }
            let desk = try await Desk.signedIn(client, test)
            for path in ["/accounts", "/account", "/audit"] {
                #expect(try await desk.get(path).location == "/account/second-factor", "\(path)")
            }
            _ = try await Self.enrolled(desk, test)
            #expect(try await desk.get("/accounts").status == .ok)
            #expect(try await test.audited(AccountTrail.secondFactorSet) == 1)
            // Reloading does not show the secret again.
            #expect(!(try await desk.get("/account/second-factor").text.contains("<svg class=\"qr-code\"")))
            let refused = try await desk.post(
                "/account/second-factor/removal", from: "/account/second-factor", ["current": Desk.password])
            #expect(refused.status == .unprocessableContent && refused.text.contains("不能关闭"))
        }
    }

    @Test func aWrongCodeChangesNothing() async throws {
        try await Desk.with { client, test in
            let desk = try await Desk.signedIn(client, test)
            let totp = try Self.scan(try await desk.get("/account/second-factor").text)
            let right = Self.code(totp, test)
            let answer = try await desk.post(
                "/account/second-factor", from: "/account/second-factor",
                ["code": right == "000000" ? "000001" : "000000"])
            #expect(answer.status == .unprocessableContent && answer.text.contains("code-problem"))
            // The key shown is still the same.
            #expect(try Self.scan(answer.text).secret == totp.secret)
            #expect(try await test.count("select count(*) from accounts where totp_secret is not null") == 0)
        }
    }

    @Test func signingInTakesTheCodeOnceOrARecoveryCodeOnce() async throws {
        try await Desk.with { client, test in
            let elsewhere = try await Desk.signedIn(client, test)
            let desk = try await Desk.signedIn(client, test)
            let (totp, codes) = try await Self.enrolled(desk, test)
            #expect(try await elsewhere.get("/account").status == .seeOther)
            test.clock.advance(minutes: 2)
            let code = Self.code(totp, test)
            for (typed, status) in [
                (code, HTTPResponse.Status.seeOther), (code, .unprocessableContent), (codes[0], .seeOther),
                (codes[0], .unprocessableContent),
            ] {
                let visitor = Desk(client, test)
                #expect(try await visitor.signIn().location == "/sign-in/second-factor")
                let answer = try await visitor.post(
                    "/sign-in/second-factor", from: "/sign-in/second-factor", ["code": typed])
                #expect(answer.status == status, "\(typed)")
                test.clock.advance(minutes: 0.05)
            }
        }
    }

    @Test func newRecoveryCodesReplaceTheOldAndOffIsOff() async throws {
        try await Desk.with { client, test in
            let desk = try await Desk.signedIn(client, test)
            let (_, codes) = try await Self.enrolled(desk, test)
            let wrong = try await desk.post(
                "/account/second-factor/recovery-codes", from: "/account/second-factor", ["current": "wrong-word-12"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("current-problem"))
            let answer = try await desk.post(
                "/account/second-factor/recovery-codes", from: "/account/second-factor", ["current": Desk.password])
            #expect(answer.status == .ok && !answer.text.contains(codes[0]))
            #expect(try await test.count("select count(*) from recovery_codes") == 10)
            let off = try await desk.post(
                "/account/second-factor/removal", from: "/account/second-factor", ["current": Desk.password])
            #expect(off.status == .seeOther)
            #expect(try await test.count("select count(*) from recovery_codes") == 0)
            #expect(try await Desk(client, test).signIn().location == "/")
        }
    }

    @Test func demonstrationAccountsStayAsTheyAre() async throws {
        try await Desk.with { client, test in
            let house = test.house
            try await house.database.write { tx in
                try DemonstrationAccounts.make(house, tx)
                try DemonstrationAccounts.make(house, tx)
                try Settings.set(.demonstration, true, by: ID(0), at: house.now, tx)
            }
            #expect(try await test.count("select count(*) from accounts where is_demonstration = 1") == 12)
            let visitor = Desk(client, test)
            let page = try await visitor.get("/sign-in").text
            let accounts = page.matches(of: /name="account" value="(\d+)"/).map { String($0.1) }
            #expect(accounts.count == 12)
            for account in accounts {
                let guest = Desk(client, test)
                let answer = try await guest.post(
                    "/sign-in/demonstration", from: "/sign-in", ["account": account])
                #expect(answer.status == .seeOther)
                #expect(try await guest.get("/account").status == .ok)
            }
            try await visitor.post("/sign-in/demonstration", from: "/sign-in", ["account": accounts[0]])
            for (path, fields) in [
                ("/account/password", ["current": "x", "password": "amber-cloud-71", "again": "amber-cloud-71"]),
                ("/account/second-factor", ["code": "123456"]),
                ("/account/tokens", ["name": "t", "scopes": "account.use", "days": "30"]),
            ] as [(String, KeyValuePairs<String, String>)] {
                let answer = try await visitor.post(path, from: path, fields)
                #expect(answer.status == .unprocessableContent && answer.text.contains("演示账号"), "\(path)")
            }
            // An account of the company cannot be entered like this, and none once the mode is off.
            let own = try await test.administrator
            #expect(
                try await Desk(client, test).post("/sign-in/demonstration", from: "/sign-in", ["account": "\(own)"])
                    .status
                    == .notFound)
            try await house.database.write { tx in
                try Settings.set(.demonstration, false, by: ID(0), at: house.now, tx)
            }
            let closed = Desk(client, test)
            #expect(!(try await closed.get("/sign-in").text.contains("/sign-in/demonstration")))
            #expect(
                try await closed.post("/sign-in/demonstration", from: "/sign-in", ["account": accounts[0]]).status
                    == .notFound)
        }
    }
}
