import Kernel

/// What happened and what is to come, newest first as given, grouped by year.
public struct TimelineList: Part {
    public struct Entry: Sendable {
        public let day: Day
        /// What kind of thing it is in one word: 入职, 调动, 合同.
        public let kind: Phrase
        public let title: Phrase
        public let detail: Phrase?
        public let target: URLText?
        /// Lies ahead.
        public let isPlanned: Bool

        public init(
            _ day: Day, kind: Phrase, title: Phrase, detail: Phrase? = nil, target: URLText? = nil,
            isPlanned: Bool = false
        ) {
            self.day = day
            self.kind = kind
            self.title = title
            self.detail = detail
            self.target = target
            self.isPlanned = isPlanned
        }
    }

    public let entries: [Entry]
    public let empty: Phrase
    /// Level of the headings with the year: 3 below an `h2`.
    public let level: Int

    public init(_ entries: [Entry], level: Int = 3, empty: Phrase = Words.nothingHere) {
        self.entries = entries
        self.level = level
        self.empty = empty
    }

    public var html: HTML {
        if entries.isEmpty { return p(.class("hint")) { empty } }
        return div(.class("timeline")) {
            for year in years {
                HTML(level <= 2 ? Tag("h2") : level == 3 ? Tag("h3") : Tag("h4"), [.class("timeline-year")]) {
                    Phrase(zh: "\(year[year.startIndex].day.year) 年", en: "\(year[year.startIndex].day.year)")
                }
                ol { for entry in year { item(entry) } }
            }
        }
    }

    /// Runs of entries of one year.
    private var years: [ArraySlice<Entry>] {
        var runs: [ArraySlice<Entry>] = []
        var start = 0
        for index in entries.indices
        where index == entries.count - 1 || entries[index + 1].day.year != entries[index].day.year {
            runs.append(entries[start...index])
            start = index + 1
        }
        return runs
    }

    private func item(_ entry: Entry) -> HTML {
        li(.class("planned").when(entry.isPlanned)) {
            div(.class("timeline-when")) {
                time(.datetime(entry.day.iso)) { String(entry.day.iso.dropFirst(5)) }
                span(.class("timeline-kind")) { entry.kind }
                if entry.isPlanned { span(.class("hint")) { Words.planned } }
            }
            div(.class("timeline-what")) {
                if let target = entry.target { a(.href(target)) { entry.title } } else { span { entry.title } }
                if let detail = entry.detail { p(.class("hint")) { detail } }
            }
        }
    }
}
