import Kernel

/// Whether probabilities come true: for groups of similar prediction, the mean prediction against the observed rate,
/// with the diagonal where both are equal and the size of each group below.
public struct CalibrationChart: Part {
    public struct Group: Sendable {
        public let predicted: Double
        public let observed: Double
        public let low: Double
        public let high: Double
        public let n: Int

        public init(predicted: Double, observed: Double, low: Double = .nan, high: Double = .nan, n: Int) {
            self.predicted = predicted
            self.observed = observed
            self.low = low
            self.high = high
            self.n = n
        }

        var isDrawable: Bool { predicted.isFinite && observed.isFinite }
    }

    public let id: String
    public let title: Phrase
    public let note: Phrase?
    public let groups: [Group]

    public init(id: String, title: Phrase, note: Phrase? = nil, groups: [Group]) {
        self.id = id
        self.title = title
        self.note = note
        self.groups = groups
    }

    public var html: HTML {
        ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "校准图：\(groups.count) 组的预测概率与实际比例。数值见数据表。",
                en: "Predicted against observed for \(groups.count) groups. Values are in the table."),
            table: table, isEmpty: !groups.contains(where: \.isDrawable), draw: draw
        ).html
    }

    private static let format = NumberFormat.percent(1)
    private var x: Axis { Axis(Words.predictedProbability, format: Self.format, range: limits) }
    private var y: Axis { Axis(Words.observedShare, format: Self.format, range: limits) }

    /// Both axes share their limits so that the diagonal is one.
    private var limits: ClosedRange<Double> {
        let most =
            groups.filter(\.isDrawable).flatMap { [$0.predicted, $0.observed, $0.high] }
            .filter(\.isFinite).max() ?? 1
        let scale = Scale(
            [0, min(1, max(0.01, most))], axis: Axis(Words.predicted, format: Self.format), ticks: 5, from: 0, to: 1)
        return 0...min(1, scale.high)
    }

    private func draw(_ layout: Layout, _ language: Language) -> Drawing {
        let width = layout == .wide ? 480.0 : 360
        let vertical = Scale([], axis: y, ticks: 5, from: 0, to: 1)
        let left = PlotArea.leftMargin(vertical, axis: y, language: language)
        let top = 26.0
        let side = width - left - 16
        let area = PlotArea(left: left, right: left + side, top: top, bottom: top + side)
        let up = Scale([], axis: y, ticks: 5, from: area.bottom, to: area.top)
        let across = Scale([], axis: x, ticks: 5, from: area.left, to: area.right)
        let strip = area.bottom + 46
        return Drawing(width: width, height: strip + 52) {
            area.vertical(up, axis: y, language: language)
            area.horizontal(across, axis: x, language: language)
            Draw.line(area.left, area.bottom, area.right, area.top, .class("line", "reference"))
            // Just under the diagonal, which falls as fast as the word is long.
            Draw.text(
                Words.ideal[language], area.right - 4,
                area.top + TextMeasure.width(Words.ideal[language], size: Layout.smallSize) + 18, anchor: .end,
                size: Layout.smallSize, .class("axis-name"))
            for group in groups where group.isDrawable { mark(group, across, up, language) }
            sizes(area, across, strip, language)
        }
    }

    private func mark(_ group: Group, _ x: Scale, _ y: Scale, _ language: Language) -> HTML {
        let place = (x(group.predicted), y(group.observed))
        return Draw.tip(words(group, language)) {
            if group.low.isFinite, group.high.isFinite {
                Draw.line(place.0, y(group.low), place.0, y(group.high), .class("whisker", "s1"))
                for end in [y(group.low), y(group.high)] {
                    Draw.line(place.0 - 4, end, place.0 + 4, end, .class("whisker", "s1"))
                }
            }
            Draw.circle(place.0, place.1, radius: 4.5, .class("dot", "s1"))
            Draw.circle(place.0, place.1, radius: 12, .class("target"))
        }
    }

    /// Bars hanging under the axis: how many predictions stand behind each point.
    private func sizes(_ area: PlotArea, _ x: Scale, _ top: Double, _ language: Language) -> HTML {
        let shown = groups.filter(\.isDrawable)
        let most = Double(shown.map(\.n).max() ?? 1)
        let largest = shown.max { $0.n < $1.n }
        return HTML {
            for group in shown {
                let height = most > 0 ? 28 * Double(max(0, group.n)) / most : 0
                Draw.tip(words(group, language)) {
                    Draw.box(
                        x(group.predicted) - 3, top, x(group.predicted) + 3, top + height, .class("fill", "muted"))
                }
            }
            Draw.text("n", area.left - 6, top + 10, anchor: .end, size: Layout.smallSize, .class("tick"))
            if let largest {
                let text = NumberFormat.count.text(Double(largest.n), in: language)
                let half = TextMeasure.width(text, size: Layout.smallSize) / 2
                Draw.text(
                    text, min(max(x(largest.predicted), area.left + half), area.right - half), top + 42,
                    anchor: .middle, size: Layout.smallSize, .class("tick"))
            }
        }
    }

    private func words(_ group: Group, _ language: Language) -> String {
        var text = Words.predicted[language] + ": " + Self.format.text(group.predicted, in: language) + "\n"
        text += Words.observed[language] + ": " + Self.format.text(group.observed, in: language)
        if group.low.isFinite, group.high.isFinite {
            text += " (\(Self.format.text(group.low, in: language)) – \(Self.format.text(group.high, in: language)))"
        }
        return text + "\nn = " + NumberFormat.count.text(Double(group.n), in: language)
    }

    private var table: DataTable {
        DataTable(
            caption: title,
            columns: [
                TableColumn(Words.group), TableColumn(Words.predicted, isNumber: true),
                TableColumn(Words.observed, isNumber: true), TableColumn(Words.interval, isNumber: true),
                TableColumn(Words.count, isNumber: true),
            ],
            rows: groups.enumerated().map { index, group in
                TableRow([
                    .text(String(index + 1)), .number(group.predicted, Self.format),
                    .number(group.observed, Self.format), .interval(group.low, group.high, Self.format),
                    .number(Double(group.n), .count),
                ])
            }, phone: .scrolls)
    }
}
