import Crypto
import CryptoExtras
import Foundation

/// What is stored of a password: the costs, a salt and the key scrypt makes of them.
///
/// Written in the manner of the PHC string format: `$scrypt$ln=15,r=8,p=1$<salt>$<key>`.
///
/// One hash at the standard cost takes 32 MiB while it is computed: the caller bounds how many run at once.
package struct PasswordHash: Sendable, Concealed {
    package let cost: PasswordCost
    let salt: [UInt8]
    let key: [UInt8]

    /// Hashes a password with a fresh salt.
    package init(_ password: Password, cost: PasswordCost = .standard, from random: RandomBytes) throws {
        let salt = random(16)
        self.init(cost: cost, salt: salt, key: try Self.derive(password.bytes, salt, cost, count: 32))
    }

    package init(_ password: Password, cost: PasswordCost = .standard) throws {
        try self.init(password, cost: cost, from: SystemRandom.bytes)
    }

    private init(cost: PasswordCost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// A stored hash; nil for text that is none, or whose costs are out of bounds.
    package init?(text: String) {
        guard text.utf8.count <= 400 else { return nil }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Self.cost(parts[2]),
            let salt = Self.bytes(parts[3]), (8...64).contains(salt.count),
            let key = Self.bytes(parts[4]), (16...64).contains(key.count)
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    package var text: String {
        "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)$"
            + Self.text(salt) + "$" + Self.text(key)
    }

    /// Whether the password is the one that was hashed, compared in constant time.
    package func matches(_ password: Password) throws -> Bool {
        ConstantTime.equal(try Self.derive(password.bytes, salt, cost, count: key.count), key)
    }

    /// Whether to hash again at the next successful sign-in, because today's costs are higher.
    package func needsRehash(for wanted: PasswordCost = .standard) -> Bool {
        cost.isWeaker(than: wanted) || salt.count < 16 || key.count < 32
    }

    /// Checks what was typed at sign-in. Without an account (`stored` nil) the same work is done for nothing, so that
    /// the time of the answer does not tell which accounts exist.
    package static func verify(_ typed: String, against stored: PasswordHash?) throws -> Bool {
        // What cannot be a password is hashed as an empty one, which no account has.
        let bytes = (try? Password(typed))?.bytes ?? []
        let hash = stored ?? absent
        let isSame = ConstantTime.equal(try derive(bytes, hash.salt, hash.cost, count: hash.key.count), hash.key)
        return isSame && stored != nil && !bytes.isEmpty
    }

    /// Stands in for the account that does not exist.
    private static let absent = PasswordHash(
        cost: .standard, salt: .init(repeating: 0, count: 16), key: .init(repeating: 0, count: 32))

    static func derive(_ password: [UInt8], _ salt: [UInt8], _ cost: PasswordCost, count: Int) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: password, salt: salt, outputByteCount: count, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism
        ).withUnsafeBytes { Array($0) }
    }

    private static func cost(_ text: Substring) -> PasswordCost? {
        let names = ["ln=", "r=", "p="]
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == names.count else { return nil }
        var values: [Int] = []
        for (part, name) in zip(parts, names) {
            guard part.hasPrefix(name), let value = Int(part.dropFirst(name.count)),
                String(value) == part.dropFirst(name.count)
            else { return nil }
            values.append(value)
        }
        return PasswordCost(logRounds: values[0], blockSize: values[1], parallelism: values[2])
    }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: text + padding), Self.text(Array(data)) == text else { return nil }
        return Array(data)
    }
}
