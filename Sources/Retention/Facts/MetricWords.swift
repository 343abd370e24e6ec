import Kernel
import Shell

/// What is said about metrics and their values.
enum MetricWords {
    static let metric = Phrase(zh: "指标", en: "Metric")
    static let metrics = Phrase(zh: "指标数据", en: "Metrics")
    static let subject = Phrase(zh: "工号", en: "Staff number")
    static let day = Phrase(zh: "日期", en: "Day")
    static let value = Phrase(zh: "数值", en: "Value")
    static let knownOn = Phrase(zh: "得知日期", en: "Known on")

    static func unknownMetric(_ text: String) -> Phrase {
        Phrase(
            zh: "没有“\(text)”这个指标。请先在“指标数据”中新建，或改用已有指标的编码或名称。",
            en:
                "There is no metric “\(text)”. Define it under Metrics first, or use the code or name of one that exists."
        )
    }

    static func unknownPerson(_ number: String) -> Phrase {
        Phrase(
            zh: "没有工号为“\(number)”的员工。请更正工号，或先导入花名册。",
            en: "Nobody has the staff number “\(number)”. Correct it, or import the staff list first.")
    }

    static func badValue(_ text: String, _ metric: Metric) -> Phrase {
        switch metric.unit {
        case .flag:
            Phrase(
                zh: "“\(text)”不是“是”或“否”。请填写 是、否、1 或 0。", en: "“\(text)” is neither yes nor no. Write yes, no, 1 or 0.")
        case .share:
            Phrase(
                zh: "“\(text)”不是占比。请写成百分数（如 85%），或 0 到 1 之间的小数。",
                en: "“\(text)” is no share. Write a percentage such as 85%, or a number from 0 to 1.")
        default:
            Phrase(zh: "“\(text)”不是数字。请填写数字，如 12.5。", en: "“\(text)” is no number. Write one such as 12.5.")
        }
    }

    static let badDay = Phrase(zh: "不是日期。请写成 2026-11-22。", en: "This is no day. Write 2026-11-22.")

    static func future(_ day: Day) -> Phrase {
        Phrase(zh: "\(day) 还没有到。请更正日期。", en: "\(day) has not come yet. Correct the day.")
    }

    static let tooEarly = Phrase(zh: "日期早于 1970 年。请更正日期。", en: "The day is before 1970. Correct it.")

    static func knownBefore(_ day: Day) -> Phrase {
        Phrase(
            zh: "得知日期早于数值的日期 \(day)。请更正其中一个。",
            en: "The value was known before its own day, \(day). Correct one of the two.")
    }

    static func contradiction(_ line: Int) -> Phrase {
        Phrase(
            zh: "与第 \(line) 行是同一人同一天的同一指标，数值却不同。请只保留一行。",
            en: "Row \(line) gives another value of the same metric, person and day. Keep one of them.")
    }

    static func late(_ count: Int) -> Phrase {
        Phrase(
            zh: "有 \(count) 个数值的日期早于今天，又没有得知日期，将视为今天才得知，不进入以往各日的快照。"
                + "如果是从其他系统补录的历史数据，请把“得知时间”选为“数值当天”。",
            en: "\(count) values are about earlier days and do not say when they were known: they count from today "
                + "and stay out of earlier snapshots. For history of another system choose “on their own day”."
        )
    }

    static func unit(_ unit: FactUnit) -> Phrase {
        switch unit {
        case .count: Phrase(zh: "次数或数量", en: "Count")
        case .days: Phrase(zh: "天", en: "Days")
        case .months: Phrase(zh: "月", en: "Months")
        case .years: Phrase(zh: "年", en: "Years")
        case .hours: Phrase(zh: "小时", en: "Hours")
        case .share: Phrase(zh: "占比", en: "Share")
        case .score: Phrase(zh: "评分", en: "Score")
        case .money: Phrase(zh: "金额（元）", en: "Money (yuan)")
        case .flag: Phrase(zh: "是或否", en: "Yes or no")
        case .kind: Phrase(zh: "类别", en: "Kind")
        }
    }

    static func grain(_ grain: FactGrain) -> Phrase {
        switch grain {
        case .day: Phrase(zh: "每天", en: "Daily")
        case .week: Phrase(zh: "每周", en: "Weekly")
        case .month: Phrase(zh: "每月", en: "Monthly")
        case .quarter: Phrase(zh: "每季度", en: "Quarterly")
        }
    }
}
