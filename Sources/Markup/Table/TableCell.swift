import Kernel

/// What stands in one place of a table.
public struct TableCell: Sendable, ExpressibleByStringLiteral {
    /// Plain texts, the most by far, are kept without a box around them.
    enum Content: Sendable {
        case text(String)
        case words(Phrase)
        case html(HTML)
    }

    let content: Content
    let sortValue: Double?
    /// Nothing is known: on a card of two lines such a cell would be a dash between two others.
    let isUnknown: Bool

    /// Any content; `sortValue` is what the cell is ordered by when its text is not.
    public init(sortValue: Double? = nil, @HTMLBuilder _ content: () -> HTML) {
        self.sortValue = sortValue
        self.content = .html(content())
        isUnknown = false
    }

    private init(_ content: Content, isUnknown: Bool = false) {
        self.content = content
        self.isUnknown = isUnknown
        sortValue = nil
    }

    public init(stringLiteral value: String) {
        self = .text(value)
    }

    public static func text(_ text: String) -> TableCell {
        TableCell(.text(text), isUnknown: text == NumberFormat.unknown)
    }
    public static func words(_ words: Phrase) -> TableCell { TableCell(.words(words)) }

    /// A number, "—" when it is not known.
    public static func number(_ value: Double, _ format: NumberFormat) -> TableCell {
        TableCell(sortValue: value) { format.phrase(value) }
    }

    /// A whole number: 12,345.
    public static func count(_ value: Int) -> TableCell { TableCell(.text(Grouped.text(value))) }

    /// A day as 2026-11-22; the weekday would fill a column with what nobody looks for.
    public static func day(_ day: Day?) -> TableCell {
        day.map { TableCell(.html(HTML(ShortDay(day: $0)))) } ?? .text(NumberFormat.unknown)
    }

    /// An amount with its unit and two places.
    public static func money(_ amount: Money?) -> TableCell {
        amount.map { .words($0.phrase) } ?? .text(NumberFormat.unknown)
    }

    /// "—" with the reason at the pointer, for what is not known.
    public static func unknown(_ reason: Phrase) -> TableCell {
        TableCell(.html(Unknown(reason).html), isUnknown: true)
    }

    /// What this reader may not see.
    public static let masked = TableCell(.html(MaskedValue().html))

    /// An interval as "21% – 26%", "—" when it is not known.
    public static func interval(_ low: Double, _ high: Double, _ format: NumberFormat) -> TableCell {
        guard low.isFinite, high.isFinite else { return .text(NumberFormat.unknown) }
        let (from, to) = (format.phrase(low), format.phrase(high))
        return TableCell(sortValue: low) { Phrase(zh: from.zh + " – " + to.zh, en: from.en + " – " + to.en) }
    }

    func write(to sink: inout ByteSink, in language: Language) {
        switch content {
        case .text(let text): sink.append(escaping: text)
        case .words(let words): sink.append(escaping: words[language])
        case .html(let html): html.write(to: &sink, in: language)
        }
    }
}
