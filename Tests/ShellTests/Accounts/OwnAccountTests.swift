import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Shell

/// What everybody does with the own account.
struct OwnAccountTests {
    private static let fresh = "amber-cloud-71-fence"

    @Test func aNewPasswordWorksAndEndsOtherSessions() async throws {
        try await Desk.with { client, test in
            let here = try await Desk.signedIn(client, test)
            let elsewhere = try await Desk.signedIn(client, test)
            let answer = try await here.post(
                "/account/password", from: "/account/password",
                ["current": Desk.password, "password": Self.fresh, "again": Self.fresh])
            #expect(answer.status == .seeOther && answer.location == "/account")
            #expect(try await here.get("/account").status == .ok)
            #expect(try await elsewhere.get("/account").status == .seeOther)
            #expect(try await Desk(client, test).signIn().status == .unprocessableContent)
            #expect(try await Desk(client, test).signIn(Self.fresh).status == .seeOther)
            #expect(try await test.audited(AccountTrail.password) == 1)
        }
    }

    @Test(arguments: [
        ("current", "not-the-password-1", fresh, fresh), ("password", Desk.password, "1234567890", "1234567890"),
        ("again", Desk.password, fresh, "another-word-55-tree"),
        ("password", Desk.password, Desk.password, Desk.password),
        ("password", Desk.password, "lin.yue-2026", "lin.yue-2026"),
    ])
    func aPasswordThatCannotBeTakenComesBackAtItsField(
        _ field: String, _ current: String, _ password: String, _ again: String
    ) async throws {
        try await Desk.with { client, test in
            let desk = try await Desk.signedIn(client, test)
            let answer = try await desk.post(
                "/account/password", from: "/account/password",
                ["current": current, "password": password, "again": again])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"\(field)-problem\""))
            for typed in [current, password, again] { #expect(!answer.text.contains(">\(typed)<")) }
            #expect(!answer.text.contains("value=\"\(password)\""))
            #expect(try await Desk(client, test).signIn().status == .seeOther)
        }
    }

    @Test func guessingTheCurrentPasswordIsSlowedDown() async throws {
        try await Desk.with { client, test in
            let desk = try await Desk.signedIn(client, test)
            var last = ""
            for _ in 0..<6 {
                last = try await desk.post(
                    "/account/password", from: "/account/password",
                    ["current": "guess-again-77", "password": Self.fresh, "again": Self.fresh]
                ).text
            }
            #expect(last.contains("秒") || last.contains("分钟"))
        }
    }

    @Test func whoMustChangeThePasswordIsLedThereAndOn() async throws {
        try await Desk.with { client, test in
            let account = try await test.account("chen")
            let house = test.house
            try await house.database.write { tx in
                try AccountChanges(house).requireNewPassword(of: account, tx)
            }
            let desk = try await Desk.signedIn("chen", client, test)
            for path in ["/account", "/account/tokens", "/inbox"] {
                #expect(try await desk.get(path).location == "/account/password", "\(path)")
            }
            #expect(try await desk.get("/inbox.json").status == .unauthorized)
            let page = try await desk.get("/account/password")
            #expect(page.status == .ok && page.text.contains("管理员要求"))
            let answer = try await desk.post(
                "/account/password", from: "/account/password",
                ["current": Desk.password, "password": Self.fresh, "again": Self.fresh])
            #expect(answer.location == "/")
            #expect(try await desk.get("/inbox").status == .ok)
        }
    }

    @Test func preferencesAreKeptAndTheLanguageFollows() async throws {
        try await Desk.with { client, test in
            let desk = try await Desk.signedIn(client, test)
            let answer = try await desk.post("/account", from: "/account", ["name": "林月", "language": "en"])
            #expect(answer.status == .seeOther)
            let page = try await desk.get("/account").text
            #expect(page.contains("My account") && page.contains("林月"))
            let bad = try await desk.post("/account", from: "/account", ["name": "林月", "language": "fr"])
            #expect(bad.status == .unprocessableContent && bad.text.contains("language-problem"))
        }
    }

    @Test func whoIsOnTheStaffListKeepsThatName() async throws {
        try await Desk.with(rooms: [.twoPeople]) { client, test in
            try await test.account("wang", subject: ID(9_001))
            let desk = try await Desk.signedIn("wang", client, test)
            #expect(!(try await desk.get("/account").text.contains("name=\"name\"")))
            try await desk.post("/account", from: "/account", ["name": "系统管理员", "language": "zh"])
            #expect(!(try await desk.get("/account").text.contains("系统管理员")))
        }
    }

    @Test func sessionsAreSeenAndEnded() async throws {
        try await Desk.with { client, test in
            let here = try await Desk.signedIn(client, test)
            let (second, third) = (
                try await Desk.signedIn(client, test), try await Desk.signedIn(client, test)
            )
            let page = try await here.get("/account/sessions").text
            let paths = page.matches(of: /\/account\/sessions\/\d+\/revocation/).map { String($0.0) }
            #expect(paths.count == 2 && page.contains("当前设备"))
            #expect(try await here.post(paths[0], token: "", [:]).status == .forbidden)
            #expect(try await here.post(paths[0], from: "/account/sessions", [:]).status == .seeOther)
            let open = [try await second.get("/account").status, try await third.get("/account").status]
            #expect(open.filter { $0 == .ok }.count == 1)
            try await here.post("/account/sessions/revocation", from: "/account/sessions", [:])
            #expect(try await second.get("/account").status == .seeOther)
            #expect(try await third.get("/account").status == .seeOther)
            #expect(try await here.get("/account").status == .ok)
            // Somebody else's session is no session of mine.
            try await test.account("chen")
            let other = try await Desk.signedIn("chen", client, test)
            let foreign = try await test.count("select id from sessions order by id desc limit 1")
            #expect(
                try await here.post("/account/sessions/\(foreign)/revocation", from: "/account", [:]).status
                    == .notFound)
            #expect(try await other.get("/account").status == .ok)
        }
    }
}
