import Kernel

/// What all charts share: heading, the drawing in two widths, and the table behind it.
struct ChartFrame: Part {
    let id: String
    let title: Phrase
    let note: Phrase?
    /// What the drawing shows, for those who do not see it; the figures themselves are in the table.
    let summary: Phrase
    let table: DataTable
    let isEmpty: Bool
    /// One drawing for every width; it scrolls inside its frame.
    var isOneSize = false
    let draw: @Sendable (Layout, Language) -> Drawing

    var html: HTML {
        figure(.class("chart"), .id(id)) {
            figcaption {
                span(.class("chart-title")) { title }
                if let note { span(.class("chart-note")) { note } }
            }
            if isEmpty {
                p(.class("nothing")) { Words.noData }
            } else {
                for layout in isOneSize ? [Layout.wide] : Layout.allCases {
                    HTML.perLanguage { language in picture(layout, language) }
                }
                details(.class("chart-table")) {
                    Markup.summary { Words.dataTable }
                    table
                }
            }
        }
    }

    private func picture(_ layout: Layout, _ language: Language) -> HTML {
        let drawing = draw(layout, language)
        let name = "\(id)-\(layout)"
        let size = Coordinate.text(drawing.width) + " " + Coordinate.text(drawing.height)
        return div(
            .class(
                "plot", isOneSize ? "every" : "\(layout)", drawing.width < 500 && layout == .wide ? "square" : "",
                drawing.keepsSize ? "keeps-size" : ""),
            // What scrolls must be reachable by keyboard.
            .tabindex(0).when(drawing.keepsSize), .role("group").when(drawing.keepsSize),
            .aria("label", title).when(drawing.keepsSize)
        ) {
            HTML(
                Tag("svg", .drawing),
                [
                    Attribute("viewBox", "0 0 " + size), .number("width", drawing.width),
                    .number("height", drawing.height), .role("img"),
                    .aria("labelledby", name + "-title " + name + "-desc"),
                ]
            ) {
                HTML(Tag("title", .drawing), [.id(name + "-title")]) { title }
                HTML(Tag("desc", .drawing), [.id(name + "-desc")]) { summary }
                drawing.content
            }
        }
    }
}
