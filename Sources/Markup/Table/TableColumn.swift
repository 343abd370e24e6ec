import Kernel

/// A column of a table.
public struct TableColumn: Sendable {
    /// A heading that asks the server for another order.
    public struct Sort: Sendable {
        public enum Direction: String, Sendable {
            case ascending, descending
        }

        /// The same list in the order a press on this heading asks for.
        public let target: URLText
        /// How the list is ordered by this column now; nil when it is not.
        public let current: Direction?

        public init(_ target: URLText, current: Direction? = nil) {
            self.target = target
            self.current = current
        }
    }

    public let title: Phrase
    /// Unit or explanation, small under the title.
    public let note: Phrase?
    /// Aligned on the right with figures of equal width.
    public let isNumber: Bool
    public let sort: Sort?
    /// Whether the second line of a two-line card shows it (`DataTable.Phone.twoLines`); nil leaves it to the table,
    /// which shows the second to fourth column. The first and last column are always shown.
    public let isOnCard: Bool?

    public init(
        _ title: Phrase, note: Phrase? = nil, isNumber: Bool = false, sort: Sort? = nil, isOnCard: Bool? = nil
    ) {
        self.title = title
        self.note = note
        self.isNumber = isNumber
        self.sort = sort
        self.isOnCard = isOnCard
    }

    var heading: HTML {
        th(
            .scope(.col), .role("columnheader"), .class("number").when(isNumber),
            Attribute("aria-sort", sort?.current?.rawValue)
        ) {
            if let sort { a(.class("sort"), .href(sort.target)) { title } } else { title }
            if let note { small { note } }
        }
    }
}
