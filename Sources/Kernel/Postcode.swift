/// A Chinese postcode: six digits.
public struct Postcode: Hashable, Sendable {
    /// Six digits.
    public let digits: String

    /// - Throws: ``PostcodeRefusal/format(_:)``.
    public init(_ text: String) throws(PostcodeRefusal) {
        let digits = text.narrowed(without: [" "])
        guard digits.utf8.count == 6, digits.utf8.allSatisfy(\.isDigit) else { throw .format(text) }
        self.digits = digits
    }
}

extension Postcode: CustomStringConvertible {
    public var description: String { digits }
}

/// Why a text is not a postcode.
public enum PostcodeRefusal: Refusal, Hashable {
    case format(String)

    public var explanation: Phrase {
        switch self {
        case .format(let text):
            Phrase(
                zh: "“\(text)”不是邮政编码：应为 6 位数字。",
                en: "“\(text)” is not a postcode: it takes six digits.")
        }
    }
}
