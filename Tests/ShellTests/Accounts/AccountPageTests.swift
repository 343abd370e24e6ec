import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

/// Accounts of others: invited, given roles, locked; and what nobody may do.
struct AccountPageTests {
    private static let fresh = "amber-cloud-71-fence"

    @Test func whoeverDoesNotManageAccountsFindsNothing() async throws {
        try await Desk.with { client, test in
            let chen = try await test.account("chen", [RoleGift(role: "hr"), RoleGift(role: "auditor")])
            // Given for a unit or for less, the role does not bring what concerns the whole company.
            try await test.account("unit", [RoleGift(role: "administrator", unit: 2)])
            try await test.account("line", [RoleGift(role: "administrator", reach: .line)])
            let admin = try await Desk.signedIn(client, test)
            for login in ["chen", "unit", "line"] {
                let desk = try await Desk.signedIn(login, client, test)
                for path in [
                    "/accounts", "/accounts/new", "/accounts/\(chen)", "/roles", "/roles/new", "/accounts.json",
                ] {
                    #expect(try await desk.get(path).status == .notFound, "\(login) \(path)")
                }
                let answer = try await desk.post("/accounts/\(chen)/locking", from: "/account", [:])
                #expect(answer.status == .notFound)
            }
            #expect(try await admin.get("/accounts/\(chen)").status == .ok)
            #expect(try await admin.get("/accounts/999999").status == .notFound)
        }
    }

    @Test func somebodyIsInvitedSetsAPasswordAndSignsIn() async throws {
        let mails = Mutex<[OutgoingMail]>([])
        try await Desk.with(
            rooms: [.twoPeople], world: { $0.mail = { mail in mails.withLock { $0.append(mail) } } }
        ) { client, test in
            let admin = try await Desk.signedIn(client, test)
            let answer = try await admin.post(
                "/accounts/new", from: "/accounts/new", ["person": "E001", "role": "employee", "language": "zh"])
            #expect(answer.status == .ok && answer.text.contains("wang.fang@example.com"))
            let link = String(try #require(answer.text.firstMatch(of: /\/welcome\/[A-Za-z0-9_-]{43}/)).0)
            let list = try await admin.get("/accounts.json?state=invited").text
            #expect(list.contains("王芳") && !list.contains("林悦"))
            let person = Desk(client, test)
            let set = try await person.post(link, from: link, ["password": Self.fresh, "again": Self.fresh])
            #expect(set.location == "/sign-in")
            #expect(try await person.signIn(Self.fresh, login: "wang.fang@example.com").status == .seeOther)
            #expect(try await Desk(client, test).get(link).status == .notFound)
            #expect(try await test.count("select count(*) from accounts where subject_id = 9001") == 1)
            #expect(try await test.audited(AccountTrail.added) == 1)
            #expect(try await test.count("select count(*) from journal_entries where code = 'accounts.added'") == 1)
        }
        let mail = try #require(mails.withLock { $0.first })
        #expect(mail.to == "wang.fang@example.com" && mail.text.contains("http://localhost/welcome/"))
    }

    @Test(
        arguments: [
            ("person", ["person": "E999", "role": "employee", "language": "zh"]),
            ("person", ["person": "李强", "role": "employee", "language": "zh"]),
            ("person", ["person": "E002", "login": "li", "role": "employee", "language": "zh"]),
            ("name", ["login": "guest", "role": "employee", "language": "zh"]),
            ("login", ["name": "访客", "role": "employee", "language": "zh"]),
            ("login", ["name": "访客", "login": "lin.yue", "role": "employee", "language": "zh"]),
            ("login", ["name": "访客", "login": "<b>", "role": "employee", "language": "zh"]),
            ("role", ["name": "访客", "login": "guest", "role": "nobody", "language": "zh"]),
            ("unit", ["name": "访客", "login": "guest", "role": "hr", "unit": "77", "language": "zh"]),
            ("until", ["name": "访客", "login": "guest", "role": "hr", "until": "昨天天", "language": "zh"]),
            ("reach", ["name": "访客", "login": "guest", "role": "hr", "reach": "all", "language": "zh"]),
        ] as [(String, KeyValuePairs<String, String>)])
    func whatCannotBeTakenComesBackAtItsField(_ field: String, _ fields: KeyValuePairs<String, String>) async throws {
        try await Desk.with(rooms: [.twoPeople]) { client, test in
            try await test.account("li.qiang", subject: ID(9_002))
            let before = try await test.count("select count(*) from accounts")
            let admin = try await Desk.signedIn(client, test)
            let answer = try await admin.post("/accounts/new", from: "/accounts/new", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"\(field)-problem\""), "\(answer.text)")
            #expect(try await test.count("select count(*) from accounts") == before)
        }
    }

