/// The citizen identity number of GB 11643: eighteen characters that hold region, birth day, sex and a check
/// character. The residence permits of people from Hong Kong, Macao and Taiwan (81, 82, 83) follow the same rule.
///
/// Only the province is looked up: county codes are abandoned over time but stay on the cards of their day.
/// A value of this type is valid in form; whether such a person exists is not known from the number.
public struct IdentityNumber: Hashable, Sendable {
    /// Seventeen digits and the check character, `X` in upper case.
    public let text: String
    /// Places 7 to 14.
    public let birthday: Day
    /// Where the number was first issued.
    public let province: Province

    /// - Parameters:
    ///   - text: as typed; full-width characters, spaces, hyphens and a lower-case x are folded.
    ///   - today: nobody is born after this day.
    /// - Throws: the first ``IdentityNumberRefusal`` in the order form, region, birth, check character.
    public init(_ text: String, today: Day) throws(IdentityNumberRefusal) {
        let number = text.narrowed(without: String.typingMarks).uppercased()
        if Self.isScientific(number) { throw .scientific(text) }
        let bytes = Array(number.utf8)
        guard bytes.count == 18, bytes.dropLast().allSatisfy(\.isDigit), bytes[17].isDigit || bytes[17] == 0x58 else {
            throw .format(text)
        }
        guard let province = Province(code: bytes.number(0..<2)) else { throw .region(text) }
        guard let birthday = Day(year: bytes.number(6..<10), month: bytes.number(10..<12), day: bytes.number(12..<14)),
            birthday <= today, birthday.year >= 1800
        else { throw .birth(text) }
        guard Self.checkCharacter(of: bytes.prefix(17)) == bytes[17] else { throw .checksum(text) }
        (self.text, self.birthday, self.province) = (number, birthday, province)
    }

    /// The eighteen-character number of a first-generation one: `19` goes in before the year and the check
    /// character behind. The fifteen-digit cards themselves ceased to be valid in 2013.
    public init(firstGeneration text: String, today: Day) throws(IdentityNumberRefusal) {
        let bytes = Array(text.narrowed(without: String.typingMarks).utf8)
        guard bytes.count == 15, bytes.allSatisfy(\.isDigit) else { throw .format(text) }
        let long = bytes.prefix(6) + Array("19".utf8) + bytes.suffix(9)
        let whole = long + [Self.checkCharacter(of: long)]
        try self.init(String(decoding: whole, as: UTF8.self), today: today)
    }

    /// The weighted sum of GB 11643 modulo 11 picks the check character (ISO 7064 MOD 11-2).
    static func checkCharacter(of digits: ArraySlice<UInt8>) -> UInt8 {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return Array("10X98765432".utf8)[sum % 11]
    }

    /// `1.10105E+17`: a spreadsheet has already thrown the last digits away.
    private static func isScientific(_ number: String) -> Bool {
        let parts = number.split(separator: "E", omittingEmptySubsequences: false)
        return parts.count == 2 && DecimalText(parts[0]) != nil && DecimalText(parts[1]) != nil
    }
}

extension IdentityNumber {
    /// The sex recorded in the number.
    public enum Sex: String, Sendable, Hashable, Codable {
        case male = "M"
        case female = "F"
    }

    /// The seventeenth digit is odd for men, even for women.
    public var sex: Sex { Array(text.utf8)[16] % 2 == 1 ? .male : .female }

    /// The first three characters and the last four: birth day and serial number never stand together.
    public var masked: String { String(text.prefix(3)) + String(repeating: "*", count: 11) + String(text.suffix(4)) }

    /// Whole years on a day.
    public func age(on day: Day) -> Int { birthday.wholeYears(to: day) }
}

extension IdentityNumber: CustomStringConvertible {
    /// Masked, so that no log or message shows a whole number by accident.
    public var description: String { masked }
}
