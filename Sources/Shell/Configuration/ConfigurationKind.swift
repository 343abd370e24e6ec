import Foundation
import Kernel

/// What a key can hold.
package enum ConfigurationKind: Sendable {
    case text
    /// A path.
    case path
    case number(ClosedRange<Int>)
    case flag
    case choice([String])
    /// Words parted by commas or spaces.
    case words
    /// `Asia/Shanghai`
    case timeZone
    /// `https://hr.example.com`, with one of the schemes named.
    case address(schemes: [String])
    /// `sqlite`, or the address of a PostgreSQL server.
    case database
    /// `folder`, or `s3://bucket/prefix`.
    case documentStore
    /// A program by its path, with arguments parted by blanks.
    case program

    static let yes: Set<String> = ["yes", "true", "on", "1"]
    static let no: Set<String> = ["no", "false", "off", "0"]

    /// What is wrong with a value; nil when it can be used.
    func problem(with text: String) -> Phrase? {
        switch self {
        case .text, .path, .words: nil
        case .number(let range):
            Int(text).map(range.contains) == true
                ? nil
                : Phrase(
                    zh: "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
                    en: "a whole number from \(range.lowerBound) to \(range.upperBound) is wanted")
        case .flag:
            (Self.yes.union(Self.no)).contains(text.lowercased())
                ? nil : Phrase(zh: "应为 yes 或 no", en: "yes or no is wanted")
        case .choice(let words):
            words.contains(text)
                ? nil
                : Phrase(
                    zh: "可选值：\(words.joined(separator: "、"))",
                    en: "one of these is wanted: \(words.joined(separator: ", "))")
        case .timeZone:
            TimeZone(identifier: text) == nil
                ? Phrase(zh: "应为时区名称，例如 Asia/Shanghai", en: "the name of a time zone is wanted, such as Asia/Shanghai")
                : nil
        case .address(let schemes):
            Self.isAddress(text, schemes)
                ? nil
                : Phrase(
                    zh: "应为以 \(schemes.map { $0 + "://" }.joined(separator: " 或 ")) 开头、不含路径的地址",
                    en: "an address without a path is wanted that begins with "
                        + schemes.map { $0 + "://" }.joined(separator: " or "))
        case .database:
            text == "sqlite" || text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
                ? nil
                : Phrase(
                    zh: "应为 sqlite，或 postgres://用户:密码@主机:端口/数据库",
                    en: "sqlite is wanted, or postgres://user:password@host:port/database")
        case .documentStore:
            text == Bucket.folder || Bucket.parts(of: text) != nil
                ? nil
                : Phrase(
                    zh: "应为 folder，或 s3://存储桶/前缀（只含字母、数字、-、_ 和点）",
                    en: "folder is wanted, or s3://bucket/prefix of letters, digits, -, _ and dots")
        case .program:
            FileScanner(text) == nil
                ? Phrase(
                    zh: "应以程序的完整路径开头，例如 /usr/bin/clamdscan",
                    en: "the full path of a program is wanted first, such as /usr/bin/clamdscan")
                : nil
        }
    }

    private static func isAddress(_ text: String, _ schemes: [String]) -> Bool {
        guard let address = URLComponents(string: text), let scheme = address.scheme, schemes.contains(scheme),
            let host = address.host, !host.isEmpty
        else { return false }
        return ["", "/"].contains(address.path) && address.query == nil && address.user == nil
    }
}