    @Test func rolesAreGivenForLessAndUntilADay() async throws {
        try await Desk.with(rooms: [.twoPeople]) { client, test in
            let chen = try await test.account("chen")
            let admin = try await Desk.signedIn(client, test)
            let desk = try await Desk.signedIn("chen", client, test)
            let page = "/accounts/\(chen)"
            #expect(try await desk.get("/jobs").status == .notFound)
            let tomorrow = test.house.today + 1
            let given = try await admin.post(
                page + "/roles", from: page, ["role": "hr", "until": "\(tomorrow)"])
            #expect(given.status == .seeOther)
            // At once, in the session that is open.
            #expect(try await desk.get("/jobs").status == .ok)
            #expect(try await admin.get(page).text.contains("人力资源"))
            test.clock.advance(minutes: 2 * 24 * 60)
            let later = try await Desk.signedIn("chen", client, test)
            #expect(try await later.get("/jobs").status == .notFound)
            let past = try await Desk.signedIn(client, test).post(
                page + "/roles", from: page, ["role": "hr", "until": "2020-01-01"])
            #expect(past.status == .unprocessableContent && past.text.contains("until-problem"))
        }
    }

    @Test func aRoleEndsWithItsLastDayInAnOpenSession() async throws {
        try await Desk.with { client, test in
            try await test.account(
                "chen", [RoleGift(role: "employee"), RoleGift(role: "hr", until: test.house.today)])
            // From 08:00 in the morning to half an hour before midnight.
            test.clock.advance(minutes: 15.5 * 60)
            let desk = try await Desk.signedIn("chen", client, test)
            #expect(try await desk.get("/jobs").status == .ok)
            test.clock.advance(minutes: 29)
            #expect(try await desk.get("/jobs").status == .ok)
            test.clock.advance(minutes: 2)
            #expect(try await desk.get("/jobs").status == .notFound)
            #expect(try await desk.get("/account").status == .ok)
        }
    }

    @Test func lockingEndsEverythingAndUnlockingAllowsIt() async throws {
        try await Desk.with { client, test in
            let chen = try await test.account("chen")
            let admin = try await Desk.signedIn(client, test)
            let desk = try await Desk.signedIn("chen", client, test)
            let page = "/accounts/\(chen)"
            #expect(try await admin.post(page + "/locking", token: "x", [:]).status == .forbidden)
            #expect(try await admin.post(page + "/locking", from: page, [:]).status == .seeOther)
            #expect(try await desk.get("/account").status == .seeOther)
            #expect(try await Desk(client, test).signIn(login: "chen").status == .unprocessableContent)
            #expect(try await admin.post(page + "/link", from: page, [:]).status == .unprocessableContent)
            #expect(try await admin.post(page + "/unlocking", from: page, [:]).status == .seeOther)
            #expect(try await Desk(client, test).signIn(login: "chen").status == .seeOther)
        }
    }

    @Test func theLastAdministratorStays() async throws {
        try await Desk.with { client, test in
            let admin = try await Desk.signedIn(client, test)
            let id = try await test.administrator
            let page = "/accounts/\(id)"
            let take: KeyValuePairs = ["role": "administrator"]
            let refused = try await admin.post(page + "/roles/removal", from: page, take)
            #expect(refused.status == .unprocessableContent && refused.text.contains("没有人能管理账号"))
            let limited = try await admin.post(
                page + "/roles", from: page, ["role": "administrator", "until": "\(test.house.today + 30)"])
            #expect(limited.status == .unprocessableContent)
            #expect(try await admin.post(page + "/locking", from: page, [:]).status == .unprocessableContent)
            // Somebody who was invited but never came is no administrator yet.
            let house = test.house
            _ = try await house.database.write { tx in
                try AccountChanges(house).add(
                    AccountDraft(login: "zhou", name: "周", roles: [RoleGift(role: "administrator")]), tx)
            }
            #expect(try await admin.post(page + "/roles/removal", from: page, take).status == .unprocessableContent)
            try await test.account("sun", [RoleGift(role: "administrator")])
            #expect(try await admin.post(page + "/roles/removal", from: page, take).status == .seeOther)
            #expect(try await admin.get("/accounts").status == .notFound)
        }
    }

    @Test func givingOneselfMoreIsMarkedAndTheOthersAreTold() async throws {
        try await Desk.with { client, test in
            try await test.account("sun", [RoleGift(role: "administrator")])
            let admin = try await Desk.signedIn(client, test)
            let page = "/accounts/\(try await test.administrator)"
            #expect(try await admin.post(page + "/roles", from: page, ["role": "payroll"]).status == .seeOther)
            #expect(try await test.audited(AccountTrail.selfGiven) == 1)
            #expect(try await test.audited(AccountTrail.given) == 0)
            #expect(try await Desk.signedIn("sun", client, test).get("/inbox").text.contains("为自己增加了权限"))
            #expect(!(try await admin.get("/inbox").text.contains("为自己增加了权限")))
        }
    }

