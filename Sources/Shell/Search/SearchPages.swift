import Kernel

/// The pages of the menu as the search box finds them. Their words are read once per house.
struct SearchPages: Sendable {
    private let pages: [(page: MenuPage, words: SearchWords)]

    init(_ rooms: [Room]) {
        pages = rooms.flatMap(\.menu).map { ($0, SearchWords($0.title)) }
    }

    func find(_ text: String, limit: Int, as viewer: Viewer) -> [SearchHit] {
        guard let typed = SearchWords.Typed(text) else { return [] }
        let found = pages.enumerated().compactMap { place, entry -> (rank: Int, place: Int, page: MenuPage)? in
            guard entry.page.isOpen(to: viewer), let rank = entry.words.rank(of: typed) else { return nil }
            return (rank, place, entry.page)
        }
        return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.prefix(limit).map { entry in
            SearchHit(entry.page.title, detail: entry.page.group.name, target: entry.page.path)
        }
    }
}
