/// Which new passwords are taken: long enough, and not among those that are guessed first.
///
/// Follows NIST SP 800-63B, section 5.1.1.2: length and a list of known words instead of rules about kinds of characters.
package enum PasswordPolicy {
    /// - Parameters:
    ///   - names: what the account is called: account name, mail address, name in pinyin, staff number.
    ///   - shortest: characters; never fewer than ``Password/shortest``.
    package static func check(
        _ password: Password, names: [String], shortest: Int = Password.shortest
    ) throws(PasswordRefusal) {
        let shortest = max(shortest, Password.shortest)
        guard password.text.count >= shortest else { throw .tooShort(shortest) }
        let letters = password.text.folded
        let text = String(letters)
        for name in names.flatMap({ parts(of: $0) }) {
            if text == name { throw .containsName }
            // A name of three letters is part of many good passwords; one of four or more is a head start.
            if name.count >= 4, text.contains(name) || text.contains(String(name.reversed())) { throw .containsName }
        }
        if CommonPasswords.contains(letters) { throw .common }
        if Guessability.pieces(letters, enough: 4) < 4 { throw .predictable }
    }

    /// The name and, of a mail address, what stands before the sign.
    private static func parts(of name: String) -> [String] {
        let whole = String(name.folded)
        let local = whole.split(separator: "@").first.map { String($0) } ?? ""
        return [whole, local].filter { !$0.isEmpty }
    }
}
