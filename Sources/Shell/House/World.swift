import Foundation
import Kernel

/// The outside, as a few functions: what is not the same twice. Tests give their own.
package struct World: Sendable {
    package var now: @Sendable () -> Instant
    /// So many unpredictable bytes.
    package var randomBytes: @Sendable (Int) -> [UInt8]
    /// Sends a message to another server and returns the status it answers.
    package var post: @Sendable (WebhookMessage) async throws -> Int = { _ in throw OutsideRefusal.notConnected }
    /// Sends a mail.
    package var mail: @Sendable (OutgoingMail) async throws -> Void = { _ in throw OutsideRefusal.noMailServer }

    package init(
        now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.now = now
        self.randomBytes = randomBytes
    }

    /// The real one.
    package static let real = World(
        now: { Instant(Date()) },
        randomBytes: { count in
            var random = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        })
}
