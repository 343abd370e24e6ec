import Kernel
import Organization

/// What is counted of a group in a period: the inputs of every rate.
struct TurnoverCount: Codable, Hashable, Sendable {
    /// People employed at the end of the day before.
    var opening = 0
    /// Hire days in the period.
    var joiners = 0
    /// Came into the group without being hired: transfers, or a new band.
    var transfersIn = 0
    /// Last days in the period.
    var leavers = 0
    var voluntary = 0
    var involuntary = 0
    var other = 0
    /// Left without a recorded kind.
    var unclassified = 0
    var regretted = 0
    /// People employed at the end of the last day, those included who leave on it.
    var closing = 0
    /// Different people who were in the group at any time: what protects small groups.
    var people = 0

    var entered: Int { joiners + transfersIn }

    mutating func countLeaver(_ spell: EmploymentSpells.Spell) {
        leavers += 1
        switch spell.kind {
        case .voluntary: voluntary += 1
        case .involuntary: involuntary += 1
        case .other: other += 1
        case nil: unclassified += 1
        }
        if spell.regret == .regretted { regretted += 1 }
    }

    static func + (left: TurnoverCount, right: TurnoverCount) -> TurnoverCount {
        TurnoverCount(
            opening: left.opening + right.opening, joiners: left.joiners + right.joiners,
            transfersIn: left.transfersIn + right.transfersIn, leavers: left.leavers + right.leavers,
            voluntary: left.voluntary + right.voluntary, involuntary: left.involuntary + right.involuntary,
            other: left.other + right.other, unclassified: left.unclassified + right.unclassified,
            regretted: left.regretted + right.regretted, closing: left.closing + right.closing,
            people: left.people + right.people)
    }
}

/// Whose leaving a rate is about (H06): the base is the same for all. The kind is fixed before anything is counted.
enum LeaverKind: String, Codable, Sendable, Hashable, CaseIterable {
    case all, voluntary, involuntary, other, unclassified, regretted

    func count(_ counts: TurnoverCount) -> Int {
        switch self {
        case .all: counts.leavers
        case .voluntary: counts.voluntary
        case .involuntary: counts.involuntary
        case .other: counts.other
        case .unclassified: counts.unclassified
        case .regretted: counts.regretted
        }
    }

    func includes(_ spell: EmploymentSpells.Spell) -> Bool {
        switch self {
        case .all: true
        case .voluntary: spell.kind == .voluntary
        case .involuntary: spell.kind == .involuntary
        case .other: spell.kind == .other
        case .unclassified: spell.kind == nil
        case .regretted: spell.regret == .regretted
        }
    }

    var name: Phrase {
        switch self {
        case .all: Phrase(zh: "全部离职", en: "All leavers")
        case .voluntary: SeparationKind.voluntary.name
        case .involuntary: SeparationKind.involuntary.name
        case .other: Phrase(zh: "其他离职", en: "Other")
        case .unclassified: Phrase(zh: "未登记类型", en: "Kind not recorded")
        case .regretted: Regret.Verdict.regretted.name
        }
    }
}

/// In what part of a count a spell stands.
enum TurnoverPart: String, Codable, Sendable, Hashable, CaseIterable {
    case leavers, opening, joiners, transfers, closing

    var name: Phrase {
        switch self {
        case .leavers: Phrase(zh: "离职人员", en: "Leavers")
        case .opening: Phrase(zh: "期初在职", en: "Headcount at start")
        case .joiners: Phrase(zh: "期内入职", en: "Joiners")
        case .transfers: Phrase(zh: "期内转入", en: "Moved in")
        case .closing: Phrase(zh: "期末在职", en: "Headcount at end")
        }
    }

    func count(_ counts: TurnoverCount, _ kind: LeaverKind) -> Int {
        switch self {
        case .leavers: kind.count(counts)
        case .opening: counts.opening
        case .joiners: counts.joiners
        case .transfers: counts.transfersIn
        case .closing: counts.closing
        }
    }
}
