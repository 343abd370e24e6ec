import Kernel

/// Charts that are rows: a label, a bar, a value. The label stands on the left where there is room and above its bar
/// where there is not.
struct RowLayout {
    let layout: Layout
    let labels: [[String]]
    let barLeft: Double
    let barRight: Double
    let top: Double
    let rowHeight: Double

    /// - Parameters:
    ///   - valueWidth: room kept on the right for values.
    ///   - top: height of what stands above the rows.
    init(_ layout: Layout, labels: [String], valueWidth: Double, top: Double) {
        self.layout = layout
        self.top = top
        barRight = layout.width - valueWidth
        if layout == .wide {
            let widest = labels.map { TextMeasure.width($0, size: Layout.fontSize) }.max() ?? 0
            let room = min(250, widest + 2)
            self.labels = labels.map { TextMeasure.lines($0, width: room, size: Layout.fontSize, atMost: 2) }
            barLeft = room + 12
            rowHeight = self.labels.contains { $0.count > 1 } ? 38 : 28
        } else {
            self.labels = labels.map { [TextMeasure.fitted($0, width: layout.width, size: Layout.fontSize)] }
            barLeft = 2
            rowHeight = 44
        }
    }

    var bottom: Double { top + Double(labels.count) * rowHeight }

    /// Middle of the bar of a row.
    func middle(_ row: Int) -> Double {
        top + Double(row) * rowHeight + (layout == .wide ? rowHeight / 2 : 30)
    }

    /// The whole row, to point at.
    func target(_ row: Int) -> HTML {
        let y = top + Double(row) * rowHeight
        return Draw.box(0, y, layout.width, y + rowHeight, .class("target"))
    }

    func label(_ row: Int) -> HTML {
        HTML {
            if layout == .wide {
                for (index, line) in labels[row].enumerated() {
                    let offset = (Double(index) - Double(labels[row].count - 1) / 2) * 15
                    Draw.text(line, barLeft - 12, middle(row) + 4 + offset, anchor: .end, .class("label"))
                }
            } else {
                for line in labels[row] { Draw.text(line, 0, middle(row) - 14, .class("label")) }
            }
        }
    }
}
