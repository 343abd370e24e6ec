import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Shell

/// Roles: seen, changed, copied, reset; at once for who is signed in, and never a way to more.
struct RolePageTests {
    @Test func aChangeActsAtOnceAndResetTakesItBack() async throws {
        try await Desk.with { client, test in
            try await test.account("chen")
            let admin = try await Desk.signedIn(client, test)
            let desk = try await Desk.signedIn("chen", client, test)
            let role = "/roles/\(try await test.roleID("employee"))"
            #expect(try await desk.get("/jobs").status == .notFound)
            let page = role + "/capabilities/jobs.read"
            #expect(try await admin.post(page, from: page, ["company": "yes"]).status == .seeOther)
            #expect(try await desk.get("/jobs").status == .ok)
            #expect(try await admin.get(role).text.contains("action=\"\(role)/reset\""))
            #expect(try await admin.post(role + "/reset", from: role, [:]).status == .seeOther)
            #expect(try await desk.get("/jobs").status == .notFound)
            #expect(!(try await admin.get(role).text.contains("action=\"\(role)/reset\"")))
            #expect(try await test.audited(AccountTrail.roleChanged) == 1)
            #expect(try await test.audited(AccountTrail.roleReset) == 1)
        }
    }

    @Test func aRoleOfOnesOwnIsCopiedChangedAndDeleted() async throws {
        try await Desk.with { client, test in
            let admin = try await Desk.signedIn(client, test)
            let source = try await test.roleID("auditor")
            let made = try await admin.post(
                "/roles/new", from: "/roles/new",
                ["name_zh": "外部审计", "name_en": "External auditor", "from": "\(source)"])
            let role = try #require(made.location)
            #expect(try await admin.get(role).text.contains("外部审计"))
            let grants: Query = "select count(*) from role_grants where role_id ="
            let id = try #require(Int64(role.split(separator: "/").last ?? ""))
            #expect(try await test.count(grants + "\(id)") == (try await test.count(grants + "\(source)")))
            let again = try await admin.post(
                "/roles/new", from: "/roles/new", ["name_zh": "外部审计", "from": "\(source)"])
            #expect(again.status == .unprocessableContent && again.text.contains("name_zh-problem"))
            try await test.account("chen", [RoleGift(role: "role_\(id)")])
            #expect(try await admin.post(role + "/deletion", from: role, [:]).status == .unprocessableContent)
            let chen = try await test.count("select id from accounts where login = 'chen'")
            try await admin.post(
                "/accounts/\(chen)/roles/removal", from: "/accounts/\(chen)", ["role": "role_\(id)"])
            #expect(try await admin.post(role + "/deletion", from: role, [:]).location == "/roles")
            #expect(try await admin.get(role).status == .notFound)
            let builtin = "/roles/\(source)"
            #expect(try await admin.post(builtin + "/deletion", from: builtin, [:]).status == .unprocessableContent)
        }
    }

    @Test func whatContradictsItselfComesBackAtItsField() async throws {
        try await Desk.with { client, test in
            let admin = try await Desk.signedIn(client, test)
            let page = "/roles/\(try await test.roleID("manager"))/capabilities/audit.read"
            for (field, fields) in [
                ("company", ["company_classes": "pay"]), ("line_classes", ["line": "yes", "line_classes": "pay"]),
                ("company_classes", ["company": "yes", "company_classes": "everything"]), ("line", ["line": "yes"]),
            ] as [(String, KeyValuePairs<String, String>)] {
                let answer = try await admin.post(page, from: page, fields)
                #expect(answer.status == .unprocessableContent, "\(field)")
                #expect(answer.text.contains("href=\"#\(field)\""), "\(field)")
                let json = try await admin.get(page + ".json")
                #expect(json.status == .ok)
            }
            #expect(try await admin.get("/roles/1/capabilities/nothing.such").status == .notFound)
        }
    }

    @Test func theSecondFactorIsAskedForAtOnce() async throws {
        try await Desk.with { client, test in
            try await test.account("chen")
            let admin = try await Desk.signedIn(client, test)
            let desk = try await Desk.signedIn("chen", client, test)
            let role = "/roles/\(try await test.roleID("employee"))"
            #expect(try await desk.get("/inbox").status == .ok)
            #expect(
                try await admin.post(role + "/edit", from: role, ["needs_second_factor": "yes"]).status == .seeOther)
            #expect(try await desk.get("/inbox").location == "/account/second-factor")
        }
    }

    @Test func nobodyTakesTheLastWayToManageAccountsAway() async throws {
        try await Desk.with { client, test in
            let admin = try await Desk.signedIn(client, test)
            let page = "/roles/\(try await test.roleID("administrator"))/capabilities/accounts.manage"
            let answer = try await admin.post(page, from: page, [:])
            #expect(answer.status == .unprocessableContent && answer.text.contains("没有人能管理账号"))
            #expect(try await admin.get("/accounts").status == .ok)
        }
    }

    @Test func whoManagesAccountsDoesNotRaiseTheOwnRole() async throws {
        try await Desk.with { client, test in
            try await test.role(
                "clerk", [RoleGrant(capability: "accounts.manage", reach: .company, classes: [])])
            try await test.account("clerk", [RoleGift(role: "clerk")])
            let desk = try await Desk.signedIn("clerk", client, test)
            let own = "/roles/\(try await test.roleID("clerk"))"
            for (code, fields) in [
                ("settings.manage", ["company": "yes"]), ("audit.read", ["company": "yes", "company_classes": "pay"]),
            ] as [(String, KeyValuePairs<String, String>)] {
                let page = own + "/capabilities/\(code)"
                let answer = try await desk.post(page, from: page, fields)
                #expect(answer.status == .unprocessableContent && answer.text.contains("系统管理员"), "\(code)")
            }
            let admin = try await test.roleID("administrator")
            for (path, fields) in [
                ("/roles/\(admin)/reset", [:]), ("/roles/\(admin)/edit", ["needs_second_factor": ""]),
            ] as [(String, KeyValuePairs<String, String>)] {
                let answer = try await desk.post(path, from: "/roles/\(admin)", fields)
                #expect(answer.status == .unprocessableContent, "\(path)")
            }
            let copy = try await desk.post("/roles/new", from: "/roles/new", ["name_zh": "管", "from": "\(admin)"])
            #expect(copy.status == .unprocessableContent)
            // An administrator may, and it is marked.
            let boss = try await Desk.signedIn(client, test)
            let page = "/roles/\(admin)/capabilities/audit.read"
            #expect(
                try await boss.post(page, from: page, ["company": "yes", "company_classes": "pay"]).status == .seeOther)
            #expect(try await test.audited(AccountTrail.ownRoleChanged) == 1)
        }
    }
}
