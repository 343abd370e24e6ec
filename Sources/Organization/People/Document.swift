import Kernel
import Shell

/// A file kept about a person: where the bytes lie is the store's affair, what they hash to is kept here.
package struct Document: Hashable, Sendable {
    package let id: ID<Document>
    package var person: ID<Person>
    package var kind: DocumentKind
    package var fileName: String
    /// SHA-256 of the bytes, in hexadecimal.
    package var hash: String
    package var byteCount: Int
    package var added: Instant
    /// The last day it is valid, for permits and certificates.
    package var expires: Day?
    /// Who may see it: those who see this class of the person's fields.
    package var fieldClass: FieldClass = .personal

    /// Whether it was valid for the last time before that day.
    package func isExpired(on day: Day) -> Bool { expires.map { $0 < day } ?? false }
}

package enum DocumentKind: String, Sendable, Hashable, Codable, CaseIterable {
    case identityPaper
    case labourContract
    case diploma
    case workPermit
    case healthCertificate
    case leavingCertificate
    case photo
    case other

    /// What such a document usually is; whoever adds one may choose otherwise.
    package var fieldClass: FieldClass {
        switch self {
        case .identityPaper, .healthCertificate: .sensitive
        case .photo: .work
        default: .personal
        }
    }

    package var name: Phrase {
        switch self {
        case .identityPaper: Phrase(zh: "身份证件", en: "Identity document")
        case .labourContract: Phrase(zh: "劳动合同", en: "Labour contract")
        case .diploma: Phrase(zh: "学历证书", en: "Diploma")
        case .workPermit: Phrase(zh: "就业许可", en: "Work permit")
        case .healthCertificate: Phrase(zh: "健康证明", en: "Health certificate")
        case .leavingCertificate: Phrase(zh: "离职证明", en: "Leaving certificate")
        case .photo: Phrase(zh: "照片", en: "Photo")
        case .other: Phrase(zh: "其他", en: "Other")
        }
    }
}
