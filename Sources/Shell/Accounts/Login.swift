import Foundation

/// The name an account signs in with. Written in any case and width, it is the same name.
package struct Login: Sendable, Hashable {
    package let text: String

    /// - Throws: ``AccountRefusal/unusableLogin`` for other than 2 to 64 letters, digits, `.`, `_`, `-`, `+`, `@`.
    package init(_ typed: String) throws(AccountRefusal) {
        text = Self.plain(typed)
        let allowed = text.allSatisfy { $0.isLetter || $0.isNumber || "._-+@".contains($0) }
        guard allowed, (2...64).contains(text.count), text.utf8.count <= 200 else { throw .unusableLogin }
    }

    /// The stored writing of what was typed, whether it can be a name or not.
    static func plain(_ typed: String) -> String {
        String(String(decoding: typed.utf8.prefix(1000), as: UTF8.self).folded.filter { !$0.isWhitespace })
            .precomposedStringWithCanonicalMapping
    }
}