    @Test func aLinkOfAnAccountIsNoWayToMore() async throws {
        try await Desk.with { client, test in
            try await test.role(
                "clerk",
                [
                    RoleGrant(capability: "accounts.manage", reach: .company, classes: []),
                    RoleGrant(capability: "account.use", reach: .oneself, classes: []),
                ])
            try await test.account("clerk", [RoleGift(role: "clerk")])
            let (admin, chen) = (try await test.administrator, try await test.account("chen"))
            let desk = try await Desk.signedIn("clerk", client, test)
            for action in ["link", "locking", "second-factor/removal", "new-password", "sessions/revocation"] {
                let answer = try await desk.post("/accounts/\(admin)/\(action)", from: "/accounts/\(admin)", [:])
                #expect(answer.status == .unprocessableContent && answer.text.contains("系统管理员"), "\(action)")
            }
            let clerk = try await test.count("select id from accounts where login = 'clerk'")
            for role in ["administrator", "auditor", "hr"] {
                for id in ["\(clerk)", "\(chen)"] {
                    let answer = try await desk.post("/accounts/\(id)/roles", from: "/accounts/\(id)", ["role": role])
                    #expect(answer.status == .unprocessableContent && answer.text.contains("role-problem"))
                }
            }
            let invited = try await desk.post(
                "/accounts/new", from: "/accounts/new",
                ["name": "x", "login": "new", "role": "administrator", "language": "zh"])
            #expect(invited.status == .unprocessableContent)
            // What lies within, the clerk does.
            #expect(try await desk.post("/accounts/\(chen)/link", from: "/accounts/\(chen)", [:]).status == .ok)
        }
    }

    @Test func aCopyOfTheRoleMakesNoAdministrator() async throws {
        try await Desk.with { client, test in
            try await test.role("deputy", RoleStore.defaults(of: "administrator", test.house.rooms))
            try await test.account("deputy", [RoleGift(role: "deputy")])
            let (admin, chen) = (try await test.administrator, try await test.account("chen"))
            let desk = try await Desk.signedIn("deputy", client, test)
            let roles = "/accounts/\(chen)/roles"
            let given = try await desk.post(roles, from: "/accounts/\(chen)", ["role": "administrator"])
            #expect(given.status == .unprocessableContent)
            let link = try await desk.post("/accounts/\(admin)/link", from: "/accounts/\(admin)", [:])
            #expect(link.status == .unprocessableContent)
            // What the copy holds it gives on.
            #expect(try await desk.post(roles, from: "/accounts/\(chen)", ["role": "deputy"]).status == .seeOther)
        }
    }

    @Test func theSecondFactorIsResetByAnotherOnly() async throws {
        try await Desk.with { client, test in
            let chen = try await test.account("chen")
            let house = test.house
            try await house.database.write { tx in
                _ = try SecondFactorStore.enrol(
                    TOTP(from: house.world.randomBytes), firstStep: 1, of: chen, house, tx)
            }
            let admin = try await Desk.signedIn(client, test)
            #expect(try await Desk(client, test).signIn(login: "chen").location == "/sign-in/second-factor")
            let page = "/accounts/\(chen)"
            #expect(try await admin.post(page + "/second-factor/removal", from: page, [:]).status == .seeOther)
            #expect(try await Desk(client, test).signIn(login: "chen").location == "/")
            #expect(try await test.audited(AccountTrail.secondFactorReset) == 1)
            let own = "/accounts/\(try await test.administrator)"
            #expect(
                try await admin.post(own + "/second-factor/removal", from: own, [:]).status == .unprocessableContent)
        }
    }

    @Test func theListIsSearchedAndPaged() async throws {
        try await Desk.with { client, test in
            let house = test.house
            try await house.database.write { tx in
                for number in 100..<170 {
                    _ = try AccountChanges(house).add(
                        AccountDraft(
                            login: "user\(number)", name: "用户\(number)%", roles: [RoleGift(role: "employee")]), tx)
                }
            }
            let admin = try await Desk.signedIn(client, test)
            let first = try await admin.get("/accounts").text
            #expect(first.contains("lin.yue") && first.contains("user148") && !first.contains("user149"))
            let second = try await admin.get("/accounts?after=user148").text
            #expect(second.contains("user149") && second.contains("user169") && !second.contains("user148<"))
            let found = try await admin.get("/accounts?q=R123").text
            #expect(found.contains("user123") && !found.contains("user124"))
            #expect(!(try await admin.get("/accounts?q=_2_").text.contains("user123")))
            #expect(try await admin.get("/accounts?q=3%25").text.contains("user123"))
            let role = try await admin.get("/accounts?role=administrator").text
            #expect(role.contains("lin.yue") && !role.contains("user100"))
            #expect(try await admin.get("/accounts.json?role=employee").text.contains("\"next\":\"user149\""))
        }
    }
}
