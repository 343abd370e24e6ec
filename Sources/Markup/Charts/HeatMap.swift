import Kernel

/// A value for each pair of row and column as a shade and a number.
public struct HeatMap: Part {
    public enum Shades: Sendable {
        /// From pale to strong, smallest to largest.
        case rising
        /// Two colours away from a middle value.
        case around(Double)
    }

    public let id: String
    public let title: Phrase
    public let note: Phrase?
    public let rows: [Phrase]
    public let columns: [Phrase]
    /// One array per row; NaN where there is no value.
    public let values: [[Double]]
    public let format: NumberFormat
    public let shades: Shades

    public init(
        id: String, title: Phrase, note: Phrase? = nil, rows: [Phrase], columns: [Phrase], values: [[Double]],
        format: NumberFormat, shades: Shades = .rising
    ) {
        self.id = id
        self.title = title
        self.note = note
        self.rows = rows
        self.columns = columns
        self.values = values
        self.format = format
        self.shades = shades
    }

    private func value(_ row: Int, _ column: Int) -> Double {
        row < values.count && column < values[row].count ? values[row][column] : .nan
    }

    public var html: HTML {
        ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "热力图：\(rows.count) 行 × \(columns.count) 列。数值见数据表。",
                en: "Heat map of \(rows.count) rows by \(columns.count) columns. Values are in the table."),
            table: table, isEmpty: !values.contains { $0.contains(where: \.isFinite) }, draw: draw
        ).html
    }

    private func draw(_ layout: Layout, _ language: Language) -> Drawing {
        let size = Layout.smallSize
        let widest = rows.map { TextMeasure.width($0[language], size: Layout.fontSize) }.max() ?? 0
        let left = min(layout == .wide ? 200 : 96, widest + 10)
        let texts = rows.indices.map { row in
            columns.indices.map { format.text(value(row, $0), in: language) }
        }
        let need = (texts.flatMap { $0 }.map { TextMeasure.width($0, size: size) }.max() ?? 0) + 8
        let cell = max(need, min(96, (layout.width - left) / Double(max(1, columns.count))))
        let heads = columns.map { TextMeasure.lines($0[language], width: cell - 4, size: size, atMost: 3) }
        let top = Double(heads.map(\.count).max() ?? 1) * 14 + 8
        let width = left + cell * Double(columns.count)
        let shade = shading()
        return Drawing(
            width: max(layout.width, width), height: top + Double(rows.count) * 28 + 4,
            keepsSize: width > layout.width + 0.5
        ) {
            for (column, lines) in heads.enumerated() {
                for (index, line) in lines.enumerated() {
                    Draw.text(
                        line, left + (Double(column) + 0.5) * cell, top - 8 - Double(lines.count - 1 - index) * 14,
                        anchor: .middle, size: size, .class("tick"))
                }
            }
            for row in rows.indices {
                let y = top + Double(row) * 28
                Draw.text(
                    TextMeasure.fitted(rows[row][language], width: left - 8, size: Layout.fontSize), left - 8, y + 18,
                    anchor: .end, .class("label"))
                for column in columns.indices {
                    let x = left + Double(column) * cell
                    let step = shade(value(row, column))
                    Draw.tip("\(rows[row][language]) · \(columns[column][language])\n\(texts[row][column])") {
                        Draw.box(x + 1, y + 1, x + cell - 1, y + 27, .class("fill", step))
                        Draw.text(
                            texts[row][column], x + cell / 2, y + 18, anchor: .middle, size: size,
                            .class("on", step))
                    }
                }
            }
        }
    }

    /// Class of the shade of a value: h0 … h6, or d0 … d6 around a middle.
    private func shading() -> (Double) -> String {
        let finite = values.flatMap { $0 }.filter(\.isFinite).map { min(1e100, max(-1e100, $0)) }
        let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        switch shades {
        case .rising:
            return { value in
                guard value.isFinite else { return "missing" }
                let share = high > low ? (value - low) / (high - low) : 0
                return "h\(Int((min(1, max(0, share)) * 6).rounded()))"
            }
        case .around(let middle):
            let reach = max(abs(high - middle), abs(low - middle))
            return { value in
                guard value.isFinite else { return "missing" }
                let share = reach > 0 ? (value - middle) / reach : 0
                return "d\(Int((min(1, max(-1, share)) * 3).rounded()) + 3)"
            }
        }
    }

    private var table: DataTable {
        DataTable(
            caption: title, columns: [TableColumn(Words.group)] + columns.map { TableColumn($0, isNumber: true) },
            rows: rows.indices.map { row in
                TableRow([.words(rows[row])] + columns.indices.map { .number(value(row, $0), format) })
            }, phone: .scrolls)
    }
}
