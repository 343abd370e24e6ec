import Kernel

/// Places the nodes of a tree: leaves one under the other, parents in the middle of their children.
struct TreeDrawing {
    private struct Place {
        let node: TreeChart.Node
        let level: Int
        let y: Double
        let parent: Int?
        let lines: [String]
    }

    private let outcome: Phrase
    private let language: Language
    private let root: TreeChart.Node
    private let boxWidth: Double
    private let gap = 32.0
    private let places: [Place]
    private let lineCount: Int
    private var boxHeight: Double { Double(lineCount) * 15 + 31 }

    init(root: TreeChart.Node, outcome: Phrase, language: Language) {
        self.root = root
        self.outcome = outcome
        self.language = language
        // Up to four levels below the root fit the widest page; deeper trees scroll.
        let boxWidth = root.depth <= 3 ? 186.0 : 164
        var lineCount = 1
        var rows: [(node: TreeChart.Node, level: Int, parent: Int?, lines: [String])] = []
        func collect(_ node: TreeChart.Node, _ level: Int, _ parent: Int?) {
            let lines = TextMeasure.lines(node.rule[language], width: boxWidth - 16, size: Layout.fontSize, atMost: 2)
            lineCount = max(lineCount, lines.count)
            rows.append((node, level, parent, lines))
            let index = rows.count - 1
            for child in node.children { collect(child, level + 1, index) }
        }
        collect(root, 0, nil)
        let slot = Double(lineCount) * 15 + 39
        var nextLeaf = 0.0
        var heights = [Double](repeating: 0, count: rows.count)
        for index in rows.indices.reversed() {
            let children = rows.indices.filter { rows[$0].parent == index }
            if children.isEmpty {
                nextLeaf += 1
                heights[index] = -nextLeaf * slot
            } else {
                heights[index] = (heights[children[0]] + heights[children[children.count - 1]]) / 2
            }
        }
        let lowest = (heights.min() ?? 0)
        self.places = rows.enumerated().map { index, row in
            Place(
                node: row.node, level: row.level, y: heights[index] - lowest + slot / 2, parent: row.parent,
                lines: row.lines)
        }
        self.boxWidth = boxWidth
        self.lineCount = lineCount
    }

    func draw(_ layout: Layout) -> Drawing {
        let width = Double(root.depth) * (boxWidth + gap) - gap + 2
        let height = (places.map(\.y).max() ?? 0) + boxHeight / 2 + 4
        return Drawing(width: width, height: height, keepsSize: true) {
            for place in places {
                if let parent = place.parent { branch(from: places[parent], to: place) }
            }
            for place in places { box(place) }
        }
    }

    private func left(_ place: Place) -> Double { 1 + Double(place.level) * (boxWidth + gap) }

    /// As thick as the share of everyone that takes this way.
    private func branch(from parent: Place, to child: Place) -> HTML {
        let (x1, x2) = (left(parent) + boxWidth, left(child))
        var path = PathText()
        path.point(x1, parent.y)
        path.curve((x1 + x2) / 2, parent.y, (x1 + x2) / 2, child.y, to: x2, child.y)
        let part = root.n > 0 ? Double(child.node.n) / Double(root.n) : 0
        return Draw.path(
            path, .class("branch"), .number("stroke-width", 1 + 9 * min(1, max(0, part))))
    }

    private func box(_ place: Place) -> HTML {
        let (x, top) = (left(place), place.y - boxHeight / 2)
        let figure = NumberFormat.percent(1).text(place.node.share, in: language)
        let count = "n=" + NumberFormat.count.text(Double(place.node.n), in: language)
        let share = place.node.share.isFinite ? min(1, max(0, place.node.share)) : 0
        let tip = "\(place.node.rule[language])\n\(outcome[language]): \(figure)\n\(count)"
        return Draw.tip(tip) {
            Draw.box(
                x, top, x + boxWidth, top + boxHeight, .class("node", place.node.children.isEmpty ? "leaf" : ""),
                .number("rx", 4))
            for (index, line) in place.lines.enumerated() {
                Draw.text(line, x + 8, top + 16 + Double(index) * 15, .class("label"))
            }
            let base = top + boxHeight - 12
            Draw.text(figure, x + 8, base, .class("value", "total"))
            Draw.text(count, x + boxWidth - 8, base, anchor: .end, size: Layout.smallSize, .class("tick"))
            Draw.box(x + 8, top + boxHeight - 7, x + boxWidth - 8, top + boxHeight - 4, .class("track"))
            Draw.box(
                x + 8, top + boxHeight - 7, x + 8 + (boxWidth - 16) * share, top + boxHeight - 4, .class("fill", "up"))
        }
    }
}
