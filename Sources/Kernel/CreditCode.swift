/// The unified social credit code of an organization (GB 32100): eighteen characters without I, O, S, V, Z.
///
/// It carries the older organization code (GB 11714) with a check of its own. When only that inner check fails
/// the code is kept with a ``doubt``: some early codes were issued so.
public struct CreditCode: Hashable, Sendable {
    /// Eighteen characters, letters in upper case.
    public let text: String

    /// - Parameter text: as typed; full-width and lower-case characters, spaces and hyphens are folded.
    /// - Throws: ``CreditCodeRefusal/format(_:)`` or ``CreditCodeRefusal/checksum(_:)``.
    public init(_ text: String) throws(CreditCodeRefusal) {
        let code = text.narrowed(without: String.typingMarks).uppercased()
        let bytes = Array(code.utf8)
        let values = bytes.compactMap(Self.alphabet.firstIndex(of:))
        guard values.count == bytes.count, values.count == 18, bytes[2..<8].allSatisfy(\.isDigit) else {
            throw .format(text)
        }
        let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard (31 - sum % 31) % 31 == values[17] else { throw .checksum(text) }
        self.text = code
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// Set when the organization code inside does not pass its own check.
    public var doubt: CreditCodeRefusal? { holdsOrganizationCode ? nil : .organizationCode(text) }

    /// The organization code at places 9 to 17.
    public var organizationCode: String { String(text.dropFirst(8).prefix(9)) }

    private var holdsOrganizationCode: Bool {
        let bytes = Array(organizationCode.utf8)
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(bytes, weights).reduce(0) { sum, pair in
            sum + Int(pair.0.isDigit ? pair.0 - 0x30 : pair.0 - 0x41 + 10) * pair.1
        }
        return Array("0123456789X0".utf8)[11 - sum % 11] == bytes[8]
    }
}

extension CreditCode: CustomStringConvertible {
    public var description: String { text }
}

/// Why a text is not, or perhaps not, a unified social credit code.
public enum CreditCodeRefusal: Refusal, Hashable {
    case format(String)
    case checksum(String)
    /// A doubt only: the code as a whole passes.
    case organizationCode(String)

    public var explanation: Phrase {
        switch self {
        case .format(let text):
            Phrase(
                zh: "“\(text)”不是统一社会信用代码：应为 18 位数字或大写字母，且不含 I、O、S、V、Z。",
                en:
                    "“\(text)” is not a unified social credit code: it takes 18 digits or letters without I, O, S, V, Z."
            )
        case .checksum(let text):
            Phrase(
                zh: "统一社会信用代码“\(text)”校验码不符，可能有一位写错。请对照营业执照核对。",
                en: "The check character of credit code “\(text)” does not match. Compare it with the licence.")
        case .organizationCode(let text):
            Phrase(
                zh: "统一社会信用代码“\(text)”中的组织机构代码校验不符。请对照营业执照核对。",
                en: "The organization code inside credit code “\(text)” does not match. Compare it with the licence.")
        }
    }
}
