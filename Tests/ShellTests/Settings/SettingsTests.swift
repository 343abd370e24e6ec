import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Shell

struct SettingsTests {
    static let company: KeyValuePairs<String, String> = [
        "name_zh": "上海晨光销售有限公司", "name_en": "Chenguang Sales", "credit_code": "91350100m000100y43",
        "time_zone": "Asia/Tokyo", "language": "en", "address": "https://hr.example.com/",
    ]

    @Test func whatIsSavedIsInForceAndInTheAuditLog() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            let overview = try await desk.get("/settings").text
            for group in test.house.rooms.flatMap(\.settings) { #expect(overview.contains(group.name.zh)) }
            #expect(test.house.timeZone.identifier == "Asia/Shanghai")

            let answer = try await desk.post("/settings/company", from: "/settings/company", Self.company)
            #expect(answer.status == .seeOther && answer.location == "/settings/company")
            let house = test.house
            #expect(house.timeZone.identifier == "Asia/Tokyo")
            // GB 32100 writes it in capitals; its own example is this code.
            #expect(house.setting(.creditCode) == "91350100M000100Y43")
            #expect(house.setting(.address) == "https://hr.example.com")
            #expect(house.setting(.language) == .en)
            #expect(house.companyName == Phrase(zh: "上海晨光销售有限公司", en: "Chenguang Sales"))
            let page = try await desk.get("/settings/company").text
            #expect(page.contains("上海晨光销售有限公司") && page.contains("林悦"))

            // Another process reads the same.
            let other = SettingsDesk()
            try await other.load(house)
            #expect(other.value(of: .timeZone) == "Asia/Tokyo" && other.zone?.identifier == "Asia/Tokyo")

            // Saving again what is there changes nothing.
            try await desk.post("/settings/company", from: "/settings/company", Self.company)
            let entries = try await house.database.read { tx in
                try tx.value("select count(*) from audit_entries where action = 'settings.change'", as: Int.self)
            }
            #expect(entries == 1)
        }
    }

    static let refused: [(group: String, changed: [String: String], word: String)] = [
        ("company", ["credit_code": "91350100M000100Y44"], "统一社会信用代码"),
        ("company", ["time_zone": "Asia/Atlantis"], "请从列出的选项中选择"),
        ("company", ["address": "hr at example"], "网址"),
        ("company", ["address": "https://admin:secret@example.com"], "用户名或密码"),
        ("sign-in", ["idle": "4"], "5 到 1440"), ("sign-in", ["password": "8"], "10 到 64"),
        ("sign-in", ["idle": "180", "longest": "2"], "不能超过最长登录时间"),
        // 网络安全法 art. 21 (3)
        ("retention", ["audit": "5"], "6 到 240"), ("retention", ["imports": "x"], "请填写整数"),
        ("retention", ["deliveries": "100"], "业务日志"), ("notices", ["digest_hour": "24"], "请从列出的选项中选择"),
        ("outside", ["networks": "10.0.0.0/99"], "10.0.0.0/99"), ("outside", ["roots": "/nonexistent.pem"], "证书"),
        ("mail", ["host": "smtp.example.com"], "发件地址"), ("mail", ["host": "a b", "sender": "hr@example.com"], "主机名"),
        ("mail", ["host": "smtp.example.com", "sender": "nobody"], "邮箱地址格式"),
        (
            "mail",
            [
                "host": "smtp.example.com", "sender": "hr@example.com", "encryption": "none", "user": "hr",
                "password": "geheim-1234",
            ], "未加密"
        ),
        ("monitoring", ["metrics_token": "short"], "20 个字符"),
    ]

    /// Every value is checked, the page says which is wrong and why, and nothing of the form is kept.
    @Test(arguments: refused) func wrongValuesAreRefused(
        _ wrong: (group: String, changed: [String: String], word: String)
    ) async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            let path = "/settings/" + wrong.group
            let fields = try await Self.fields(of: path, desk).merging(wrong.changed) { _, new in new }
            let answer = try await desk.submit(path, fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains(wrong.word))
            #expect(!answer.text.contains("geheim"))
            let kept = try await test.house.database.read { tx in
                try tx.value("select count(*) from settings", as: Int.self)
            }
            #expect(kept == 0)
        }
    }

    /// What the fields of a fresh form hold, from its JSON.
    static func fields(of path: String, _ desk: Desk) async throws -> [String: String] {
        struct Answer: Decodable {
            struct Form: Decodable { let values: [String: [String]] }
            let form: Form
        }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(try await desk.get(path + ".json").text.utf8))
        return answer.form.values.compactMapValues(\.last)
    }

    @Test func aSecretIsNeverShownAgain() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            var fields = try await Self.fields(of: "/settings/mail", desk)
            fields.merge(
                ["host": "smtp.example.com", "sender": "hr@example.com", "user": "hr", "password": "geheim-1234"]
            ) { _, new in new }
            try await desk.submit("/settings/mail", fields)
            let server = try test.house.settings.mailServer(test.house.sealing)
            #expect(server.credentials?.password == "geheim-1234")
            for path in ["/settings", "/settings/mail", "/settings.json", "/settings/mail.json"] {
                let text = try await desk.get(path).text
                #expect(!text.contains("geheim"))
                #expect(text.contains("已设置") || text.contains("删除已保存的"))
            }
            #expect(!(try await test.house.database.dump()).contains("geheim"))
            // Blank leaves it, the box removes it.
            fields["password"] = ""
            try await desk.submit("/settings/mail", fields)
            #expect(try test.house.settings.mailServer(test.house.sealing).credentials != nil)
            fields["remove_password"] = "yes"
            try await desk.submit("/settings/mail", fields)
            #expect(try test.house.settings.mailServer(test.house.sealing).credentials == nil)
        }
    }

    @Test func onlyThoseWhoMaySeeThem() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn(login: "zhang.wei")
            for path in ["/settings", "/settings/mail", "/settings/mail/trial"] {
                #expect(try await desk.get(path).status == .notFound)
            }
        }
    }

    @Test func aTestMailArrivesOrSaysWhyNot() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            let trial = "/settings/mail/trial"
            #expect(try await desk.get(trial).text.contains("尚未设置邮件服务器"))
            // Nothing leaves while nothing is set.
            let early = try await desk.post(trial, from: "/settings/mail", ["to": "lin@example.org"])
            #expect(early.status == .unprocessableContent && early.text.contains("尚未设置邮件服务器"))

            let peer = try MailPeer("accept")
            var fields = try await Self.fields(of: "/settings/mail", desk)
            fields.merge(
                [
                    "host": "127.0.0.1", "port": String(peer.peer.port), "encryption": "none",
                    "sender": "hr@example.com", "sender_name": "人力资源部",
                ]
            ) { _, new in new }
            try await desk.submit("/settings/mail", fields)
            let sent = try await desk.post(trial, from: trial, ["to": "lin@example.org"])
            #expect(sent.status == .seeOther)
            let seen = try peer.taken()
            #expect(seen.recipients == ["<lin@example.org>"] && seen.from == [["人力资源部", "hr@example.com"]])
            #expect(seen.headers["Subject"] == "测试邮件：留任")

            let refusing = try MailPeer("refuse-data")
            fields["port"] = String(refusing.peer.port)
            try await desk.submit("/settings/mail", fields)
            let refused = try await desk.post(trial, from: trial, ["to": "lin@example.org"])
            #expect(refused.status == .unprocessableContent && refused.text.contains("拒收这封邮件（应答 554）"))
        }
    }

    @Test(arguments: [
        (21, 7, 23, true), (21, 7, 7, false), (21, 7, 6, true), (1, 5, 3, true), (1, 5, 5, false), (8, 8, 8, false),
    ])
    func quietHours(from: Int, until: Int, hour: Int, isQuiet: Bool) {
        #expect(Hours.isQuiet(hour, from: from, until: until) == isQuiet)
    }
}

extension Desk {
    /// Posts fields that are known only when the test runs.
    @discardableResult
    func submit(_ path: String, from page: String? = nil, _ fields: [String: String]) async throws -> TestResponse {
        let text = String(buffer: try await get(page ?? path).body)
        let mark = try #require(text.firstMatch(of: /name="token" value="([^"]+)"/))
        var form = FormFields([("token", String(mark.1))])
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { form.add(name, value) }
        let headers = HTTPFields().adding(cookie).adding((.contentType, "application/x-www-form-urlencoded"))
        return try await keep(
            client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: form.urlEncoded)))
    }
}
