import Kernel

/// A row of a table.
public struct TableRow: Sendable {
    /// One cell per column; the first identifies the row.
    public let cells: [TableCell]
    /// The record behind the row.
    public let target: URLText?
    /// What the row's tick box sends, in a table with a selection.
    public let key: String?
    /// A row that stands out: a total, the chosen model.
    public let isEmphasised: Bool

    public init(_ cells: [TableCell], target: URLText? = nil, key: String? = nil, isEmphasised: Bool = false) {
        self.cells = cells
        self.target = target
        self.key = key
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

    private init(_ content: HTML) {
        self.content = content
        sortValue = nil
    }

    public init(stringLiteral value: String) {
        self.init(HTML(value))
    }

    public static func text(_ text: String) -> TableCell { TableCell(HTML(text)) }
    public static func words(_ words: Phrase) -> TableCell { TableCell(HTML(words)) }

    /// A number, "—" when it is not known.
    public static func number(_ value: Double, _ format: NumberFormat) -> TableCell {
        TableCell(sortValue: value) { format.phrase(value) }
    }

    /// A whole number: 12,345.
    public static func count(_ value: Int) -> TableCell { TableCell(HTML(Grouped.text(value))) }

    /// A day as 2026-11-22; the weekday would fill a column with what nobody looks for.
    public static func day(_ day: Day?) -> TableCell {
        day.map { TableCell(HTML(ShortDay(day: $0))) } ?? .text(NumberFormat.unknown)
    }

    /// An amount with its unit and two places.
    public static func money(_ amount: Money?) -> TableCell {
        amount.map { .words($0.phrase) } ?? .text(NumberFormat.unknown)
    }

    /// "—" with the reason at the pointer, for what is not known.
    public static func unknown(_ reason: Phrase) -> TableCell { TableCell(Unknown(reason).html) }

    /// What this reader may not see.
    public static let masked = TableCell(MaskedValue().html)

    /// An interval as "21% – 26%", "—" when it is not known.
    public static func interval(_ low: Double, _ high: Double, _ format: NumberFormat) -> TableCell {
        guard low.isFinite, high.isFinite else { return .text(NumberFormat.unknown) }
        let (from, to) = (format.phrase(low), format.phrase(high))
        return TableCell(sortValue: low) { Phrase(zh: from.zh + " – " + to.zh, en: from.en + " – " + to.en) }
    }
}
