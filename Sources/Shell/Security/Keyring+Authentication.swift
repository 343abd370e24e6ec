import Crypto
import Foundation

extension Keyring {
    /// What a message is authenticated for. A code for one use is worth nothing for another.
    package enum Use: String, Sendable, CaseIterable {
        case cookie, form, webhook
    }

    /// What a sealed value is looked up by: the same text gives the same 16 bytes within a column, and nothing can be
    /// learnt from them without the key. HMAC-SHA256, cut; the text must be normalised by the caller.
    package func blindIndex(_ normalised: String, column: String) -> [UInt8] {
        blindIndex(normalised, column: column, key: newest)
    }

    /// The blind index under every key, newest first: what to look for while values sealed with an older key remain.
    package func blindIndexes(_ normalised: String, column: String) -> [[UInt8]] {
        keys.map { blindIndex(normalised, column: column, key: $0) }
    }

    private func blindIndex(_ normalised: String, column: String, key: Key) -> [UInt8] {
        let mac = HMAC<SHA256>.authenticationCode(
            for: Data(normalised.utf8), using: self.key(key, use: "index", name: column))
        return Array(mac.prefix(16))
    }

    /// HMAC-SHA256 of a message, 32 bytes.
    package func authenticationCode(of message: [UInt8], for use: Use) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message, using: key(newest, use: use.rawValue, name: "")))
    }

    /// Whether a code belongs to the message, under any key of the ring; constant time per key.
    package func isAuthentic(_ code: [UInt8], of message: [UInt8], for use: Use) -> Bool {
        var isAuthentic = false
        for key in keys {
            let right = HMAC<SHA256>.authenticationCode(
                for: message, using: self.key(key, use: use.rawValue, name: ""))
            if ConstantTime.equal(Array(right), code) { isAuthentic = true }
        }
        return isAuthentic
    }
}
