import Kernel

/// Lines with bands over two axes: the drawing shared by line and survival charts.
struct LinePlot: Sendable {
    struct Point: Sendable {
        let x: Double
        let y: Double
        let low: Double
        let high: Double
    }

    struct Line: Sendable {
        let name: Phrase
        let points: [Point]
        let className: String
    }

    let x: Axis
    let y: Axis
    let lines: [Line]
    /// A value holds until the next point instead of moving to it.
    let isStepped: Bool

    private static let height = 300.0

    func draw(_ layout: Layout, _ language: Language) -> Drawing {
        // Names stand at the ends of their lines where there is room, in a legend above where there is not.
        let isDirect = layout == .wide && lines.count > 1
        let legend = Legend(
            isDirect || lines.count < 2
                ? [] : lines.map { .init(name: $0.name[language], className: $0.className, isLine: true) },
            width: layout.width)
        let namesWidth =
            isDirect
            ? min(180, lines.map { nameWidth($0.name[language]) }.max() ?? 0) + 12 : 12
        let top = legend.height + 26
        let bottom = top + Self.height - 60
        let points = lines.flatMap(\.points).filter { $0.x.isFinite }
        let vertical = Scale(
            points.flatMap { [$0.y, $0.low, $0.high] }, axis: y, ticks: 5, from: bottom, to: top)
        let left = PlotArea.leftMargin(vertical, axis: y, language: language)
        let area = PlotArea(left: left, right: layout.width - namesWidth, top: top, bottom: bottom)
        let across = x.categories.isEmpty
        let horizontal = Scale(
            points.map(\.x),
            axis: across ? x : Axis(x.label, range: -0.3...Double(max(1, x.categories.count)) - 0.7),
            ticks: layout == .wide ? 8 : 4, rounds: false, from: area.left, to: area.right)
        return Drawing(width: layout.width, height: bottom + 44) {
            legend.content
            area.vertical(vertical, axis: y, language: language)
            area.horizontal(horizontal, axis: x, language: language)
            for line in lines { band(line, horizontal, vertical) }
            for line in lines { stroke(line, horizontal, vertical) }
            if isDirect { names(area, vertical, language) }
            hits(area, horizontal, vertical, language)
        }
    }

    /// Names are bold, a little wider than the estimate.
    private func nameWidth(_ name: String) -> Double { TextMeasure.width(name, size: Layout.fontSize) * 1.08 }

    private func band(_ line: Line, _ x: Scale, _ y: Scale) -> HTML {
        HTML {
            for run in runs(line.points, where: { $0.low.isFinite && $0.high.isFinite }) where run.count > 1 {
                let upper = corners(run.map { ($0.x, $0.high) })
                let lower = corners(run.map { ($0.x, $0.low) })
                Draw.path(
                    shape(upper + lower.reversed(), x, y, isClosed: true), .class("band", line.className))
            }
        }
    }

    private func stroke(_ line: Line, _ x: Scale, _ y: Scale) -> HTML {
        HTML {
            let runs = runs(line.points, where: { $0.y.isFinite })
            for run in runs where run.count > 1 {
                Draw.path(shape(corners(run.map { ($0.x, $0.y) }), x, y), .class("line", line.className))
            }
            if line.points.count <= 12 || runs.contains(where: { $0.count == 1 }), !isStepped || runs.count == 1 {
                let dots =
                    line.points.count <= 12 && !isStepped
                    ? runs.flatMap { $0 } : runs.filter { $0.count == 1 }.flatMap { $0 }
                for point in dots {
                    Draw.circle(x(point.x), y(point.y), radius: 3, .class("dot", line.className))
                }
            }
        }
    }

    /// Stretches of points that can be drawn, in order of x.
    private func runs(_ points: [Point], where holds: (Point) -> Bool) -> [[Point]] {
        points.filter { $0.x.isFinite }.sorted { $0.x < $1.x }
            .split(whereSeparator: { !holds($0) }).map(Array.init)
    }

    private func corners(_ points: [(Double, Double)]) -> [(Double, Double)] {
        guard isStepped else { return points }
        return zip(points, points.dropFirst()).flatMap { [$0, ($1.0, $0.1)] } + points.suffix(1)
    }

    private func shape(_ points: [(Double, Double)], _ x: Scale, _ y: Scale, isClosed: Bool = false) -> PathText {
        var path = PathText()
        for point in points { path.point(x(point.0), y(point.1)) }
        if isClosed { path.close() }
        return path
    }

    private func names(_ area: PlotArea, _ y: Scale, _ language: Language) -> HTML {
        let ends = lines.compactMap { line in
            line.points.filter { $0.x.isFinite && $0.y.isFinite }.max { $0.x < $1.x }.map { (line, y($0.y)) }
        }
        let places = spread(ends.map(\.1), distance: 16, low: area.top, high: area.bottom)
        return HTML {
            for (end, place) in zip(ends, places) {
                Draw.text(
                    TextMeasure.fitted(end.0.name[language], width: 168, size: Layout.fontSize), area.right + 8,
                    place + 4, .class("label", "name", end.0.className))
            }
        }
    }

    /// A strip per x that shows all values there.
    private func hits(_ area: PlotArea, _ x: Scale, _ y: Scale, _ language: Language) -> HTML {
        let all = Array(Set(lines.flatMap(\.points).map(\.x).filter(\.isFinite))).sorted()
        let every = max(1, all.count / 100)
        let shown = all.enumerated().filter { $0.offset % every == 0 }.map(\.element)
        return HTML {
            for (index, value) in shown.enumerated() {
                let place = x(value)
                let start = index == 0 ? area.left : (x(shown[index - 1]) + place) / 2
                let end = index == shown.count - 1 ? area.right : (x(shown[index + 1]) + place) / 2
                Draw.group(.class("hit")) {
                    Draw.tip(words(at: value, language)) {
                        Draw.box(start, area.top, end, area.bottom, .class("target"))
                        Draw.line(place, area.top, place, area.bottom, .class("guide"))
                    }
                }
            }
        }
    }

    private func words(at value: Double, _ language: Language) -> String {
        var rows = [x.label[language] + ": " + x.words(value)[language]]
        for line in lines {
            let point =
                isStepped
                ? line.points.filter { $0.x <= value }.max { $0.x < $1.x } : line.points.first { $0.x == value }
            guard let point, point.y.isFinite else { continue }
            var row = line.name[language] + ": " + y.format.text(point.y, in: language)
            if point.low.isFinite, point.high.isFinite {
                row += " (\(y.format.text(point.low, in: language)) – \(y.format.text(point.high, in: language)))"
            }
            rows.append(row)
        }
        return rows.joined(separator: "\n")
    }
}
