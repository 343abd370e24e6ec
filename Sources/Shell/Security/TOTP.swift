import Crypto
import Kernel

/// One-time codes by the clock (RFC 6238 with SHA-1, thirty seconds, six digits: what every authenticator app reads).
package struct TOTP: Sendable, Concealed {
    /// At least 16 bytes (RFC 4226, R6); 20 are made.
    package let secret: [UInt8]
    private let digits: Int

    static let period: Int64 = 30

    /// A new secret of 160 bits.
    package init(from random: RandomBytes) { self.init(secret: random(20), digits: 6) }

    package init() { self.init(from: SystemRandom.bytes) }

    /// A stored secret; nil if it is too short to be one.
    package init?(secret: [UInt8]) {
        guard secret.count >= 16 else { return nil }
        self.init(secret: secret, digits: 6)
    }

    init(secret: [UInt8], digits: Int) {
        self.secret = secret
        self.digits = digits
    }

    /// The number of the thirty seconds a moment lies in.
    package static func step(at now: Instant) -> Int64 {
        let (steps, rest) = now.milliseconds.quotientAndRemainder(dividingBy: period * 1000)
        return rest < 0 ? steps - 1 : steps
    }

    /// The code of a step: HOTP, RFC 4226, section 5.3.
    func code(step: Int64) -> String {
        let message = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0x0F)
        let number = mac[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        var text = String(number)
        text = String(repeating: "0", count: max(0, digits - text.count)) + text
        return String(text.suffix(digits))
    }

    /// The step a typed code belongs to, or nil if it is wrong, out of date or used before. One step either side is
    /// allowed for clocks and slow fingers (RFC 6238, section 5.2).
    ///
    /// A code works once: store the returned step with the account, in the same transaction, and pass it as `last` the
    /// next time.
    package func accept(_ typed: String, at now: Instant, after last: Int64?) -> Int64? {
        let code = Self.digits(of: typed)
        let current = Self.step(at: now)
        var accepted: Int64?
        // All three are computed and compared, whichever fits.
        for step in [current - 1, current, current + 1] {
            let isSame = ConstantTime.equal(self.code(step: step).utf8, code)
            if isSame, accepted == nil, last.map({ step > $0 }) ?? true { accepted = step }
        }
        return accepted
    }

    /// The digits of what was typed: full-width ones count, spaces do not; nothing at all if there is anything else.
    private static func digits(of typed: String) -> [UInt8] {
        guard typed.utf8.count <= 64 else { return [] }
        var digits: [UInt8] = []
        for character in typed.folded where character != " " && character != "\u{3000}" && character != "\u{A0}" {
            guard let digit = character.asciiValue, (0x30...0x39).contains(digit) else { return [] }
            digits.append(digit)
        }
        return digits
    }
}
