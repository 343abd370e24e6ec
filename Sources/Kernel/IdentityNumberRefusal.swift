/// Why a text is not a citizen identity number. The sentences name the number as typed.
public enum IdentityNumberRefusal: Refusal, Hashable {
    case format(String)
    case region(String)
    case birth(String)
    case checksum(String)
    /// A spreadsheet turned it into a rounded number such as `1.10105E+17`.
    case scientific(String)

    public var explanation: Phrase {
        switch self {
        case .format(let text):
            Phrase(
                zh: "身份证号“\(text)”格式不对：应为 17 位数字加 1 位数字或 X。",
                en: "“\(text)” is not an identity number: it takes 17 digits and one digit or X.")
        case .region(let text):
            Phrase(
                zh: "身份证号“\(text)”的前两位不是有效的省级代码。请对照证件核对。",
                en: "The first two digits of identity number “\(text)” are no province. Compare it with the card.")
        case .birth(let text):
            Phrase(
                zh: "身份证号“\(text)”第 7 至 14 位不是有效的出生日期。请对照证件核对。",
                en: "Digits 7 to 14 of identity number “\(text)” are no day of birth. Compare it with the card.")
        case .checksum(let text):
            Phrase(
                zh: "身份证号“\(text)”校验码不符，可能有一位写错"
                    + (Self.looksRounded(text) ? "，或被 Excel 改成了以 000 结尾的数字。请把该列设为文本后重新填写。" : "。请对照证件核对。"),
                en: "The check character of identity number “\(text)” does not match; "
                    + (Self.looksRounded(text)
                        ? "a spreadsheet may have rounded it. Make the column text and enter it again."
                        : "one digit is probably wrong. Compare it with the card."))
        case .scientific(let text):
            Phrase(
                zh: "身份证号“\(text)”已被 Excel 转成科学计数法，末几位已丢失。请把该列设为文本后重新填写。",
                en: "A spreadsheet turned identity number “\(text)” into a rounded number. "
                    + "Make the column text and enter it again.")
        }
    }

    /// Spreadsheets keep fifteen digits of a number and fill the rest with zeros.
    private static func looksRounded(_ text: String) -> Bool { text.narrowed.hasSuffix("000") }
}
