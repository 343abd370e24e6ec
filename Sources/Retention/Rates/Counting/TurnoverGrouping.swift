import Kernel

/// What a board compares.
enum TurnoverGrouping: String, Codable, Sendable, Hashable, CaseIterable {
    /// Nothing: the periods one after the other.
    case time
    case unit, position, level, tenure, city, manager
    /// In the first 180 days, against everybody else.
    case newcomers
    /// Key positions against ordinary ones.
    case key

    var name: Phrase {
        switch self {
        case .time: Phrase(zh: "时间趋势", en: "Trend over time")
        case .unit: Phrase(zh: "部门（含下级）", en: "Unit with its subtree")
        case .position: Phrase(zh: "岗位", en: "Position")
        case .level: Phrase(zh: "职级", en: "Level")
        case .tenure: Phrase(zh: "司龄", en: "Tenure")
        case .city: Phrase(zh: "工作城市", en: "City")
        case .manager: Phrase(zh: "直属上级", en: "Manager")
        case .newcomers: Phrase(zh: "新员工", en: "New hires")
        case .key: Phrase(zh: "关键岗位", en: "Key positions")
        }
    }

    /// Whether groups stand in an order of their own; the others by their rate.
    var hasOrder: Bool { self == .tenure || self == .level || self == .newcomers }
}

/// Bands of tenure by days since the hire day, which is day 0.
enum TenureBand {
    /// The first day of each band.
    static let starts = [0, 31, 91, 181, 366, 1_096, 1_826, 3_652]
    static let names = [
        Phrase(zh: "30 天以内", en: "Up to 30 days"), Phrase(zh: "31–90 天", en: "31–90 days"),
        Phrase(zh: "91–180 天", en: "91–180 days"), Phrase(zh: "半年至 1 年", en: "Half a year to 1 year"),
        Phrase(zh: "1–3 年", en: "1–3 years"), Phrase(zh: "3–5 年", en: "3–5 years"),
        Phrase(zh: "5–10 年", en: "5–10 years"), Phrase(zh: "10 年以上", en: "Over 10 years"),
    ]

    static func band(of days: Int) -> Int { (starts.lastIndex { $0 <= days }) ?? 0 }

    /// The first day somebody is no new hire any more.
    static let settled = 181
}
