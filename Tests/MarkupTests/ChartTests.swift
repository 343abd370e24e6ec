import Foundation
import FoundationXML
import Kernel
import Testing

@testable import Markup

@Suite struct ChartTests {
    @Test(arguments: Samples.charts.indices, Language.allCases)
    func `sample charts are well formed, inside their frame and labelled apart`(index: Int, language: Language) throws {
        let drawings = try ChartReader.drawings(Samples.charts[index].html, in: language)
        #expect(!drawings.isEmpty)
        for drawing in drawings {
            #expect(drawing.outside.isEmpty)
            #expect(drawing.overlappingLabels.isEmpty)
            #expect(drawing.attributes["role"] == "img")
            #expect(
                drawing.attributes["aria-labelledby"]?.split(separator: " ").allSatisfy {
                    drawing.ids.contains(String($0))
                } == true)
        }
    }

    @Test func `identifiers are unique on a page of all charts`() throws {
        let page = HTML(Samples.charts.map(\.html))
        let ids = try ChartReader.drawings(page, in: .zh).flatMap(\.ids)
        #expect(Set(ids).count == ids.count)
    }

    /// Values nobody meant: none, one, equal, huge, tiny, negative, not numbers.
    static let odd: [[Double]] = [
        [], [0], [1], [-1], [5, 5, 5], [.nan], [.nan, 1], [.infinity, -.infinity], [1e308, -1e308], [1e-308, 0],
        [.greatestFiniteMagnitude, -.greatestFiniteMagnitude], [1e15, 1e15 + 1], [-3, -2, -7],
        [0.1, .nan, 0.3, .infinity],
        [-0.0, 0.0], [1e9, 1], [.leastNonzeroMagnitude],
    ]

    @Test(arguments: odd) func `odd values are drawn inside the frame or not at all`(values: [Double]) throws {
        for chart in charts(of: values) { try check(chart) }
    }

    @Test func `random values are drawn inside the frame`() throws {
        var state: UInt64 = 42
        func unit() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        for _ in 0..<40 {
            let magnitude = Foundation.pow(10, unit() * 24 - 12)
            let values = (0..<Int(unit() * 30)).map { _ in unit() < 0.1 ? .nan : (unit() - 0.4) * magnitude }
            for chart in charts(of: values) { try check(chart) }
        }
    }

    private func check(_ chart: any Part) throws {
        for drawing in try ChartReader.drawings(chart.html, in: .zh) { #expect(drawing.outside.isEmpty) }
    }

    private func charts(of values: [Double]) -> [any Part] {
        let words = Phrase(zh: "一个相当长的名称用来占地方", en: "A rather long name that takes room")
        let next = Array(values.dropFirst() + values.prefix(1))
        let axis = Axis(words, format: .plain)
        let few = values.prefix(14)
        return [
            BarChart(
                id: "a", title: words, value: axis,
                bars: zip(values, next).map { .init(words, $0, low: $1, high: $0, n: 3) },
                reference: values.first.map { .init(words, $0) }),
            LineChart(
                id: "b", title: words, x: axis, y: axis,
                series: [
                    .init(words, points: zip(values, next).map { .init($0, $1, low: $0, high: $1) }),
                    .init(
                        words, points: values.enumerated().map { .init(Double($0.offset), $0.element) },
                        isReference: true),
                ]),
            SurvivalChart(
                id: "c", title: words, x: axis, survival: words,
                curves: [.init(words, steps: zip(values, next).map { .init($0, $1, low: $1, high: $0, atRisk: 1) })]),
            ShareChart(
                id: "d", title: words, parts: few.map { _ in words }, rows: [.init(words, values), .init(words, next)]),
            DistributionChart(
                id: "e", title: words, x: axis, values: [(words, values), (words, next)],
                markers: values.map { .init(words, $0) }),
            CalibrationChart(
                id: "f", title: words,
                groups: zip(values, next).map { .init(predicted: $0, observed: $1, low: $0, high: $1, n: 10) }),
            WaterfallChart(
                id: "g", title: words, base: .init(words, values.first ?? .nan),
                contributions: next.map { .init(words, $0) },
                resultLabel: words),
            HeatMap(
                id: "h", title: words, rows: [words, words], columns: few.map { _ in words }, values: [values, next],
                format: .plain, shades: values.count % 2 == 0 ? .rising : .around(0)),
            TreeChart(
                id: "i", title: words, outcome: words,
                root: .init(
                    words, share: values.first ?? .nan, n: values.count,
                    children: few.map { .init(words, share: $0, n: 1) })),
        ]
    }

    @Test func `every number that is drawn is in the table`() throws {
        for chart in Samples.charts {
            for language in Language.allCases {
                let text = chart.html.string(in: language)
                let table = try #require(text.range(of: "<details"))
                let rows = String(text[table.lowerBound...])
                for drawing in try ChartReader.drawings(chart.html, in: language) {
                    // Values beside marks; shares inside segments are rounded and checked by their exact tip below.
                    for value in drawing.texts
                    where value.className.contains("value") || value.className.contains("on h") {
                        #expect(rows.contains(">" + value.text + "<"), "\(value.text)")
                    }
                }
            }
        }
        let share = Samples.share.html.string(in: .en)
        for exact in ["13.5%", "33.3%", "8.3%"] {
            #expect(share.contains(": \(exact)</title>") && share.contains(">\(exact)</td>"))
        }
    }

    @Test func `a chart without data says so and draws nothing`() {
        let chart = BarChart(id: "x", title: Phrase(verbatim: "x"), value: Axis(Phrase(verbatim: "x")), bars: [])
        let text = chart.html.string(in: .en)
        #expect(text.contains("There is no data to draw."))
        #expect(!text.contains("<svg"))
    }

    @Test func `names from a file cannot leave a drawing`() throws {
        let attack = Phrase(verbatim: "</title></svg><script>alert(1)</script>\" onload=\"x")
        let chart = BarChart(
            id: "x", title: attack, value: Axis(attack), bars: [.init(attack, 1)], reference: .init(attack, 1))
        let text = chart.html.string(in: .en)
        #expect(!text.contains("<script"))
        #expect(try ChartReader.drawings(chart.html, in: .en).count == 2)
    }
}
