import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Shell

/// The way in, as a browser and as an attacker walk it.
struct SignInTests {
    @Test func whoHasNotSignedInLearnsNothing() async throws {
        try await Desk.with { client, test in
            let visitor = Desk(client, test)
            for path in ["/audit", "/imports/7", "/nowhere", "/jobs/1"] {
                let answer = try await visitor.get(path)
                #expect(answer.status == .seeOther, "\(path)")
                #expect(answer.location?.hasPrefix("/sign-in?next=") == true)
                #expect(try await visitor.get(path + ".json").status == .unauthorized, "\(path)")
            }
            #expect(try await visitor.get("/audit", [.authorization: "Bearer tnr_no"]).status == .unauthorized)
        }
    }

    @Test func theRightPasswordOpensAndSigningOutCloses() async throws {
        try await Desk.with { client, test in
            let visitor = Desk(client, test)
            let answer = try await visitor.signIn(next: "/audit?action=x")
            #expect(answer.status == .seeOther && answer.location == "/audit?action=x")
            let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("tenure_session=") })
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            #expect(try await visitor.get("/audit").status == .ok)
            let thief = visitor.copy()
            #expect(try await thief.get("/audit").status == .ok)
            try await visitor.post("/sign-out", from: "/audit", [:])
            #expect(try await visitor.get("/audit").status == .seeOther)
            #expect(try await thief.get("/audit").status == .seeOther)
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=y", "javascript:1",
    ])
    func nobodyIsLedElsewhere(_ next: String) async throws {
        try await Desk.with { client, test in
            let answer = try await Desk(client, test).signIn(next: next)
            #expect(answer.location == "/")
        }
    }

    @Test func wrongNamesAndWrongPasswordsSoundAlikeAndComeBackWithoutSecrets() async throws {
        try await Desk.with { client, test in
            let one = try await Desk(client, test).signIn("wrong-password-1")
            let other = try await Desk(client, test).signIn("wrong-password-1", login: "nobody")
            #expect(one.status == .unprocessableContent && other.status == .unprocessableContent)
            #expect(one.text.contains("账号或密码不正确") && other.text.contains("账号或密码不正确"))
            #expect(!one.text.contains("wrong-password-1"))
            let odd = try await Desk(client, test).signIn("x", login: "<script>alert(1)</script>")
            #expect(!odd.text.contains("<script>alert"))
        }
    }

    @Test func guessingTakesLongerAndLonger() async throws {
        try await Desk.with { client, test in
            for _ in 0..<5 { _ = try await Desk(client, test).signIn("wrong-password-1") }
            let locked = try await Desk(client, test).signIn()
            #expect(locked.status == .unprocessableContent)
            #expect(locked.text.contains("秒") || locked.text.contains("分钟"))
            test.clock.advance(minutes: 16)
            #expect(try await Desk(client, test).signIn().status == .seeOther)
        }
    }

    @Test func aFormWithoutItsTokenDoesNothing() async throws {
        try await Desk.with { client, test in
            let visitor = Desk(client, test)
            let fields: KeyValuePairs = ["login": "lin.yue", "password": Desk.password]
            #expect(try await visitor.post("/sign-in", token: "", fields).status == .forbidden)
            #expect(try await visitor.post("/sign-in", token: "x", fields).status == .forbidden)
            _ = try await visitor.signIn()
            // The token of another session does not fit.
            let other = Desk(client, test)
            _ = try await other.signIn()
            let page = try await other.get("/audit").text
            let foreign = try #require(page.firstMatch(of: /name="token" value="([^"]+)"/))
            #expect(try await visitor.post("/sign-out", token: String(foreign.1), [:]).status == .forbidden)
            #expect(try await visitor.get("/audit").status == .ok)
        }
    }

    @Test func aSessionEndsByItself() async throws {
        try await Desk.with { client, test in
            let visitor = Desk(client, test)
            _ = try await visitor.signIn()
            test.clock.advance(minutes: 119)
            #expect(try await visitor.get("/audit").status == .ok)
            test.clock.advance(minutes: 121)
            #expect(try await visitor.get("/audit").status == .seeOther)
        }
    }

    @Test func lostRightsActAtOnce() async throws {
        try await Desk.with { client, test in
            let visitor = Desk(client, test)
            _ = try await visitor.signIn()
            #expect(try await visitor.get("/audit").status == .ok)
            let missing = try await visitor.get("/nowhere")
            try await test.house.database.write { tx in
                try tx.execute("delete from account_roles")
                let account = try #require(try tx.value("select id from accounts", as: ID<Account>.self))
                try AccountStore.touch(account, tx)
            }
            let closed = try await visitor.get("/audit")
            #expect(closed.status == .notFound && missing.status == .notFound)
        }
    }

    @Test func theSetUpLinkWorksOnce() async throws {
        try await TestHouse.with { test in
            let house = test.house
            try await house.database.write { tx in try RoleStore.seed(house.rooms, tx) }
            let link = try #require(try await SetUp.path(house))
            #expect(try await SetUp.path(house) == link)
            let router = Doorway(house: house, sessions: Sessions()).router(names: ["localhost"])
            try await Application(responder: JSONSuffix(router.buildResponder())).test(.router) { client in
                let visitor = Desk(client, test)
                #expect(try await visitor.get("/set-up/" + Token().text).status == .notFound)
                let fields: KeyValuePairs = [
                    "login": "chen", "name": "陈静", "password": "1234567890", "again": "1234567890",
                ]
                let weak = try await visitor.post(link, from: link, fields)
                #expect(weak.status == .unprocessableContent && !weak.text.contains("1234567890"))
                let good: KeyValuePairs = [
                    "login": "chen", "name": "陈静", "password": Desk.password, "again": Desk.password,
                ]
                #expect(try await visitor.post(link, from: link, good).status == .seeOther)
                #expect(try await visitor.get("/audit").status == .ok)
                #expect(try await Desk(client, test).get(link).status == .notFound)
            }
            #expect(try await SetUp.path(house) == nil)
        }
    }

    @Test func behindAProxyCookiesAreSecureAndAddressesTheVisitorsOwn() async throws {
        try await Desk.with(isBehindProxy: true) { client, test in
            let headers: HTTPFields = [
                HTTPField.Name("X-Forwarded-For")!: "10.9.9.9, 203.0.113.7",
                HTTPField.Name("X-Forwarded-Proto")!: "https",
            ]
            let visitor = Desk(client, test)
            let answer = try await visitor.post(
                "/sign-in", from: "/sign-in", ["login": "lin.yue", "password": Desk.password], headers)
            let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("tenure_session=") })
            #expect(cookie.contains("Secure"))
            #expect(answer.headers[.strictTransportSecurity] != nil)
            let address = try await test.house.database.read { tx in
                try tx.value("select address from sessions", as: String.self)
            }
            #expect(address == "203.0.113.7")
        }
    }
}
