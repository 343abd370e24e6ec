import Kernel
import Shell

/// One thing that happened to somebody, or is planned.
package struct TimelineEntry: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case hired, rehired, confirmed, probationEnds = "probation_ends", post, postEnds = "post_ends"
        case contract, contractEnds = "contract_ends", pay, separation, document

        package var name: Phrase {
            switch self {
            case .hired: Phrase(zh: "入职", en: "Hired")
            case .rehired: Phrase(zh: "再次入职", en: "Rehired")
            case .confirmed: Phrase(zh: "转正", en: "Confirmed")
            case .probationEnds: Phrase(zh: "试用期届满", en: "Probation ends")
            case .post: Phrase(zh: "任职变动", en: "Post")
            case .postEnds: Phrase(zh: "任职结束", en: "Post ends")
            case .contract: Phrase(zh: "签订合同", en: "Contract")
            case .contractEnds: Phrase(zh: "合同到期", en: "Contract ends")
            case .pay: Phrase(zh: "调薪", en: "Pay")
            case .separation: Phrase(zh: "离职", en: "Left")
            case .document: Phrase(zh: "文件", en: "Document")
            }
        }
    }

    package let day: Day
    package let kind: Kind
    package let title: Phrase
    /// Names, places, terms.
    package let detail: Phrase?
    package let fieldClass: FieldClass
}
