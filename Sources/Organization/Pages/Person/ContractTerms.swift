import Kernel
import Markup
import Shell

/// The term of a contract as people agree it: so many years, without an end, or until a day.
enum ContractTerms: String, CaseIterable {
    case none
    case oneYear = "1"
    case twoYears = "2"
    case threeYears = "3"
    case fiveYears = "5"
    case untilDay = "day"
    case openEnded = "open"
    case task

    private var years: Int? { Int(rawValue) }

    var name: Phrase {
        switch self {
        case .none: Phrase(zh: "暂不签订", en: "Not yet")
        case .untilDay: Phrase(zh: "固定期限，至指定日期", en: "Fixed term, until a day")
        case .openEnded: ContractKind.openEnded.name
        case .task: ContractKind.task.name
        default:
            Phrase(zh: "固定期限 \(rawValue) 年", en: "Fixed term, \(rawValue) " + (rawValue == "1" ? "year" : "years"))
        }
    }

    static func field(allowsNone: Bool) -> FormField {
        FormField(
            "contract",
            .choice(allCases.filter { allowsNone || $0 != .none }.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "合同期限", en: "Term"), isRequired: !allowsNone)
    }

    static let lastField = FormField(
        "contract_last", .day, Phrase(zh: "合同到期日", en: "Last day of the contract"),
        hint: Phrase(zh: "仅在“至指定日期”时填写。", en: "Only for a term until a day."))

    /// The contract from a day on; nil for none.
    func draft(from start: Day, last: Day?, signed: Day?) -> ContractDraft? {
        switch self {
        case .none: nil
        case .openEnded: ContractDraft(kind: .openEnded, start: start, last: last, signed: signed)
        case .task: ContractDraft(kind: .task, start: start, last: last, signed: signed)
        case .untilDay: ContractDraft(kind: .fixed, start: start, last: last, signed: signed)
        default:
            ContractDraft(
                kind: .fixed, start: start, last: last ?? years.map { start.adding(years: $0) - 1 }, signed: signed)
        }
    }
}
