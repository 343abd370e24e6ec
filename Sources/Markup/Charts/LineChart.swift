import Kernel

/// Values over time or another ordered quantity, each with its interval as a band.
public struct LineChart: Part {
    public struct Point: Sendable {
        public let x: Double
        /// NaN where there is no value: the line has a gap there.
        public let y: Double
        public let low: Double
        public let high: Double

        public init(_ x: Double, _ y: Double, low: Double = .nan, high: Double = .nan) {
            self.x = x
            self.y = y
            self.low = low
            self.high = high
        }
    }

    public struct Series: Sendable {
        public let name: Phrase
        public let points: [Point]
        /// Something to compare with, drawn in grey dashes: a target, an average.
        public let isReference: Bool

        public init(_ name: Phrase, points: [Point], isReference: Bool = false) {
            self.name = name
            self.points = points
            self.isReference = isReference
        }
    }

    public let id: String
    public let title: Phrase
    public let note: Phrase?
    public let x: Axis
    public let y: Axis
    /// At most six are drawn; all are in the table.
    public let series: [Series]

    public init(id: String, title: Phrase, note: Phrase? = nil, x: Axis, y: Axis, series: [Series]) {
        self.id = id
        self.title = title
        self.note = note
        self.x = x
        self.y = y
        self.series = series
    }

    public var html: HTML {
        var colour = -1
        let lines = series.prefix(6).map { one in
            if !one.isReference { colour += 1 }
            return LinePlot.Line(
                name: one.name, points: one.points.map { .init(x: $0.x, y: $0.y, low: $0.low, high: $0.high) },
                className: one.isReference ? "reference" : seriesClass(colour))
        }
        let plot = LinePlot(x: x, y: y, lines: Array(lines), isStepped: false)
        return ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "折线图：" + series.map(\.name.zh).joined(separator: "、") + "。数值见数据表。",
                en: "Line chart of " + series.map(\.name.en).joined(separator: ", ") + ". Values are in the table."),
            table: table, isEmpty: !series.contains { $0.points.contains { $0.x.isFinite && $0.y.isFinite } },
            draw: plot.draw
        ).html
    }

    private var table: DataTable {
        let hasBands = series.map { $0.points.contains { $0.low.isFinite && $0.high.isFinite } }
        let columns = zip(series, hasBands).flatMap { one, hasBand in
            [TableColumn(one.name, isNumber: true)]
                + (hasBand ? [TableColumn(Words.interval, note: one.name, isNumber: true)] : [])
        }
        let all = Array(Set(series.flatMap(\.points).map(\.x).filter(\.isFinite))).sorted()
        let rows = all.map { value in
            TableRow(
                [.words(x.words(value))]
                    + zip(series, hasBands).flatMap { one, hasBand in
                        let point = one.points.first { $0.x == value }
                        return [TableCell.number(point?.y ?? .nan, y.format)]
                            + (hasBand ? [.interval(point?.low ?? .nan, point?.high ?? .nan, y.format)] : [])
                    })
        }
        return DataTable(caption: title, columns: [TableColumn(x.label)] + columns, rows: rows, phone: .scrolls)
    }
}
