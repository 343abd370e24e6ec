import Kernel

/// Lines of terminal text in the making: headings, paragraphs, points and tables of a given width.
struct TextSheet {
    struct Column {
        var title: String
        var isNumber = false
        /// The narrowest a column of words becomes when the table is too wide.
        var least = 12
    }

    let width: Int
    let usesColour: Bool
    private(set) var lines: [String] = []

    init(width: Int, usesColour: Bool) {
        self.width = max(40, width)
        self.usesColour = usesColour
    }

    mutating func heading(_ text: String) {
        if !lines.isEmpty { lines.append("") }
        let title = DisplayWidth.printable(text)
        lines.append(bold(title))
        lines.append(String(repeating: "─", count: min(width, DisplayWidth.of(title))))
    }

    /// The one thing to read when nothing else is read.
    mutating func headline(_ text: String) {
        for line in DisplayWidth.wrapped(DisplayWidth.printable(text), to: width) { lines.append(bold(line)) }
    }

    mutating func paragraph(_ text: String, indent: Int = 0) {
        let margin = String(repeating: " ", count: indent)
        for line in DisplayWidth.wrapped(DisplayWidth.printable(text), to: width - indent) {
            lines.append(margin + line)
        }
    }

    mutating func point(_ text: String, mark: String = "·", indent: Int = 0) {
        let margin = String(repeating: " ", count: indent)
        let hanging = String(repeating: " ", count: indent + DisplayWidth.of(mark) + 1)
        let room = width - DisplayWidth.of(hanging)
        for (index, line) in DisplayWidth.wrapped(DisplayWidth.printable(text), to: room).enumerated() {
            lines.append(index == 0 ? margin + mark + " " + line : hanging + line)
        }
    }

    mutating func blank() { lines.append("") }

    /// Columns two blanks apart. When the table is wider than the sheet, the widest columns of words are cut with "…".
    mutating func table(_ columns: [Column], _ rows: [[String]], indent: Int = 0) {
        let rows = rows.map { $0.map(DisplayWidth.printable) }
        let titles = columns.map { DisplayWidth.printable($0.title) }
        var widths = columns.indices.map { index in
            rows.reduce(DisplayWidth.of(titles[index])) { max($0, DisplayWidth.of($1[index])) }
        }
        let room = width - indent - 2 * (columns.count - 1)
        while widths.reduce(0, +) > room {
            let widest = columns.indices.filter { !columns[$0].isNumber && widths[$0] > columns[$0].least }
                .max { widths[$0] < widths[$1] }
            guard let widest else { break }
            widths[widest] -= 1
        }
        let margin = String(repeating: " ", count: indent)
        let line = { (cells: [String]) in
            let parts = cells.indices.map { index in
                DisplayWidth.padded(
                    DisplayWidth.fitted(cells[index], to: widths[index]), to: widths[index],
                    onTheLeft: columns[index].isNumber)
            }
            let text = margin + parts.joined(separator: "  ")
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
        lines.append(dim(line(titles)))
        for row in rows { lines.append(line(row)) }
    }

    private func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func dim(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
