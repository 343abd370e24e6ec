import Kernel

/// One value per group as a horizontal bar from zero, with its interval as a whisker.
public struct BarChart: Part {
    public struct Bar: Sendable {
        public let label: Phrase
        public let value: Double
        public let low: Double
        public let high: Double
        /// How many the value rests on.
        public let n: Int?
        /// Colours the bar as a tier; the label should then name the tier.
        public let tier: Tier?

        public init(
            _ label: Phrase, _ value: Double, low: Double = .nan, high: Double = .nan, n: Int? = nil, tier: Tier? = nil
        ) {
            self.label = label
            self.value = value
            self.low = low
            self.high = high
            self.n = n
            self.tier = tier
        }
    }

    /// A line across all bars: an average, a rate to compare with.
    public struct Reference: Sendable {
        public let name: Phrase
        public let value: Double

        public init(_ name: Phrase, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    public let id: String
    public let title: Phrase
    public let note: Phrase?
    public let value: Axis
    public let bars: [Bar]
    public let reference: Reference?

    public init(
        id: String, title: Phrase, note: Phrase? = nil, value: Axis, bars: [Bar], reference: Reference? = nil
    ) {
        self.id = id
        self.title = title
        self.note = note
        self.value = Axis(value.label, format: value.format, range: value.range, includesZero: true)
        self.bars = bars
        self.reference = reference.flatMap { $0.value.isFinite ? $0 : nil }
    }

    public var html: HTML {
        ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "条形图，共 \(bars.count) 项。数值见数据表。", en: "Bar chart of \(bars.count) rows. Values are in the table."),
            table: table, isEmpty: !bars.contains { $0.value.isFinite }, draw: draw
        ).html
    }

    private func draw(_ layout: Layout, _ language: Language) -> Drawing {
        let values = bars.map { value.format.text($0.value, in: language) }
        let counts = bars.map { bar in bar.n.map { "n=" + NumberFormat.count.text(Double($0), in: language) } ?? "" }
        let widest = { (texts: [String]) in texts.map { TextMeasure.width($0, size: Layout.fontSize) }.max() ?? 0 }
        let countWidth = widest(counts) > 0 ? widest(counts) + 10 : 0
        let rows = RowLayout(
            layout, labels: bars.map { $0.label[language] }, valueWidth: widest(values) + countWidth + 14,
            top: reference == nil ? 4 : 24)
        let scale = Scale(
            bars.flatMap { [$0.value, $0.low, $0.high] } + [reference?.value ?? .nan], axis: value, ticks: 5,
            rounds: false, from: rows.barLeft, to: rows.barRight - 4)
        return Drawing(width: layout.width, height: rows.bottom + 6) {
            Draw.line(scale(0), rows.top, scale(0), rows.bottom, .class("axis"))
            if let reference { line(reference, scale, rows, language) }
            for (index, bar) in bars.enumerated() {
                let y = rows.middle(index)
                rows.label(index)
                Draw.tip(tip(bar, language)) {
                    rows.target(index)
                    if bar.value.isFinite {
                        Draw.box(
                            scale(0), y - 8, scale(bar.value), y + 8, .class("fill", bar.tier?.className ?? "s1"))
                    }
                    if bar.low.isFinite, bar.high.isFinite { whisker(scale(bar.low), scale(bar.high), y) }
                    Draw.text(
                        values[index], layout.width - countWidth, y + 4, anchor: .end, .class("value"))
                    if !counts[index].isEmpty {
                        Draw.text(counts[index], layout.width, y + 4, anchor: .end, .class("tick"))
                    }
                }
            }
        }
    }

    private func whisker(_ low: Double, _ high: Double, _ y: Double) -> HTML {
        var path = PathText()
        path.point(low, y - 4)
        path.point(low, y + 4)
        path.lift()
        path.point(low, y)
        path.point(high, y)
        path.lift()
        path.point(high, y - 4)
        path.point(high, y + 4)
        // Twice, so that it shows on a dark bar and on the page alike.
        return HTML {
            Draw.path(path, .class("halo"))
            Draw.path(path, .class("whisker"))
        }
    }

    private func line(_ reference: Reference, _ scale: Scale, _ rows: RowLayout, _ language: Language) -> HTML {
        let name = TextMeasure.fitted(
            reference.name[language] + " " + value.format.text(reference.value, in: language),
            width: rows.layout.width - 8, size: Layout.smallSize)
        let half = TextMeasure.width(name, size: Layout.smallSize) / 2
        let place = scale(reference.value)
        return HTML {
            Draw.line(place, rows.top - 4, place, rows.bottom, .class("line", "reference"))
            Draw.text(
                name, min(max(place, half), rows.layout.width - half), 12, anchor: .middle, size: Layout.smallSize,
                .class("axis-name"))
        }
    }

    private func tip(_ bar: Bar, _ language: Language) -> String {
        var text =
            bar.label[language] + "\n" + value.label[language] + ": " + value.format.text(bar.value, in: language)
        if bar.low.isFinite, bar.high.isFinite {
            text += " (\(value.format.text(bar.low, in: language)) – \(value.format.text(bar.high, in: language)))"
        }
        if let n = bar.n { text += "\nn = " + NumberFormat.count.text(Double(n), in: language) }
        return text
    }

    private var table: DataTable {
        let hasIntervals = bars.contains { $0.low.isFinite && $0.high.isFinite }
        let hasCounts = bars.contains { $0.n != nil }
        let rows = bars.map { bar in
            TableRow(
                [.words(bar.label), .number(bar.value, value.format)]
                    + (hasIntervals ? [.interval(bar.low, bar.high, value.format)] : [])
                    + (hasCounts ? [.number(bar.n.map(Double.init) ?? .nan, .count)] : []))
        }
        let comparison = reference.map {
            TableRow([.words($0.name), .number($0.value, value.format), "", ""], isEmphasised: true)
        }
        return DataTable(
            caption: title,
            columns: [TableColumn(Words.item), TableColumn(value.label, isNumber: true)]
                + (hasIntervals ? [TableColumn(Words.interval, isNumber: true)] : [])
                + (hasCounts ? [TableColumn(Words.count, isNumber: true)] : []),
            rows: rows + (comparison.map { [$0] } ?? []), phone: .scrolls)
    }
}
