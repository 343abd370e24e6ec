/// A link target that cannot run anything: `http`, `https`, `mailto`, or a path relative to this site.
///
/// Anything else (`javascript:`, `data:`, `vbscript:`, another host without a scheme, text with control characters)
/// becomes `#`, which stays on the page.
public struct URLText: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// The target as it is written into the page, before escaping.
    public let text: String

    /// What an unacceptable target is replaced by.
    public static let harmless = URLText(checked: "#")

    public init(_ text: String) {
        self = URLText.isAcceptable(text) ? URLText(checked: text) : .harmless
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The source of a picture: as above, or a PNG or SVG picture inside the text itself
    /// (`data:image/png;base64,…`, `data:image/svg+xml;base64,…`).
    public init(picture text: String) {
        for start in ["data:image/png;base64,", "data:image/svg+xml;base64,"] where text.hasPrefix(start) {
            let isBase64 = text.utf8.dropFirst(start.utf8.count).allSatisfy(URLText.isBase64)
            self = isBase64 ? URLText(checked: text) : .harmless
            return
        }
        self.init(text)
    }

    /// An address to write to.
    public init(mailto address: String) {
        self.init("mailto:" + URLText.encoded(address))
    }

    /// A path of this site with query values of any content, for instance filters kept in the URL.
    /// - Parameter query: names and values in order; both are percent-encoded.
    public init(path: String, query: [(String, String)]) {
        let pairs = query.map { URLText.encoded($0.0) + "=" + URLText.encoded($0.1) }
        self.init(pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&"))
    }

    private init(checked text: String) {
        self.text = text
    }

    private static func isAcceptable(_ text: String) -> Bool {
        if isPlainPath(text) { return true }
        // Browsers drop tabs and line ends anywhere and spaces at the start, so `java\tscript:` is a scheme to them.
        if text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return false }
        // They also read `\` as `/`, and `//host` leaves this site.
        if text.utf8.contains(UInt8(ascii: "\\")) || text.hasPrefix("//") { return false }
        let beforePath = text.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        guard let colon = beforePath.firstIndex(of: UInt8(ascii: ":")) else { return true }
        return ["http", "https", "mailto"].contains(String(text[..<colon]).lowercased())
    }

    /// The form nearly all links have, decided in one pass: `/`, then not another `/`, and no byte that a browser reads
    /// as something else. A path cannot have a scheme.
    private static func isPlainPath(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.first == 0x2F, bytes.count < 2 || bytes[1] != 0x2F else { return false }
            return bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }
        }
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D: true
        default: false
        }
    }

    /// Percent-encoding of everything but RFC 3986 unreserved characters and `@`.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x40: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
