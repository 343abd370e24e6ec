import Crypto
import Foundation
import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

struct WebhookTests {
    final class Receiver: Sendable {
        let messages = Mutex<[WebhookMessage]>([])
        let answers = Mutex<[Int]>([])

        func take(_ message: WebhookMessage) -> Int {
            messages.withLock { $0.append(message) }
            return answers.withLock { $0.isEmpty ? 200 : $0.removeFirst() }
        }
    }

    static func endpoint(_ house: House, events: [String] = ["test.hired"], all: Bool = false) async throws -> (
        id: ID<WebhookEndpoint>, secret: String
    ) {
        try await house.database.write { tx in
            try WebhookStore.add(
                name: "工资系统", address: "https://pay.example.com/hook", events: events, takesAll: all, by: ID(1), house,
                tx)
        }
    }

    @Test func whatWasAskedForArrivesSigned() async throws {
        let receiver = Receiver()
        try await TestHouse.with(shell: TestHouse.quietShell, world: { $0.post = { receiver.take($0) } }) { test in
            let house = test.house
            let (_, secret) = try await Self.endpoint(house)
            try await house.database.write { tx in
                try Journal.leave(Hired(person: ID(5)), in: tx, house)
                try Journal.leave(Welcomed(person: ID(5)), in: tx, house)
                try Journal.leave(Hired(person: ID(6)), in: tx, house)
            }
            try await JobRunner(house).runDue()
            let messages = receiver.messages.withLock { $0 }
            #expect(messages.count == 2)
            for (message, person) in zip(messages, [5, 6]) {
                let body = String(decoding: message.body, as: UTF8.self)
                let object = try #require(try JSONSerialization.jsonObject(with: Data(message.body)) as? [String: Any])
                #expect(object["event"] as? String == "test.hired")
                #expect((object["data"] as? [String: Int]) == ["person": person])
                let header = try #require(message.headers.first { $0.name == "Tenure-Signature" }?.value)
                let timestamp = house.now.milliseconds / 1_000
                // RFC 2104 with SHA-256, as the receiver computes it.
                let code = HMAC<SHA256>.authenticationCode(
                    for: Data("\(timestamp).\(body)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
                #expect(header == "t=\(timestamp),v1=" + code.map { String(format: "%02x", $0) }.joined())
            }
        }
    }

    @Test func refusedDeliveriesComeAgainAndEndInTheDeadLetters() async throws {
        let receiver = Receiver()
        try await TestHouse.with(shell: TestHouse.quietShell, world: { $0.post = { receiver.take($0) } }) { test in
            let house = test.house
            let (id, _) = try await Self.endpoint(house, all: true)
            receiver.answers.withLock { $0 = Array(repeating: 500, count: Webhooks.attempts) }
            try await house.database.write { tx in try Journal.leave(Hired(person: ID(5)), in: tx, house) }
            let runner = JobRunner(house)
            for attempt in 1...Webhooks.attempts {
                try await runner.runDue()
                #expect(receiver.messages.withLock { $0.count } == attempt)
                // Not a moment early.
                test.clock.advance(minutes: Double(Webhooks.delay(after: attempt)) / 60_000 - 0.01)
                try await runner.runDue()
                #expect(receiver.messages.withLock { $0.count } == attempt)
                test.clock.advance(minutes: 0.02)
            }
            try await runner.runDue()
            #expect(receiver.messages.withLock { $0.count } == Webhooks.attempts)
            let replayed = try await house.database.write { tx in try WebhookStore.replay(id, house, tx) }
            #expect(replayed == 1)
            try await runner.runDue()
            let messages = receiver.messages.withLock { $0 }
            #expect(messages.count == Webhooks.attempts + 1)
            // The same delivery, so the receiver can leave it out if it has it.
            #expect(Set(messages.map { $0.headers[1].value }).count == 1)
        }
    }
}
