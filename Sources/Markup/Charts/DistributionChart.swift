import Foundation
import Kernel

/// How values are spread, for one group or two compared: shares of each group per bin, so that groups of different
/// size can be laid over each other.
public struct DistributionChart: Part {
    public struct Group: Sendable {
        public let name: Phrase
        /// How many fall in each bin.
        public let counts: [Double]

        public init(_ name: Phrase, counts: [Double]) {
            self.name = name
            self.counts = counts
        }
    }

    /// A place on the axis worth a line: a threshold, a median.
    public struct Marker: Sendable {
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
    public let x: Axis
    /// Rising; one more than there are bins.
    public let edges: [Double]
    public let groups: [Group]
    public let markers: [Marker]

    public init(
        id: String, title: Phrase, note: Phrase? = nil, x: Axis, edges: [Double], groups: [Group],
        markers: [Marker] = []
    ) {
        self.id = id
        self.title = title
        self.note = note
        self.x = x
        self.edges = edges
        self.groups = Array(groups.prefix(2))
        self.markers = markers.filter(\.value.isFinite)
    }

    /// Bins of round width over all values, about `bins` of them; values that are not finite are left out.
    public init(
        id: String, title: Phrase, note: Phrase? = nil, x: Axis, values: [(name: Phrase, values: [Double])],
        bins: Int = 24, markers: [Marker] = []
    ) {
        let finite = values.map { ($0.name, $0.values.filter { $0.isFinite && abs($0) < 1e100 }) }
        let scale = Scale(finite.flatMap(\.1), axis: x, ticks: max(1, bins), from: 0, to: 1)
        let count = max(1, min(200, Int(((scale.high - scale.low) / scale.step).rounded())))
        let width = (scale.high - scale.low) / Double(count)
        let groups = finite.map { name, values in
            var counts = [Double](repeating: 0, count: count)
            for value in values where value >= scale.low && value <= scale.high {
                counts[min(count - 1, Int((value - scale.low) / width))] += 1
            }
            return Group(name, counts: counts)
        }
        self.init(
            id: id, title: title, note: note, x: x, edges: (0...count).map { scale.low + Double($0) * width },
            groups: groups, markers: markers)
    }

    private var bins: Int {
        edges.allSatisfy(\.isFinite) ? max(0, edges.count - 1) : 0
    }

    private func shares(_ group: Group) -> [Double] {
        let counts = (0..<bins).map { index -> Double in
            guard index < group.counts.count, group.counts[index].isFinite else { return 0 }
            return min(1e100, max(0, group.counts[index]))
        }
        let total = counts.reduce(0, +)
        return total > 0 ? counts.map { $0 / total } : counts
    }

    public var html: HTML {
        ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "分布图：" + groups.map(\.name.zh).joined(separator: "、") + "。数值见数据表。",
                en: "Distribution of " + groups.map(\.name.en).joined(separator: " and ")
                    + ". Values are in the table."),
            table: table, isEmpty: !groups.contains { shares($0).contains { $0 > 0 } }, draw: draw
        ).html
    }

    private static let height = 200.0
    private var y: Axis { Axis(Words.shareOfGroup, format: .percent(1), includesZero: true) }

    private func draw(_ layout: Layout, _ language: Language) -> Drawing {
        let legend = Legend(
            groups.count < 2
                ? []
                : groups.enumerated().map {
                    .init(name: $0.element.name[language], className: seriesClass($0.offset), isLine: false)
                },
            width: layout.width)
        let top = legend.height + 26 + Double(markers.count) * 15
        let bottom = top + Self.height
        let heights = groups.map(shares)
        let vertical = Scale(heights.flatMap { $0 }, axis: y, ticks: 4, from: bottom, to: top)
        let area = PlotArea(
            left: PlotArea.leftMargin(vertical, axis: y, language: language), right: layout.width - 12, top: top,
            bottom: bottom)
        let limits = Axis(x.label, format: x.format, range: x.range ?? (edges.min() ?? 0)...(edges.max() ?? 1))
        let horizontal = Scale(
            edges, axis: limits, ticks: layout == .wide ? 8 : 4, rounds: false, from: area.left, to: area.right)
        return Drawing(width: layout.width, height: bottom + 44) {
            legend.content
            area.vertical(vertical, axis: y, language: language)
            for (index, shares) in heights.enumerated() {
                outline(shares, horizontal, vertical, className: seriesClass(index))
            }
            area.horizontal(horizontal, axis: x, language: language)
            hits(heights, area, horizontal, language)
            marks(area, horizontal, language)
        }
    }

    private func outline(_ shares: [Double], _ x: Scale, _ y: Scale, className: String) -> HTML {
        var path = PathText()
        path.point(x(edges[0]), y(0))
        for (bin, share) in shares.enumerated() {
            path.point(x(edges[bin]), y(share))
            path.point(x(edges[bin + 1]), y(share))
        }
        path.point(x(edges[bins]), y(0))
        path.close()
        return Draw.path(path, .class("area", className))
    }

    private func marks(_ area: PlotArea, _ x: Scale, _ language: Language) -> HTML {
        HTML {
            for (index, marker) in markers.enumerated() {
                let name = marker.name[language] + " " + self.x.format.text(marker.value, in: language)
                let half = TextMeasure.width(name, size: Layout.smallSize) / 2
                let height = area.top - 25 - Double(markers.count - 1 - index) * 15
                Draw.line(x(marker.value), height + 4, x(marker.value), area.bottom, .class("line", "reference"))
                Draw.text(
                    name, min(max(x(marker.value), half), area.right + 12 - half), height, anchor: .middle,
                    size: Layout.smallSize, .class("axis-name"))
            }
        }
    }

    private func hits(_ heights: [[Double]], _ area: PlotArea, _ x: Scale, _ language: Language) -> HTML {
        HTML {
            for bin in 0..<bins {
                let rows = zip(groups, heights).map {
                    $0.name[language] + ": " + y.format.text($1[bin], in: language)
                }
                Draw.group(.class("hit")) {
                    Draw.tip(([interval(bin)[language]] + rows).joined(separator: "\n")) {
                        Draw.box(x(edges[bin]), area.top, x(edges[bin + 1]), area.bottom, .class("target"))
                    }
                }
            }
        }
    }

    private func interval(_ bin: Int) -> Phrase {
        let (low, high) = (x.format.phrase(edges[bin]), x.format.phrase(edges[bin + 1]))
        return Phrase(zh: low.zh + " – " + high.zh, en: low.en + " – " + high.en)
    }

    private var table: DataTable {
        let heights = groups.map(shares)
        return DataTable(
            caption: title,
            columns: [TableColumn(x.label)]
                + groups.flatMap {
                    [
                        TableColumn(Words.count, note: $0.name, isNumber: true),
                        TableColumn(Words.share, note: $0.name, isNumber: true),
                    ]
                },
            rows: (0..<bins).map { bin in
                TableRow(
                    [.words(interval(bin))]
                        + zip(groups, heights).flatMap { group, shares in
                            [
                                TableCell.number(bin < group.counts.count ? group.counts[bin] : .nan, .plain),
                                .number(shares[bin], .percent(1)),
                            ]
                        })
            }, phone: .scrolls)
    }
}
