/// Documents other than the identity card that people show when they are hired.
///
/// Their numbers have a known shape but no check that could be computed here.
public enum IdentityDocument: String, Sendable, Hashable, Codable, CaseIterable {
    case chinesePassport
    /// 港澳居民来往内地通行证.
    case hongKongMacaoPermit
    /// 台湾居民来往大陆通行证.
    case taiwanPermit
    /// 外国人永久居留身份证, the issue of 2023 with eighteen characters.
    case permanentResidence

    /// What the document is called.
    public var name: Phrase {
        switch self {
        case .chinesePassport: Phrase(zh: "护照", en: "Chinese passport")
        case .hongKongMacaoPermit: Phrase(zh: "港澳居民来往内地通行证", en: "Mainland travel permit (Hong Kong, Macao)")
        case .taiwanPermit: Phrase(zh: "台湾居民来往大陆通行证", en: "Mainland travel permit (Taiwan)")
        case .permanentResidence: Phrase(zh: "外国人永久居留身份证", en: "Permanent residence card")
        }
    }

    /// The number as it is stored: narrow, upper-case, without spaces and hyphens.
    ///
    /// - Throws: ``IdentityDocumentRefusal/format(_:_:)``.
    public func number(from text: String) throws(IdentityDocumentRefusal) -> String {
        let number = text.narrowed(without: String.typingMarks).uppercased()
        guard fits(Array(number.utf8)) else { throw .format(self, text) }
        return number
    }

    private func fits(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .chinesePassport:
            guard bytes.count == 9, bytes[2...].allSatisfy(\.isDigit) else { return false }
            // E runs on with letters in its second place, without I and O.
            if bytes[0] == UInt8(ascii: "E") {
                return bytes[1].isDigit || (bytes[1].isUppercaseLetter && !"IO".utf8.contains(bytes[1]))
            }
            return "DSPG".utf8.contains(bytes[0]) && bytes[1].isDigit
        case .hongKongMacaoPermit:
            return (bytes.count == 9 || bytes.count == 11) && "HM".utf8.contains(bytes[0])
                && bytes.dropFirst().allSatisfy(\.isDigit)
        case .taiwanPermit:
            return bytes.count == 8 && bytes.allSatisfy(\.isDigit)
        case .permanentResidence:
            return bytes.count == 18 && bytes[0] == UInt8(ascii: "9") && bytes.dropLast().allSatisfy(\.isDigit)
                && (bytes[17].isDigit || bytes[17] == UInt8(ascii: "X"))
        }
    }
}

/// Why a text is not the number of such a document.
public enum IdentityDocumentRefusal: Refusal, Hashable {
    case format(IdentityDocument, String)

    public var explanation: Phrase {
        switch self {
        case .format(let document, let text):
            Phrase(
                zh: "“\(text)”不符合\(document.name.zh)号码的格式。请对照证件核对。",
                en: "“\(text)” does not have the form of a number of this document (\(document.name.en)). "
                    + "Compare it with the document.")
        }
    }
}
