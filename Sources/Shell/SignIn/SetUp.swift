import Kernel
import SQL

/// The first start: a link that makes the first administrator, good until somebody can manage accounts.
package enum SetUp {
    /// The path of the link; nil once the system is set up. Made of the keys, so a restart prints the same.
    package static func path(_ house: House) async throws -> String? {
        try await house.database.read { tx in try isOpen(tx) ? "/set-up/" + token(house).text : nil }
    }

    static func token(_ house: House) -> Token {
        let code = house.keyring.authenticationCode(of: Signature.message(["set up"]), for: .form)
        return Token { _ in code }
    }

    /// Whether nobody can manage accounts yet.
    static func isOpen(_ tx: Transaction) throws -> Bool {
        try AccountRules.administrators(tx) == 0
    }

    /// Whether a link's word is the right one, and still good.
    static func admits(_ text: String, _ house: House, _ tx: Transaction) throws -> Bool {
        guard let token = Token(text: text), token == Self.token(house) else { return false }
        return try isOpen(tx)
    }
}
