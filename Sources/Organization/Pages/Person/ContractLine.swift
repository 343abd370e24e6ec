import Kernel
import Markup
import Shell

/// One contract, as a page shows it.
struct ContractLine: Codable, Sendable {
    let id: ID<Contract>
    let number: String?
    let kind: ContractKind
    let start: Day
    /// As agreed.
    let last: Day?
    let signed: Day?
    let ended: Day?
    let renewals: Int

    init(_ contract: Contract) {
        (id, number, kind, start) = (contract.id, contract.number, contract.kind, contract.start)
        (last, signed, ended, renewals) = (contract.last, contract.signed, contract.ended, contract.renewals)
    }

    var effectiveLast: Day? { [last, ended].compactMap { $0 }.min() }

    var term: Phrase {
        Phrase(zh: "\(start)\(last.map { " 至 \($0)" } ?? " 起")", en: "\(start) – \(last?.iso ?? "open")")
    }

    func covers(_ day: Day) -> Bool { start <= day && effectiveLast.map { day <= $0 } ?? true }

    /// Where it stands; loud when its end is near.
    func state(on day: Day) -> StatusBadge {
        if start > day { return StatusBadge(.planned, Phrase(zh: "待生效", en: "Planned")) }
        guard covers(day) else {
            return ended == nil
                ? StatusBadge(.over, Phrase(zh: "已到期", en: "Ended"))
                : StatusBadge(.over, Phrase(zh: "已终止", en: "Ended early"))
        }
        if let last = effectiveLast, let notice = ContractNotice(last: last, on: day) {
            return StatusBadge(notice == .in90Days ? .running : .attention, notice.name)
        }
        return StatusBadge(.good, Phrase(zh: "履行中", en: "In force"))
    }
}

/// What the law says about something, with its article.
struct LawNote: Codable, Sendable {
    let isBreach: Bool
    let words: Phrase

    init(_ finding: LawFinding) {
        (isBreach, words) = (finding.weight == .breach, finding.explanation)
    }
}

extension [LawNote] {
    @HTMLBuilder var html: HTML {
        for note in self {
            Notice(
                note.isBreach ? .bad : .warning, title: Phrase(zh: "劳动合同法", en: "Labour contract law")
            ) { p { note.words } }
        }
    }
}
