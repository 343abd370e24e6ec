import Kernel

/// The signs of the menu: lines on a grid of 20, in the colour of the text. Always beside a word, so they have no name.
public enum Icon: String, Sendable, CaseIterable {
    case home, people, tree, chart, calendar, shield, inbox, upload, download, clock, list, settings, trend, key
    case search, menu, more, money, heart, book, building, columns, filter, close, bell, chat

    public var html: HTML { HTML(self) }

    private var drawing: StaticString {
        switch self {
        case .home: "<path d=\"M3 9.5 10 4l7 5.5V17h-4.5v-4.5h-5V17H3z\"/>"
        case .people:
            """
            <circle cx="7.5" cy="7" r="3"/><path d="M2 16.5c.6-3 2.7-4.5 5.5-4.5s4.9 1.5 5.5 4.5M13 4.3a3 3 0 0 1 0 \
            5.4M15 12.4c1.7.6 2.7 2 3 4.1"/>
            """
        case .tree: "<path d=\"M7.5 3h5v4h-5zM2.5 13h5v4h-5zM12.5 13h5v4h-5zM10 7v3M5 13v-3h10v3\"/>"
        case .chart: "<path d=\"M3 17h14M5.5 17v-6M10 17V4M14.5 17V8\"/>"
        case .calendar: "<path d=\"M3 5h14v12H3zM3 9h14M7 3v4M13 3v4\"/>"
        case .shield: "<path d=\"M10 2.5 16.5 5v5c0 4-2.7 6.4-6.5 7.5C6.2 16.4 3.5 14 3.5 10V5zM7 10l2.2 2.2L13.2 8\"/>"
        case .inbox: "<path d=\"m3 11 2.5-7h9L17 11v5.5H3zM3 11h4l1 2h4l1-2h4\"/>"
        case .upload: "<path d=\"M10 13V4M6.5 7.5 10 4l3.5 3.5M3.5 13v3.5h13V13\"/>"
        case .download: "<path d=\"M10 4v9M6.5 9.5 10 13l3.5-3.5M3.5 13v3.5h13V13\"/>"
        case .clock: "<circle cx=\"10\" cy=\"10\" r=\"7\"/><path d=\"M10 6v4.2l3 1.8\"/>"
        case .list: "<path d=\"M5 3h10v14H5zM7.5 7h5M7.5 10h5M7.5 13h3\"/>"
        case .settings: "<path d=\"M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4\"/>"
        case .trend: "<path d=\"m3 15 4.5-5 3.5 3 6-7.5M13 5.5h4v4\"/>"
        case .key: "<circle cx=\"7\" cy=\"13\" r=\"3.5\"/><path d=\"M9.5 10.5 16 4M13 7l2.5 2.5\"/>"
        case .search: "<circle cx=\"9\" cy=\"9\" r=\"5.5\"/><path d=\"m13 13 4 4\"/>"
        case .menu: "<path d=\"M3 5h14M3 10h14M3 15h14\"/>"
        case .more: "<path d=\"M4 10h.01M10 10h.01M16 10h.01\" stroke-width=\"2.6\"/>"
        case .money: "<path d=\"m5 3.5 5 6.5 5-6.5M10 10v7M6 11h8M6 14h8\"/>"
        case .heart:
            """
            <path d="M10 16.5C4 12 2.5 9.3 2.5 7A3.8 3.8 0 0 1 10 6a3.8 3.8 0 0 1 7.5 1c0 2.3-1.5 5-7.5 9.5z"/>
            """
        case .book:
            "<path d=\"M3 4.5c3-.8 5.2-.3 7 1 1.8-1.3 4-1.8 7-1V15c-3-.8-5.2-.3-7 1-1.8-1.3-4-1.8-7-1zM10 5.5V16\"/>"
        case .building: "<path d=\"M4 17V3.5h8V17M12 8h4v9M2.5 17h15M7 7h2M7 10h2M7 13h2\"/>"
        case .columns: "<path d=\"M3 4h14v12H3zM7.7 4v12M12.3 4v12\"/>"
        case .filter: "<path d=\"M3 5h14l-5.5 6.5V16l-3 1v-5.5z\"/>"
        case .close: "<path d=\"m5 5 10 10M15 5 5 15\"/>"
        case .bell: "<path d=\"M4 14.5c1.3-1 1.5-2.6 1.5-5a4.5 4.5 0 0 1 9 0c0 2.4.2 4 1.5 5zM8.3 17h3.4\"/>"
        case .chat: "<path d=\"M3 4h14v10H9l-4 3.5V14H3z\"/>"
        }
    }
}

extension Icon: Part, Written {
    func write(to sink: inout ByteSink, in language: Language) {
        sink.append(
            """
            <svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" \
            stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            """)
        sink.append(drawing)
        sink.append("</svg>")
    }
}
