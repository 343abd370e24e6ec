import Foundation
import Kernel
import SQL

/// A message that says nothing, sent at once, so that both sides can be checked.
enum WebhookTrial {
    static let event = "tenure.test"
    static let sent = AuditAction("webhooks.trial", Phrase(zh: "发送测试消息", en: "Send a test message"))

    static func send(_ call: Call) async throws -> Outcome {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        let (address, sealed) = try await call.read { tx in
            let found = try tx.first("select address, secret from webhook_endpoints where id = \(id)") { row in
                (try row.value(String.self), try row.value([UInt8].self))
            }
            guard let found else { throw Missing() }
            return found
        }
        let secret = try house.sealing.open(sealed, WebhookStore.secretColumn, id.rawValue)
        let body = "{\"id\":0,\"event\":\"\(event)\",\"at\":\"\(house.now)\",\"data\":{}}"
        let message = WebhookMessage(
            to: address, secret: secret, event: event, delivery: "0", body: body, at: house.now)
        let words = await outcome(message, house)
        try await call.write { tx in
            try Audit.record(
                AuditEntry(sent, of: AuditRecord(WebhookRoutes.record, id), reason: FieldChange.words(words)), by: call,
                in: tx)
        }
        return Outcome("/webhooks/\(id)", words)
    }

    private static func outcome(_ message: WebhookMessage, _ house: House) async -> Phrase {
        do {
            let status = try await house.world.post(message)
            return (200..<300).contains(status)
                ? Phrase(zh: "测试消息已送达（对方返回 \(status)）。", en: "The test was taken (answered \(status)).")
                : Phrase(
                    zh: "测试消息未被接受：对方返回 \(status)。", en: "The test was not taken: the receiver answered \(status).")
        } catch let refusal as any Refusal {
            let why = refusal.explanation
            return Phrase(zh: "测试消息未送达：\(why.zh)", en: "The test did not arrive: \(why.en)")
        } catch {
            return Phrase(zh: "测试消息未送达，请稍后重试。", en: "The test did not arrive; try again later.")
        }
    }
}
