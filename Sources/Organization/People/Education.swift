import Kernel

/// One course of study.
package struct Education: Hashable, Sendable {
    package var level: EducationLevel
    package var school: String?
    package var major: String?
    package var graduated: Day?
}

/// Degrees in rising order, as Chinese personnel files name them.
package enum EducationLevel: String, Sendable, Hashable, Codable, CaseIterable {
    case primary
    case juniorMiddle
    case seniorMiddle
    case vocational
    case college
    case bachelor
    case master
    case doctor

    package var name: Phrase {
        switch self {
        case .primary: Phrase(zh: "小学", en: "Primary school")
        case .juniorMiddle: Phrase(zh: "初中", en: "Junior middle school")
        case .seniorMiddle: Phrase(zh: "高中", en: "Senior middle school")
        case .vocational: Phrase(zh: "中专", en: "Vocational school")
        case .college: Phrase(zh: "大专", en: "College diploma")
        case .bachelor: Phrase(zh: "本科", en: "Bachelor")
        case .master: Phrase(zh: "硕士", en: "Master")
        case .doctor: Phrase(zh: "博士", en: "Doctor")
        }
    }
}

extension EducationLevel: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
