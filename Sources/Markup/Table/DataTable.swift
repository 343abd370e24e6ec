import Kernel

/// A table of records or figures: caption, column headings, numbers aligned on the right, heading that stays in view.
public struct DataTable: Part {
    /// What a row becomes on a phone.
    public enum Phone: Sendable {
        /// A card of two lines: first column and last column on top, the rest with its headings below.
        case cards
        /// A card of two lines and no more: first and last column on top, up to three others below without headings.
        /// For lists, whose records are one tap away.
        case twoLines
        /// It stays a row; the table scrolls sideways inside its own frame. For tables of figures.
        case scrolls
    }

    /// Tick boxes before the rows; see `TableRow.key`.
    public struct Selection: Sendable {
        /// The name under which the keys of ticked rows are sent.
        public let name: String

        public init(name: String = "id") {
            self.name = name
        }
    }

    public let id: String?
    public let caption: Phrase
    public let columns: [TableColumn]
    public let rows: [TableRow]
    public let phone: Phone
    /// With script, headings sort the rows. Only for tables that show all of their rows.
    public let isSortable: Bool
    public let selection: Selection?
    /// Whether the caption is only read out, because the page's title says the same.
    public let hidesCaption: Bool
    /// Shown instead of rows when there are none.
    public let empty: Phrase

    public init(
        id: String? = nil, caption: Phrase, columns: [TableColumn], rows: [TableRow], phone: Phone = .cards,
        isSortable: Bool = false, selection: Selection? = nil, hidesCaption: Bool = false,
        empty: Phrase = Words.nothingHere
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.phone = phone
        self.isSortable = isSortable
        self.selection = selection
        self.hidesCaption = hidesCaption
        self.empty = empty
    }

    public var html: HTML {
        div(
            .class("table-frame", frameClass),
            // What scrolls must be reachable by keyboard.
            .tabindex(0).when(phone == .scrolls), .role("group").when(phone == .scrolls),
            .aria("label", caption).when(phone == .scrolls)
        ) {
            // Roles are written out because a table laid out as cards loses them in some browsers.
            table(
                id.map { .id($0) } ?? Attribute("id", nil), .role("table"), .data("sortable").when(isSortable)
            ) {
                Markup.caption(.class("unseen").when(hidesCaption)) { caption }
                thead(.role("rowgroup")) {
                    tr(.role("row")) {
                        if selection != nil { tickAll }
                        for column in columns { column.heading }
                    }
                }
                tbody(.role("rowgroup")) {
                    if rows.isEmpty {
                        tr {
                            td(.colspan(max(1, columns.count + (selection == nil ? 0 : 1))), .class("nothing")) {
                                empty
                            }
                        }
                    } else {
                        HTML(TableBody(table: self))
                    }
                }
            }
        }
    }

    private var frameClass: String {
        switch phone {
        case .cards: "cards"
        case .twoLines: "two-lines"
        case .scrolls: "scrolls"
        }
    }

    private var tickAll: HTML {
        th(.scope(.col), .role("columnheader"), .class("tick")) {
            label(.class("needs-script")) {
                input(.type("checkbox"), .data("tick-all"), .aria("label", Words.selectAll))
            }
            span(.class("unseen")) { Words.select }
        }
    }

    /// Whether the column is shown on a card of two lines.
    func isOnCard(_ index: Int) -> Bool {
        if index == 0 || index == columns.count - 1 { return true }
        return columns[index].isOnCard ?? (columns.contains { $0.isOnCard == true } ? false : index <= 3)
    }
}
