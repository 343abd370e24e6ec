import Kernel

/// How groups are made up: rows of 100 % cut into the same parts.
public struct ShareChart: Part {
    public struct Row: Sendable {
        public let label: Phrase
        /// One amount per part, in any unit; they are drawn as shares of their sum.
        public let amounts: [Double]

        public init(_ label: Phrase, _ amounts: [Double]) {
            self.label = label
            self.amounts = amounts
        }
    }

    public enum Colours: Sendable {
        /// Parts without order.
        case series
        /// Parts are the five tiers from very low to very high.
        case tiers
    }

    public let id: String
    public let title: Phrase
    public let note: Phrase?
    /// At most six.
    public let parts: [Phrase]
    public let rows: [Row]
    public let colours: Colours

    public init(
        id: String, title: Phrase, note: Phrase? = nil, parts: [Phrase], rows: [Row], colours: Colours = .series
    ) {
        self.id = id
        self.title = title
        self.note = note
        self.parts = Array(parts.prefix(6))
        self.rows = rows
        self.colours = colours
    }

    public var html: HTML {
        ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "构成图：" + parts.map(\.zh).joined(separator: "、") + "。数值见数据表。",
                en: "Shares of " + parts.map(\.en).joined(separator: ", ") + ". Values are in the table."),
            table: table, isEmpty: !rows.contains { shares($0).contains { $0 > 0 } }, draw: draw
        ).html
    }

    /// Shares of a row, 0 where an amount is missing or negative.
    private func shares(_ row: Row) -> [Double] {
        let amounts = parts.indices.map { index -> Double in
            guard index < row.amounts.count, row.amounts[index].isFinite else { return 0 }
            return min(1e100, max(0, row.amounts[index]))
        }
        let total = amounts.reduce(0, +)
        return total > 0 ? amounts.map { $0 / total } : amounts
    }

    private func className(_ part: Int) -> String { colours == .tiers ? "t\(min(part, 4) + 1)" : seriesClass(part) }

    private func draw(_ layout: Layout, _ language: Language) -> Drawing {
        let legend = Legend(
            parts.enumerated().map {
                .init(name: $0.element[language], className: className($0.offset), isLine: false)
            },
            width: layout.width)
        let grid = RowLayout(layout, labels: rows.map { $0.label[language] }, valueWidth: 1, top: legend.height + 2)
        return Drawing(width: layout.width, height: grid.bottom + 4) {
            legend.content
            for (index, row) in rows.enumerated() {
                grid.label(index)
                segments(shares(row), row, grid, grid.middle(index), language)
            }
        }
    }

    private func segments(
        _ shares: [Double], _ row: Row, _ grid: RowLayout, _ y: Double, _ language: Language
    ) -> HTML {
        let width = grid.barRight - grid.barLeft
        var start = grid.barLeft
        var pieces: [HTML] = []
        for (part, share) in shares.enumerated() where share > 0 {
            let end = min(grid.barRight, start + share * width)
            let text = NumberFormat.percent(0).text(share, in: language)
            let fits = TextMeasure.width(text, size: Layout.smallSize) + 6 < end - start
            pieces.append(
                Draw.tip(row.label[language] + "\n" + parts[part][language] + ": " + exact(share, language)) {
                    Draw.box(start, y - 10, end, y + 10, .class("fill", "segment", className(part)))
                    if fits {
                        Draw.text(
                            text, (start + end) / 2, y + 4, anchor: .middle, size: Layout.smallSize,
                            .class("on", className(part)))
                    }
                })
            start = end
        }
        return HTML(pieces)
    }

    private func exact(_ share: Double, _ language: Language) -> String {
        NumberFormat.percent(1).text(share, in: language)
    }

    private var table: DataTable {
        DataTable(
            caption: title,
            columns: [TableColumn(Words.group)]
                + parts.flatMap {
                    [TableColumn($0, isNumber: true), TableColumn(Words.share, note: $0, isNumber: true)]
                },
            rows: rows.map { row in
                TableRow(
                    [.words(row.label)]
                        + zip(parts.indices, shares(row)).flatMap { index, share in
                            [
                                TableCell.number(index < row.amounts.count ? row.amounts[index] : .nan, .plain),
                                .number(share, .percent(1)),
                            ]
                        })
            }, phone: .scrolls)
    }
}
