/// A Chinese telephone number: mobile, fixed line, or a 400/800 service line.
public struct PhoneNumber: Hashable, Sendable {
    /// What kind of line answers.
    public enum Kind: String, Sendable, Hashable, Codable {
        case mobile
        case landline
        case service
    }

    /// Only mobile numbers take text messages.
    public let kind: Kind
    /// A mobile number is eleven digits; a fixed line is `010-12345678` with an extension as typed; a service line
    /// is `400-123-4567`.
    public let text: String

    /// - Parameter text: as typed; full-width characters, the prefix +86 or 0086, spaces, hyphens and
    ///   parentheses are folded.
    /// - Throws: ``PhoneRefusal/unreadable(_:)``.
    public init(_ text: String) throws(PhoneRefusal) {
        if let mobile = Self.mobile(text) {
            (kind, self.text) = (.mobile, mobile)
        } else if let landline = Self.landline(text) {
            (kind, self.text) = (.landline, landline)
        } else if let service = Self.service(text) {
            (kind, self.text) = (.service, service)
        } else {
            throw .unreadable(text)
        }
    }

    /// A number that must be a mobile one: for text messages and sign-in.
    ///
    /// - Throws: ``PhoneRefusal/notMobile(_:)``.
    public init(mobile text: String) throws(PhoneRefusal) {
        guard let mobile = Self.mobile(text) else { throw .notMobile(text) }
        (kind, self.text) = (.mobile, mobile)
    }

    /// `138****5678`; of other numbers only the last four digits stay.
    public var masked: String {
        switch kind {
        case .mobile: String(text.prefix(3)) + "****" + String(text.suffix(4))
        case .landline, .service: String(text.map { $0 == "-" ? "-" : "*" }.dropLast(4)) + String(text.suffix(4))
        }
    }
}

extension PhoneNumber {
    private static func withoutCountry(_ text: String) -> Substring {
        for prefix in ["+86", "0086"] where text.hasPrefix(prefix) { return text.dropFirst(prefix.count) }
        return text[...]
    }

    private static func mobile(_ text: String) -> String? {
        var digits = withoutCountry(text.narrowed(without: [" ", "-", "(", ")"]))
        // A spreadsheet that took it for a number leaves `.0`; one that dropped the plus leaves 86.
        if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
        if digits.utf8.count == 13, digits.hasPrefix("86") { digits = digits.dropFirst(2) }
        let bytes = Array(digits.utf8)
        guard bytes.count == 11, bytes.allSatisfy(\.isDigit), bytes[0] == 0x31, bytes[1] >= 0x33 else { return nil }
        return String(digits)
    }

    /// `^0\d{2,3}-?\d{7,8}(-\d{1,6})?$`. Area codes 01x and 02x have three digits, the others four.
    private static func landline(_ text: String) -> String? {
        let narrow = text.narrowed(without: [" "]).replacing(")", with: "-").replacing("(", with: "")
        var body = withoutCountry(narrow)
        if body.first == "-" { body = body.dropFirst() }
        if body.count < narrow.count, body.first != "0" { body = "0" + body }
        let codeLength = body.hasPrefix("01") || body.hasPrefix("02") ? 3 : 4
        let code = body.prefix(codeLength)
        var parts = body.dropFirst(codeLength).split(separator: "-", omittingEmptySubsequences: false)
        if parts.first == "" { parts.removeFirst() }
        guard code.first == "0", code.dropFirst().first != "0", code.utf8.count == codeLength,
            code.utf8.allSatisfy(\.isDigit), (1...2).contains(parts.count),
            parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }), (7...8).contains(parts[0].utf8.count),
            parts.count == 1 || (1...6).contains(parts[1].utf8.count)
        else { return nil }
        return ([code] + parts).joined(separator: "-")
    }

    private static func service(_ text: String) -> String? {
        let digits = text.narrowed(without: [" ", "-"])
        guard digits.utf8.count == 10, digits.utf8.allSatisfy(\.isDigit),
            digits.hasPrefix("400") || digits.hasPrefix("800")
        else { return nil }
        return "\(digits.prefix(3))-\(digits.dropFirst(3).prefix(3))-\(digits.suffix(4))"
    }
}

extension PhoneNumber: CustomStringConvertible {
    /// Masked, so that no log or message shows a whole number by accident.
    public var description: String { masked }
}

/// Why a text is not a telephone number.
public enum PhoneRefusal: Refusal, Hashable {
    case unreadable(String)
    case notMobile(String)

    public var explanation: Phrase {
        switch self {
        case .unreadable(let text):
            Phrase(
                zh: "“\(text)”不是可识别的电话号码。请填写如 13812345678、010-12345678 或 400-123-4567。",
                en: "“\(text)” is not a phone number. Write it like 13812345678, 010-12345678 or 400-123-4567.")
        case .notMobile(let text):
            Phrase(
                zh: "“\(text)”不是手机号：应为以 13 至 19 开头的 11 位数字。",
                en: "“\(text)” is not a mobile number: it takes 11 digits beginning with 13 to 19.")
        }
    }
}
