import Foundation

/// Base64 with the alphabet for addresses and cookies, without padding (RFC 4648, section 5).
enum Base64URL {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { letter -> Character? in
                switch letter {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: letter
                }
            })
    }

    /// The bytes of a text as `text(_:)` writes it, and of no other writing of the same bytes.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var standard = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "-": standard += "+"
            case "_": standard += "/"
            case "a"..."z", "A"..."Z", "0"..."9": standard.unicodeScalars.append(scalar)
            default: return nil
            }
        }
        standard += String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: standard).map({ [UInt8]($0) }), Self.text(bytes) == String(text) else {
            return nil
        }
        return bytes
    }
}
