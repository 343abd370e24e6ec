import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

struct WebhookPageTests {
    static var room: Room {
        var room = Room(name: "Test")
        room.entries = [Hired.self, Welcomed.self]
        return room
    }

    /// What the page says its id is, from where it leads to.
    private static func add(
        _ desk: Desk,
        _ fields: [String: String] = [
            "name": "工资系统", "address": "https://pay.example.com/hook", "events": "test.hired",
        ]
    ) async throws -> (id: String, secret: String) {
        let answer = try await desk.submit("/webhooks/new", fields)
        #expect(answer.status == .ok)
        let secret = try #require(answer.text.firstMatch(of: /whsec_[A-Za-z0-9_-]{43}/))
        let id = try #require(answer.text.firstMatch(of: /\/webhooks\/([0-9]+)"/))
        return (String(id.1), String(secret.0))
    }

    @Test func theSecretIsShownOnceAndMessagesAreSignedWithIt() async throws {
        let receiver = WebhookTests.Receiver()
        try await Desk.opened([Self.room], world: { $0.post = { receiver.take($0) } }) { client, test in
            let (desk, house) = (Desk(client, test), test.house)
            _ = try await desk.signIn()
            #expect(try await desk.get("/webhooks").text.contains("还没有接收方"))
            let (id, secret) = try await Self.add(desk)
            for path in ["/webhooks", "/webhooks/\(id)", "/webhooks/\(id)/edit", "/webhooks/\(id).json", "/audit"] {
                let page = try await desk.get(path)
                #expect(page.status == .ok && !page.text.contains("whsec_"))
            }
            #expect(!(try await house.database.dump()).contains(secret))
            let trial = try await desk.submit("/webhooks/\(id)/trial", from: "/webhooks/\(id)", [:])
            #expect(trial.location == "/webhooks/\(id)")
            let message = try #require(receiver.messages.withLock { $0.first })
            let header = try #require(message.headers.first { $0.name == "Tenure-Signature" }?.value)
            let timestamp = house.now.milliseconds / 1_000
            let body = String(decoding: message.body, as: UTF8.self)
            #expect(
                header == "t=\(timestamp),v1="
                    + WebhookMessage.signature(of: body, secret: secret, timestamp: timestamp))

            let renewed = try await desk.submit("/webhooks/\(id)/secret", [:])
            #expect(renewed.text.contains("whsec_") && !renewed.text.contains(secret))
        }
    }

    @Test func pausedItQueuesAndGivenUpItCanBeSentAgain() async throws {
        let receiver = WebhookTests.Receiver()
        try await Desk.opened([Self.room], world: { $0.post = { receiver.take($0) } }) { client, test in
            let (desk, house) = (Desk(client, test), test.house)
            _ = try await desk.signIn()
            let (id, _) = try await Self.add(desk)
            let page = "/webhooks/\(id)"
            try await desk.submit(page + "/pause", from: page, [:])
            try await house.database.write { tx in try Journal.leave(Hired(person: ID(5)), in: tx, house) }
            try await JobRunner(house).runDue()
            #expect(receiver.messages.withLock { $0.isEmpty })
            #expect(try await desk.get(page).text.contains("新的事件会排队"))

            receiver.answers.withLock { $0 = [500] }
            var fields = try await SettingsTests.fields(of: "/settings/outside", desk)
            fields["attempts"] = "1"
            try await desk.submit("/settings/outside", fields)
            try await desk.submit(page + "/resumption", from: page, [:])
            try await JobRunner(house).runDue()
            #expect(receiver.messages.withLock { $0.count } == 1)
            let dead = try await desk.get(page + "?state=dead").text
            #expect(dead.contains("已放弃") && dead.contains("对方返回 500") && dead.contains("入职"))

            try await desk.submit(page + "/replay", from: page, [:])
            try await JobRunner(house).runDue()
            #expect(receiver.messages.withLock { $0.count } == 2)
            #expect(try await desk.get(page + "?state=sent").text.contains("已送达"))
            // One of them once more, although it arrived.
            let entry = try await house.database.read { tx in
                try tx.value("select entry_id from webhook_deliveries", as: Int64.self)
            }
            try await desk.submit(page + "/deliveries/\(try #require(entry))/replay", from: page, [:])
            try await JobRunner(house).runDue()
            #expect(receiver.messages.withLock { $0.count } == 3)

            try await desk.submit(page + "/removal", [:])
            #expect(try await desk.get(page).status == .notFound)
        }
    }

    static let addresses: [(address: String, networks: String, problem: String?)] = [
        ("https://pay.example.com/hook", "", nil), ("http://pay.example.com/hook", "", "未加密"),
        ("http://127.0.0.1:8081/x", "", "内部网络"), ("http://127.0.0.1:8081/x", "127.0.0.0/8", nil),
        ("http://localhost:8081/x", "127.0.0.1", nil), ("https://10.1.2.3/x", "", "内部网络"),
        ("https://10.1.2.3/x", "10.0.0.0/8", nil), ("https://169.254.169.254/latest/meta-data", "", "内部网络"),
        ("https://[::1]/x", "", "内部网络"), ("https://[::ffff:10.0.0.1]/x", "", "内部网络"), ("https://0x7f.1/x", "", "内部网络"),
        ("ftp://example.com/x", "", "无法识别"), ("https://u:p@example.com/", "", "用户名或密码"), ("nonsense", "", "无法识别"),
    ]

    /// No address of the inside is taken unless its network was allowed, however it is written.
    @Test(arguments: addresses) func addressesAreJudged(
        _ given: (address: String, networks: String, problem: String?)
    ) async throws {
        do throws(OutgoingRefusal) {
            _ = try WebhookAddress.check(given.address, NetworkList(given.networks))
            #expect(given.problem == nil)
        } catch {
            #expect(error.explanation.zh.contains(given.problem ?? "nothing is wrong"))
        }
    }

    @Test func whatIsWrongIsSaidAtItsField() async throws {
        try await Desk.opened([Self.room]) { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            for (fields, word) in [
                (["name": "x", "address": "https://10.0.0.1/", "events": "test.hired"], "内部网络"),
                (["name": "x", "address": "https://example.com/", "events": "no.such"], "请从列出的选项中选择"),
                (["name": "x", "address": "https://example.com/"], "请至少选择一种事件"),
                (["address": "https://example.com/", "takes_all": "yes"], "此项必填"),
            ] {
                let answer = try await desk.submit("/webhooks/new", fields)
                #expect(answer.status == .unprocessableContent && answer.text.contains(word))
            }
            let stranger = Desk(client, test)
            _ = try await stranger.signIn(login: "zhang.wei")
            for path in ["/webhooks", "/webhooks/new", "/webhooks/1"] {
                #expect(try await stranger.get(path).status == .notFound)
            }
        }
    }
}
