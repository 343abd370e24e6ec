import Kernel

/// Groups of the menu, written straight into the page: every page has them twice, beside it and behind the thumb.
struct MenuLinks: Written {
    let groups: [MenuGroup]
    /// Id of the entry that is marked.
    let current: String?
    /// How it is marked: as this very page, or as the section this page belongs to.
    let isPage: Bool

    func write(to sink: inout ByteSink, in language: Language) {
        for group in groups {
            if let name = group.name {
                sink.append("<p class=\"menu-group\">")
                sink.append(escaping: name[language])
                sink.append("</p>")
            }
            sink.append("<ul>")
            for entry in group.entries {
                sink.append("<li>")
                write(entry, to: &sink, in: language)
                sink.append("</li>")
            }
            sink.append("</ul>")
        }
    }

    func write(_ entry: MenuEntry, to sink: inout ByteSink, in language: Language) {
        sink.append("<a href=\"")
        sink.append(escaping: entry.target.text)
        if entry.id == current {
            sink.append(isPage ? "\" aria-current=\"page\">" : "\" aria-current=\"true\">")
        } else {
            sink.append("\">")
        }
        entry.icon.write(to: &sink, in: language)
        sink.append("<span class=\"label\">")
        sink.append(escaping: entry.name[language])
        sink.append("</span>")
        if entry.count > 0 {
            sink.append("<span class=\"count\">")
            sink.append(escaping: Grouped.text(entry.count))
            sink.append("</span>")
        }
        sink.append("</a>")
    }
}

/// The entries within reach of a thumb, without a list around them.
struct QuickLinks: Written {
    let entries: [MenuEntry]
    let links: MenuLinks

    func write(to sink: inout ByteSink, in language: Language) {
        for entry in entries { links.write(entry, to: &sink, in: language) }
    }
}
