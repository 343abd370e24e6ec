/// The number of a bank card, 13 to 19 digits.
///
/// The Luhn check only raises a ``doubt``: a few older domestic cards do not satisfy it.
public struct BankCardNumber: Hashable, Sendable {
    /// The whole number, 13 to 19 digits: a sensitive value, stored sealed.
    public let digits: String

    /// - Parameter text: as typed; full-width digits, spaces and hyphens are folded.
    /// - Throws: ``BankCardRefusal/format(_:)``.
    public init(_ text: String) throws(BankCardRefusal) {
        let digits = text.narrowed(without: String.typingMarks)
        guard (13...19).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit) else { throw .format(text) }
        self.digits = digits
    }

    /// Set when the number does not pass the Luhn check.
    public var doubt: BankCardRefusal? { Self.passesLuhn(digits) ? nil : .luhn(masked) }

    /// The last four digits and nothing else.
    public var masked: String { "**** " + lastFour }

    /// What may be shown to tell cards apart.
    public var lastFour: String { String(digits.suffix(4)) }

    /// Luhn's check (ISO/IEC 7812-1): from the right every second digit is doubled, and the digits of all add
    /// up to a multiple of ten. False when there is anything but digits.
    public static func passesLuhn(_ digits: String) -> Bool {
        guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit) else { return false }
        var sum = 0
        for (place, byte) in digits.utf8.reversed().enumerated() {
            let digit = Int(byte - 0x30)
            sum += place % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)
        }
        return sum % 10 == 0
    }
}

extension BankCardNumber: CustomStringConvertible {
    /// Masked, so that no log or message shows a whole number by accident.
    public var description: String { masked }
}

/// Why a text is not, or perhaps not, a bank card number.
public enum BankCardRefusal: Refusal, Hashable {
    case format(String)
    /// A doubt only.
    case luhn(String)

    public var explanation: Phrase {
        switch self {
        case .format(let text):
            Phrase(
                zh: "银行卡号“\(text)”格式不对：应为 13 至 19 位数字。",
                en: "“\(text)” is not a bank card number: it takes 13 to 19 digits.")
        case .luhn(let masked):
            Phrase(
                zh: "银行卡号 \(masked) 未通过校验，可能有一位写错。请对照卡面核对。",
                en: "Bank card number \(masked) does not pass its check. Compare it with the card.")
        }
    }
}
