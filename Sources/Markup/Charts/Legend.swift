import Kernel

/// Names with their colours in rows above a drawing, where there is no room beside the marks.
struct Legend {
    struct Entry {
        let name: String
        let className: String
        let isLine: Bool
    }

    static let rowHeight = 20.0

    let rows: [[(x: Double, name: String, entry: Entry)]]
    var height: Double { rows.isEmpty ? 0 : Double(rows.count) * Self.rowHeight + 6 }

    init(_ entries: [Entry], width: Double) {
        var rows: [[(x: Double, name: String, entry: Entry)]] = []
        var x = Double.infinity
        for entry in entries {
            let name = TextMeasure.fitted(entry.name, width: width - 24, size: Layout.fontSize)
            let size = 20 + TextMeasure.width(name, size: Layout.fontSize) + 16
            if x + size - 16 > width {
                rows.append([])
                x = 0
            }
            rows[rows.count - 1].append((x, name, entry))
            x += size
        }
        self.rows = rows
    }

    var content: HTML {
        HTML {
            for (index, row) in rows.enumerated() {
                let y = Double(index) * Self.rowHeight + 10
                for item in row {
                    if item.entry.isLine {
                        Draw.line(item.x, y, item.x + 14, y, .class("line", item.entry.className))
                    } else {
                        Draw.box(item.x, y - 6, item.x + 12, y + 6, .class("fill", item.entry.className))
                    }
                    Draw.text(item.name, item.x + 20, y + 4, .class("label"))
                }
            }
        }
    }
}

/// Moves places apart until neighbours are at least `distance` away from each other, staying between the limits where
/// there is room, in the order of the places asked for.
func spread(_ wanted: [Double], distance: Double, low: Double, high: Double) -> [Double] {
    var places = wanted
    let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
    var floor = low
    for index in order {
        places[index] = max(places[index], floor)
        floor = places[index] + distance
    }
    var ceiling = high
    for index in order.reversed() {
        places[index] = min(places[index], ceiling)
        ceiling = places[index] - distance
    }
    return places
}

/// Class of the series at an index; a chart has at most six.
func seriesClass(_ index: Int) -> String { "s\(min(index, 5) + 1)" }
