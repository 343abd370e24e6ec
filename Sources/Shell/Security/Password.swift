import Foundation

/// A password as somebody typed it, made ready for hashing. Its text is never shown.
///
/// Prepared like the OpaqueString profile of RFC 8265, section 4.2: every kind of space becomes the plain one and the
/// text is composed (NFC), so that the same keys on another system give the same bytes.
package struct Password: Sendable, Concealed {
    /// In characters as people count them.
    package static let shortest = 10
    /// In bytes of UTF-8: enough for any sentence, too little to keep the server busy.
    package static let longest = 1000

    let text: String

    /// Refuses only what no account can have; whether a new password is good enough is up to `PasswordPolicy`.
    package init(_ typed: String) throws(PasswordRefusal) {
        guard typed.utf8.count <= Self.longest else { throw .tooLong }
        var scalars = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars {
            guard scalar.properties.generalCategory != .control else { throw .unreadable }
            scalars.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
        }
        text = String(scalars).precomposedStringWithCanonicalMapping
    }

    var bytes: [UInt8] { Array(text.utf8) }
}
