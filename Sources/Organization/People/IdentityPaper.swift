import Kernel

/// The document that proves who somebody is, with its number. A sensitive value, stored sealed.
package struct IdentityPaper: Hashable, Sendable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// 居民身份证, and the residence permits of people from Hong Kong, Macao and Taiwan, which follow GB 11643 too.
        case identityCard
        case chinesePassport
        case hongKongMacaoPermit
        case taiwanPermit
        case permanentResidence
        case foreignPassport

        package var name: Phrase {
            switch self {
            case .identityCard: Phrase(zh: "居民身份证", en: "Identity card")
            case .foreignPassport: Phrase(zh: "外国护照", en: "Foreign passport")
            default: document?.name ?? Phrase(verbatim: rawValue)
            }
        }

        var document: IdentityDocument? { IdentityDocument(rawValue: rawValue) }
    }

    package let kind: Kind
    /// As stored: narrow, upper-case, without spaces.
    package let number: String
    /// Recorded in identity card numbers only.
    package let birthday: Day?
    /// Recorded in identity card numbers only.
    package let gender: Gender?

    /// - Parameters:
    ///   - text: as typed.
    ///   - today: nobody is born after this day.
    package init(_ kind: Kind, _ text: String, today: Day) throws(IdentityPaperRefusal) {
        self.kind = kind
        switch (kind, kind.document) {
        case (.identityCard, _):
            do {
                let card = try IdentityNumber(text, today: today)
                (number, birthday, gender) = (card.text, card.birthday, Gender(card.sex))
            } catch { throw .card(error) }
        case (_, let document?):
            do { number = try document.number(from: text) } catch { throw .document(error) }
            (birthday, gender) = (nil, nil)
        default:
            // The world's passports share no more than this (ICAO 9303: up to nine letters and digits; a few are longer).
            let typed = text.uppercased().filter { $0 != " " && $0 != "-" }
            guard (5...15).contains(typed.utf8.count), typed.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
            else { throw .foreignPassport(text) }
            (number, birthday, gender) = (typed, nil, nil)
        }
    }

    /// The first three characters at most and the last four.
    package var masked: String {
        let shown = number.count >= 15 ? 3 : 1
        return String(number.prefix(shown)) + String(repeating: "*", count: max(0, number.count - shown - 4))
            + String(number.suffix(4))
    }
}

extension IdentityPaper: CustomStringConvertible {
    /// Masked, so that no log or message shows a whole number by accident.
    package var description: String { masked }
}

/// Why a text is not the number of such a document.
package enum IdentityPaperRefusal: Refusal, Hashable {
    case card(IdentityNumberRefusal)
    case document(IdentityDocumentRefusal)
    case foreignPassport(String)

    package var explanation: Phrase {
        switch self {
        case .card(let refusal): refusal.explanation
        case .document(let refusal): refusal.explanation
        case .foreignPassport(let text):
            Phrase(
                zh: "“\(text)”不像护照号码：应为 5 至 15 位字母或数字。请对照证件核对。",
                en:
                    "“\(text)” does not look like a passport number: 5 to 15 letters and digits. Compare it with the document."
            )
        }
    }
}
