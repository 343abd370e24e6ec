/// How the characters of a text file are stored.
public enum TextEncoding: String, Sendable, Hashable, Codable, CaseIterable {
    case utf8
    /// UTF-8 that begins with a byte-order mark, as Excel writes it.
    case utf8BOM
    /// The Chinese national standard; includes GBK and GB 2312.
    case gb18030
    case utf16LE
    case utf16BE

    /// The name iconv knows it by.
    var iconvName: String {
        switch self {
        case .utf8, .utf8BOM: "UTF-8"
        case .gb18030: "GB18030"
        case .utf16LE: "UTF-16LE"
        case .utf16BE: "UTF-16BE"
        }
    }
}
