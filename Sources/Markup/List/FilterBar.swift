import Kernel

/// The questions a list can be asked, as a form that ends up in the URL.
///
/// ```swift
/// FilterBar("/people", search: .init(q, hint: Phrase(zh: "姓名、拼音、工号", en: "Name, pinyin, number")),
///     filters: [.select("unit", unitWord, units, chosen: unit), .day("asof", nil, asOf)], active: 2)
/// ```
public struct FilterBar: Part {
    /// The field for words, first in the bar.
    public struct Search: Sendable {
        public let name: String
        public let text: String
        public let hint: Phrase

        public init(_ text: String, name: String = "q", hint: Phrase) {
            self.name = name
            self.text = text
            self.hint = hint
        }
    }

    public let target: URLText
    public let search: Search?
    public let filters: [Filter]
    /// What the form keeps without showing it: order, columns, view.
    public let hidden: [HiddenField]
    /// How many filters are set, shown on the fold of a phone.
    public let active: Int

    public init(
        _ target: URLText, search: Search? = nil, filters: [Filter] = [], hidden: [HiddenField] = [], active: Int = 0
    ) {
        self.target = target
        self.search = search
        self.filters = filters
        self.hidden = hidden
        self.active = active
    }

    public var html: HTML {
        form(.class("filter-bar"), .method(.get), .action(target)) {
            for field in hidden { field }
            if let search {
                div(.class("filter-search")) {
                    label(.for("filter-" + search.name)) { Words.search }
                    input(
                        .type("search"), .id("filter-" + search.name), .name(search.name), .value(search.text),
                        .placeholder(search.hint), .autocomplete("off"))
                }
            }
            if search == nil, filters.count <= 2 {
                for filter in filters { filter }
            } else if !filters.isEmpty {
                details(.class("filter-fold"), .data("open-wide")) {
                    summary(.class("button")) {
                        Icon.filter
                        Words.filters(active)
                    }
                    div(.class("filter-fields")) { for filter in filters { filter } }
                }
            }
            button(.type("submit"), .class("filter-go")) { Words.apply }
        }
    }
}
