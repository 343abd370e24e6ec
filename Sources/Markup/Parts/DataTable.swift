import Kernel

/// A table of records or figures: caption, column headings, numbers aligned on the right, heading that stays in view.
public struct DataTable: Part {
    /// What a row becomes on a phone.
    public enum Phone: Sendable {
        /// A card of two lines: first column and last column on top, the rest with its headings below.
        case cards
        /// It stays a row; the table scrolls sideways inside its own frame. For tables of figures.
        case scrolls
    }

    public let id: String?
    public let caption: Phrase
    public let columns: [TableColumn]
    public let rows: [TableRow]
    public let phone: Phone
    /// With script, headings sort the rows. Only for tables that show all of their rows.
    public let isSortable: Bool
    /// Shown instead of rows when there are none.
    public let empty: Phrase

    public init(
        id: String? = nil, caption: Phrase, columns: [TableColumn], rows: [TableRow], phone: Phone = .cards,
        isSortable: Bool = false, empty: Phrase = Words.nothingHere
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.phone = phone
        self.isSortable = isSortable
        self.empty = empty
    }

    public var html: HTML {
        div(
            .class("table-frame", phone == .cards ? "cards" : "scrolls"),
            // What scrolls must be reachable by keyboard.
            .tabindex(0).when(phone == .scrolls), .role("group").when(phone == .scrolls),
            .aria("label", caption).when(phone == .scrolls)
        ) {
            // Roles are written out because a table laid out as cards loses them in some browsers.
            table(
                id.map { .id($0) } ?? Attribute("id", nil), .role("table"), .data("sortable").when(isSortable)
            ) {
                Markup.caption { caption }
                thead(.role("rowgroup")) {
                    tr(.role("row")) {
                        for column in columns {
                            th(.scope(.col), .role("columnheader"), .class(column.className).when(column.isNumber)) {
                                column.title
                                if let note = column.note { small { note } }
                            }
                        }
                    }
                }
                tbody(.role("rowgroup")) {
                    for row in rows { line(row) }
                    if rows.isEmpty { tr { td(.colspan(max(1, columns.count)), .class("nothing")) { empty } } }
                }
            }
        }
    }

    private func line(_ row: TableRow) -> HTML {
        tr(.role("row"), .class("emphasis").when(row.isEmphasised)) {
            for (index, (cell, column)) in zip(row.cells, columns).enumerated() {
                if index == 0 {
                    th(.scope(.row), .role("rowheader"), cell.sortAttribute) {
                        if let target = row.target { a(.href(target)) { cell.content } } else { cell.content }
                    }
                } else {
                    td(
                        .role("cell"), .data("label", column.title).when(phone == .cards),
                        .class(column.className).when(column.isNumber), cell.sortAttribute
                    ) { cell.content }
                }
            }
        }
    }
}

public struct TableColumn: Sendable {
    public let title: Phrase
    /// Unit or explanation, small under the title.
    public let note: Phrase?
    /// Aligned on the right with figures of equal width.
    public let isNumber: Bool

    public init(_ title: Phrase, note: Phrase? = nil, isNumber: Bool = false) {
        self.title = title
        self.note = note
        self.isNumber = isNumber
    }

    var className: String { "number" }
}

public struct TableRow: Sendable {
    /// One cell per column; the first identifies the row.
    public let cells: [TableCell]
    /// The record behind the row.
    public let target: URLText?
    /// A row that stands out: a total, the chosen model.
    public let isEmphasised: Bool

    public init(_ cells: [TableCell], target: URLText? = nil, isEmphasised: Bool = false) {
        self.cells = cells
        self.target = target
        self.isEmphasised = isEmphasised
    }
}

public struct TableCell: Sendable, ExpressibleByStringLiteral {
    let content: HTML
    let sortValue: Double?

    /// Any content; `sortValue` is what the cell is ordered by when its text is not.
    public init(sortValue: Double? = nil, @HTMLBuilder _ content: () -> HTML) {
        self.sortValue = sortValue
        self.content = content()
    }

    public init(stringLiteral value: String) {
        self.init { value }
    }

    public static func text(_ text: String) -> TableCell { TableCell { text } }
    public static func words(_ words: Phrase) -> TableCell { TableCell { words } }

    /// A number, "—" when it is not known.
    public static func number(_ value: Double, _ format: NumberFormat) -> TableCell {
        TableCell(sortValue: value) { format.phrase(value) }
    }

    /// An interval as "21% – 26%", "—" when it is not known.
    public static func interval(_ low: Double, _ high: Double, _ format: NumberFormat) -> TableCell {
        guard low.isFinite, high.isFinite else { return .text(NumberFormat.unknown) }
        let (from, to) = (format.phrase(low), format.phrase(high))
        return TableCell(sortValue: low) { Phrase(zh: from.zh + " – " + to.zh, en: from.en + " – " + to.en) }
    }

    var sortAttribute: Attribute {
        guard let sortValue, sortValue.isFinite else { return Attribute("data-sort", .absent) }
        return .data("sort", String(sortValue))
    }
}
