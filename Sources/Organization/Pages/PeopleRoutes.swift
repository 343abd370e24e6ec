import Kernel
import Markup
import SQL
import Shell

/// The directory and its files.
struct PeopleRoutes: Sendable {
    let figures: StaffFigures

    var page: Route {
        .page(
            "/people", .needs(.readPeople), Phrase(zh: "花名册", en: "Directory"),
            query: PeopleQuery.fields + PeopleQuery.place, people)
    }

    @Sendable private func people(_ call: Call) async throws -> PeoplePage {
        let viewer = try call.viewer
        let (query, house) = (call.query, call.house)
        let day = try PeopleQuery.day(query) ?? call.today
        return try await call.read { [figures] tx in
            let filter = try PeopleQuery.filter(query, tx)
            let page = try Directory.page(
                filter, asOf: day, after: query["after"].flatMap { ID($0) },
                before: query["before"].flatMap { ID($0) }, as: viewer, figures, tx)
            return PeoplePage(
                count: page.count, rows: page.rows, next: page.next, previous: page.previous,
                first: Self.place(of: page, query), asOf: day, columns: PeopleColumn.chosen(query),
                filters: try PeopleFilters(filter, viewer, tx), search: filter.search,
                views: try SavedViewStore.list(of: viewer, for: "/people", house, tx))
        }
    }

    /// The place of the first row, from 1: what the way here says, held to what can be.
    private static func place(of page: DirectoryPage, _ query: FormFields) -> Int {
        guard page.previous != nil else { return 1 }
        let told = query["first"].flatMap { Int($0) } ?? 1
        return min(max(1, told), max(1, page.count - page.rows.count + 1))
    }
}
