import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import Testing

@testable import Shell

/// What an administrator sets about signing in is what happens.
struct SignInSettingsTests {
    private static func set(_ changed: [String: String], _ desk: Desk) async throws {
        var fields = try await SettingsTests.fields(of: "/settings/sign-in", desk)
        fields.merge(changed) { _, new in new }
        #expect(try await desk.submit("/settings/sign-in", fields).status == .seeOther)
    }

    @Test func theIdleTimeHoldsForOpenSessionsToo() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            let away = Desk(client, test)
            _ = try await desk.signIn()
            _ = try await away.signIn(login: "zhang.wei")
            #expect(try await away.get("/inbox").status == .ok)
            try await Self.set(["idle": "10"], desk)
            test.clock.advance(minutes: 9)
            #expect(try await desk.get("/inbox").status == .ok)
            test.clock.advance(minutes: 9)
            #expect(try await desk.get("/inbox").status == .ok)
            // Nobody has seen this one for eighteen minutes.
            #expect(try await away.get("/inbox").status == .seeOther)
            test.clock.advance(minutes: 11)
            #expect(try await desk.get("/inbox").status == .seeOther)
            // And it grows again: an hour without a click.
            _ = try await desk.signIn()
            try await Self.set(["idle": "90"], desk)
            #expect(try await desk.get("/inbox").status == .ok)
            test.clock.advance(minutes: 60)
            #expect(try await desk.get("/inbox").status == .ok)
        }
    }

    @Test func theLongestSessionHoldsForOpenSessionsToo() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            try await Self.set(["idle": "60", "longest": "1"], desk)
            test.clock.advance(minutes: 50)
            #expect(try await desk.get("/inbox").status == .ok)
            test.clock.advance(minutes: 11)
            #expect(try await desk.get("/inbox").status == .seeOther)
        }
    }

    @Test func failuresWithoutAWaitAndTheLongestWait() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            try await Self.set(["attempts": "3", "wait": "1"], desk)
            for _ in 0..<3 { _ = try await Desk(client, test).signIn("wrong-password-1", login: "zhang.wei") }
            #expect(try await Desk(client, test).signIn(login: "zhang.wei").status == .unprocessableContent)
            for _ in 0..<8 {
                test.clock.advance(minutes: 1.1)
                _ = try await Desk(client, test).signIn("wrong-password-1", login: "zhang.wei")
            }
            // Eleven failures would be a wait of eight minutes; no wait is longer than one.
            test.clock.advance(minutes: 1.1)
            #expect(try await Desk(client, test).signIn(login: "zhang.wei").status == .seeOther)
        }
    }

    @Test func newPasswordsAreAsLongAsTheCompanyAsks() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            try await Self.set(["password": "24"], desk)
            let path = "/account/password"
            #expect(try await desk.get(path).text.contains("至少 24 个字符"))
            let short = try await desk.submit(
                path, ["current": Desk.password, "password": "amber-cloud-71-fence", "again": "amber-cloud-71-fence"])
            #expect(short.status == .unprocessableContent && short.text.contains("至少需要 24 个字符"))
            let long = "amber-cloud-71-fence-orbit"
            let taken = try await desk.submit(path, ["current": Desk.password, "password": long, "again": long])
            #expect(taken.status == .seeOther)
        }
    }

    @Test func theCompanyLanguageIsTheFirstOfNewAccounts() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            try await desk.post("/settings/company", from: "/settings/company", SettingsTests.company)
            #expect(try await SettingsTests.fields(of: "/accounts/new", desk)["language"] == "en")
            // A browser that names no language is greeted in the company's.
            let answer = try await client.execute(uri: "/sign-in", method: .get)
            #expect(answer.text.contains("<html lang=\"en\""))
        }
    }
}
