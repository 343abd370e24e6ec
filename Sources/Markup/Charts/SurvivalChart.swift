import Kernel

/// Who is still there after how long: Kaplan–Meier or predicted curves as steps with their bands.
public struct SurvivalChart: Part {
    public struct Step: Sendable {
        public let time: Double
        /// Share still there from this time on, from 0 to 1.
        public let survival: Double
        public let low: Double
        public let high: Double
        /// How many were still observed just before.
        public let atRisk: Int?

        public init(_ time: Double, _ survival: Double, low: Double = .nan, high: Double = .nan, atRisk: Int? = nil) {
            self.time = time
            self.survival = survival
            self.low = low
            self.high = high
            self.atRisk = atRisk
        }
    }

    public struct Curve: Sendable {
        public let name: Phrase
        public let steps: [Step]

        public init(_ name: Phrase, steps: [Step]) {
            self.name = name
            self.steps = steps
        }
    }

    public let id: String
    public let title: Phrase
    public let note: Phrase?
    /// Time, with its unit.
    public let x: Axis
    /// What staying means: "still employed".
    public let survival: Phrase
    public let curves: [Curve]

    public init(id: String, title: Phrase, note: Phrase? = nil, x: Axis, survival: Phrase, curves: [Curve]) {
        self.id = id
        self.title = title
        self.note = note
        self.x = x
        self.survival = survival
        self.curves = curves
    }

    private var y: Axis { Axis(survival, format: .percent(1), range: 0...1) }

    public var html: HTML {
        let lines = curves.prefix(6).enumerated().map { index, curve in
            LinePlot.Line(
                name: curve.name,
                points: curve.steps.map { .init(x: $0.time, y: $0.survival, low: $0.low, high: $0.high) },
                className: seriesClass(index))
        }
        let plot = LinePlot(x: x, y: y, lines: lines, isStepped: true)
        return ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "留存曲线：" + curves.map(\.name.zh).joined(separator: "、") + "。数值见数据表。",
                en: "Survival curves of " + curves.map(\.name.en).joined(separator: ", ")
                    + ". Values are in the table."),
            table: table, isEmpty: !curves.contains { $0.steps.contains { $0.time.isFinite && $0.survival.isFinite } },
            draw: plot.draw
        ).html
    }

    private var table: DataTable {
        let rows = curves.flatMap { curve in
            curve.steps.map { step in
                TableRow([
                    .words(curve.name), .number(step.time, x.format), .number(step.survival, y.format),
                    .interval(step.low, step.high, y.format), .number(step.atRisk.map(Double.init) ?? .nan, .count),
                ])
            }
        }
        return DataTable(
            caption: title,
            columns: [
                TableColumn(Words.group), TableColumn(x.label, isNumber: true), TableColumn(survival, isNumber: true),
                TableColumn(Words.interval, isNumber: true), TableColumn(Words.atRisk, isNumber: true),
            ], rows: rows, phone: .scrolls)
    }
}
