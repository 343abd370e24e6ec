import Kernel

/// Things that fall due, month by month: the contract calendar. The nearer, the louder: a badge within 90 days, amber
/// within 60, red within 30 and when past.
public struct MonthList: Part {
    public struct Item: Sendable {
        public let day: Day
        public let title: String
        /// What falls due: 第二次固定期限合同到期.
        public let detail: Phrase?
        public let target: URLText?
        /// The decision taken, or the step to take.
        public let state: HTML

        public init(
            _ day: Day, _ title: String, detail: Phrase? = nil, target: URLText? = nil,
            @HTMLBuilder state: () -> HTML = { .empty }
        ) {
            self.day = day
            self.title = title
            self.detail = detail
            self.target = target
            self.state = state()
        }
    }

    /// In order of days.
    public let items: [Item]
    public let today: Day
    /// When nothing falls due.
    public let empty: EmptyState?

    public init(_ items: [Item], today: Day, empty: EmptyState? = nil) {
        self.items = items
        self.today = today
        self.empty = empty
    }

    public var html: HTML {
        if items.isEmpty { return empty?.html ?? p(.class("hint")) { Words.nothingHere } }
        return div(.class("months")) {
            for month in months {
                section {
                    h2 {
                        Self.words(month[month.startIndex].day)
                        " "
                        span(.class("count")) { Words.items(month.count) }
                    }
                    ul { for item in month { line(item) } }
                }
            }
        }
    }

    private var months: [ArraySlice<Item>] {
        var runs: [ArraySlice<Item>] = []
        var start = 0
        for index in items.indices
        where index == items.count - 1 || items[index + 1].day.month != items[index].day.month {
            runs.append(items[start...index])
            start = index + 1
        }
        return runs
    }

    private static func words(_ day: Day) -> Phrase {
        let month = day.monthOfYear
        return Phrase(zh: "\(day.year) 年 \(month) 月", en: "\(day.year)-" + (month < 10 ? "0" : "") + "\(month)")
    }

    private func line(_ item: Item) -> HTML {
        li {
            DayLabel(item.day)
            span(.class("month-what")) {
                if let target = item.target { a(.href(target)) { item.title } } else { strong { item.title } }
                if let detail = item.detail { " "; span(.class("hint")) { detail } }
            }
            span(.class("month-state")) {
                badge(item.day - today)
                item.state
            }
        }
    }

    @HTMLBuilder private func badge(_ days: Int) -> HTML {
        switch days {
        case ...30: Badge(.bad, Words.daysLeft(days))
        case ...60: Badge(.warning, Words.daysLeft(days))
        case ...90: Badge(.neutral, Words.daysLeft(days))
        default: span(.class("hint")) { Words.daysLeft(days) }
        }
    }
}
