extension Day {
    /// Which of two leading numbers is the day in `1/2/2023`.
    public enum Order: String, Sendable, Hashable, Codable {
        case dayFirst
        case monthFirst

        /// The order a whole column is written in, if any of its texts settles it and none contradicts.
        public static func settled(by texts: some Sequence<String>) -> Order? {
            var found: Order?
            for text in texts {
                guard case .trailingYear(let a, let b, _) = DayText(text)?.form, a > 12 || b > 12 else { continue }
                guard let order: Order = a > 12 ? (b > 12 ? nil : .dayFirst) : .monthFirst else { continue }
                if let found, found != order { return nil }
                found = order
            }
            return found
        }
    }

    /// Reads the forms people and spreadsheets write: `2023-12-01`, `2023/12/1`, `2023.12.1`, `2023年12月1日`,
    /// `二〇二三年十二月一日`, `20231201`, `1 Dec 2023`, `December 1st, 2023`, `25.12.2023`; in full-width digits too;
    /// a time of day and a weekday behind the date are dropped.
    ///
    /// - Parameter order: how to read `1/2/2023`; without it such a text is refused unless only one reading
    ///   exists.
    /// - Throws: the ``DayRefusal`` that says what to correct.
    public init(_ text: String, order: Order? = nil) throws(DayRefusal) {
        if let day = Day(yearFirst: text) {
            self = day
            return
        }
        guard let form = DayText(text)?.form else { throw .unreadable(text) }
        switch form {
        case .shortYear: throw .shortYear(text)
        case .dated(let year, let month, let day):
            guard let day = Day(year: year, month: month, day: day) else { throw .noSuchDay(text) }
            self = day
        case .trailingYear(let first, let second, let year):
            let dayFirst = Day(year: year, month: second, day: first)
            let monthFirst = Day(year: year, month: first, day: second)
            switch (order, dayFirst, monthFirst) {
            case (.dayFirst, let day?, _), (.monthFirst, _, let day?): self = day
            case (.some, _, _), (nil, nil, nil): throw .noSuchDay(text)
            case (nil, let day?, nil), (nil, nil, let day?): self = day
            case (nil, let one?, let other?):
                guard one == other else { throw .ambiguous(text, dayFirst: one, monthFirst: other) }
                self = one
            }
        }
    }
}
