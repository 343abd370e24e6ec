import Kernel
import Markup
import Shell

extension Signal.Severity {
    var name: Phrase {
        switch self {
        case .high: Phrase(zh: "高", en: "High")
        case .medium: Phrase(zh: "中", en: "Medium")
        case .low: Phrase(zh: "低（只列出，不提醒）", en: "Low (listed, nobody is alerted)")
        }
    }

    var short: Phrase { self == .low ? Phrase(zh: "低", en: "Low") : name }

    var badge: Badge.Kind {
        switch self {
        case .high: .bad
        case .medium: .warning
        case .low: .neutral
        }
    }
}

extension SignalRule.Kind {
    var name: Phrase {
        switch self {
        case .below: Phrase(zh: "低于阈值", en: "Below the threshold")
        case .above: Phrase(zh: "高于阈值", en: "Above the threshold")
        case .atLeast: Phrase(zh: "达到或超过阈值", en: "The threshold or more")
        case .ownHigh: Phrase(zh: "明显高于本人过去", en: "Unusually high against one's own past")
        case .ownLow: Phrase(zh: "明显低于本人过去", en: "Unusually low against one's own past")
        case .daysUntil: Phrase(zh: "剩余天数不超过阈值", en: "That many days or fewer are left")
        }
    }
}

extension FactGrain {
    var name: Phrase {
        switch self {
        case .day: Phrase(zh: "日", en: "day")
        case .week: Phrase(zh: "周", en: "week")
        case .month: Phrase(zh: "月", en: "month")
        case .quarter: Phrase(zh: "季度", en: "quarter")
        }
    }

    private var counted: Phrase {
        switch self {
        case .day: Phrase(zh: "天", en: "days")
        case .week: Phrase(zh: "周", en: "weeks")
        case .month: Phrase(zh: "个月", en: "months")
        case .quarter: Phrase(zh: "个季度", en: "quarters")
        }
    }

    func count(_ number: Int) -> Phrase {
        Phrase(zh: "\(number) \(counted.zh)", en: number == 1 ? "1 \(name.en)" : "\(number) \(counted.en)")
    }
}

extension SignalRule {
    /// The rule over a fact as it is applied: in the fact's own periods where those are longer.
    func words(over fact: PublishedFact?) -> Phrase { fitted(to: fact?.grain).words(in: fact?.unit) }

    /// The rule as a sentence: `低于 80%，连续 2 周`.
    func words(in unit: FactUnit?) -> Phrase {
        let limit = unit.map { $0.words(threshold) } ?? NumberFormat.plain.phrase(threshold)
        let streak = period.count(periods)
        let tail = periods > 1 ? Phrase(zh: "，连续 \(streak.zh)", en: ", \(streak.en) in a row") : Phrase(verbatim: "")
        let factor = NumberFormat.plain.text(threshold, in: .zh)
        switch kind {
        case .below: return Phrase(zh: "低于 \(limit.zh)", en: "below \(limit.en)") + tail
        case .above: return Phrase(zh: "高于 \(limit.zh)", en: "above \(limit.en)") + tail
        case .atLeast: return Phrase(zh: "达到或超过 \(limit.zh)", en: "\(limit.en) or more") + tail
        case .daysUntil:
            return Phrase(zh: "距今不超过 \(factor) 天", en: "\(factor) days or fewer to go")
        case .ownHigh:
            return Phrase(
                zh: "明显高于本人过去 \(windowDays) 天（稳健 z > \(factor)）",
                en: "unusually high against one's own past \(windowDays) days (robust z > \(factor))")
        case .ownLow:
            return Phrase(
                zh: "明显低于本人过去 \(windowDays) 天（稳健 z < −\(factor)）",
                en: "unusually low against one's own past \(windowDays) days (robust z < −\(factor))")
        }
    }
}

extension FactUnit {
    /// A number of this unit in words; kinds need their levels.
    func words(_ value: Double, levels: [String] = []) -> Phrase {
        guard value.isFinite else { return Phrase(verbatim: NumberFormat.unknown) }
        let plain = { (places: Double) in NumberFormat.plain.phrase((value * places).rounded() / places) }
        switch self {
        case .count, .score: return plain(100)
        case .days: return Self.counted(plain(10), Phrase(zh: "天", en: "day"))
        case .months: return Self.counted(plain(10), Phrase(zh: "个月", en: "month"))
        case .years: return Self.counted(plain(10), Phrase(zh: "年", en: "year"))
        case .hours: return Self.counted(plain(10), Phrase(zh: "小时", en: "hour"))
        case .share:
            let whole = (value * 1_000).rounded() / 10
            return NumberFormat.percent(whole == whole.rounded() ? 0 : 1).phrase(value)
        case .money: return Money(fen: Int64(value.rounded())).phrase
        case .flag: return value >= 0.5 ? Phrase(zh: "是", en: "Yes") : Phrase(zh: "否", en: "No")
        case .kind:
            let place = Int(value)
            return Phrase(verbatim: levels.indices.contains(place) ? levels[place] : NumberFormat.unknown)
        }
    }

    private static func counted(_ number: Phrase, _ what: Phrase) -> Phrase {
        Phrase(zh: "\(number.zh) \(what.zh)", en: "\(number.en) \(what.en)" + (number.en == "1" ? "" : "s"))
    }
}

/// How long something is kept, in words.
extension Phrase {
    static func kept(months: Int) -> Phrase {
        Phrase(zh: "\(months) 个月", en: months == 1 ? "1 month" : "\(months) months")
    }
}

/// Words several pages of signals share.
enum SignalWords {
    static let register = Phrase(zh: "预警信号", en: "Signals")
    static let hits = Phrase(zh: "触发记录", en: "Hits")
    static let fact = Phrase(zh: "数据项", en: "Fact")
    static let rule = Phrase(zh: "规则", en: "Rule")
    static let severity = Phrase(zh: "严重程度", en: "Severity")
    static let purpose = Phrase(zh: "用途", en: "Purpose")
    static let basis = Phrase(zh: "法律依据", en: "Legal basis")
    static let kept = Phrase(zh: "保存期限", en: "Kept for")
    static let audience = Phrase(zh: "数据分类", en: "Class")
    static let version = Phrase(zh: "版本", en: "Version")
    static let person = Phrase(zh: "员工", en: "Person")
    static let value = Phrase(zh: "数值", en: "Value")
    static let since = Phrase(zh: "起始日期", en: "Since")
    static let until = Phrase(zh: "结束日期", en: "Until")
    static let state = Phrase(zh: "状态", en: "State")
    static let signal = Phrase(zh: "信号", en: "Signal")
    static let unit = Phrase(zh: "部门", en: "Unit")
    static let trail = Crumb(register, "/signals")
    static let hitTrail = Crumb(hits, "/signals/hits")
}
