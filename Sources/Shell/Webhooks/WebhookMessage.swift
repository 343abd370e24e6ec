import Crypto
import Foundation
import Kernel

/// What is sent to an endpoint: the entry as JSON, and a signature that proves who sent it and when.
///
/// The receiver computes HMAC-SHA256 over `timestamp + "." + body` with the secret it was given, compares it with the
/// header `Tenure-Signature: t=timestamp,v1=hex`, and refuses timestamps that are more than five minutes old.
package struct WebhookMessage: Sendable {
    package let address: String
    package let headers: [(name: String, value: String)]
    /// `application/json`
    package let body: [UInt8]

    /// - Parameter delivery: the same for every attempt, so that a receiver can leave out what it has already.
    init(to address: String, secret: String, event: String, delivery: String, body: String, at now: Instant) {
        self.address = address
        self.body = Array(body.utf8)
        let timestamp = now.milliseconds / 1_000
        headers = [
            ("Tenure-Event", event), ("Tenure-Delivery", delivery),
            ("Tenure-Signature", "t=\(timestamp),v1=" + Self.signature(of: body, secret: secret, timestamp: timestamp)),
        ]
    }

    static func signature(of body: String, secret: String, timestamp: Int64) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(timestamp).\(body)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
        let digits = Array("0123456789abcdef")
        return String(code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
