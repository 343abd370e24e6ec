import Kernel
import SQL
import Shell

/// One page of the list of people.
package struct DirectoryPage: Codable, Hashable, Sendable {
    package let rows: [StaffRow]
    /// How many there are on all pages together.
    package let count: Int
    /// The last row of this page when there are more: `after` of the next page.
    package let next: ID<Person>?
}

/// The list of people, page by page.
package enum Directory {
    /// - Parameters:
    ///   - after: the last person of the page before.
    ///   - figures: keeps counts between requests.
    package static func page(
        _ filter: DirectoryFilter, after: ID<Person>? = nil, limit: Int = 50, as viewer: Viewer,
        _ figures: StaffFigures, _ tx: Transaction
    ) throws -> DirectoryPage {
        let list = DirectoryList(filter, viewer)
        let count = try figures.count(list.condition, tx)
        return try page(list, list.condition, count, after, limit, figures, tx)
    }

    /// The list as it stood, or will stand, at the end of a day; of the people the viewer sees today.
    package static func page(
        _ filter: DirectoryFilter, asOf day: Day, after: ID<Person>? = nil, limit: Int = 50, as viewer: Viewer,
        _ figures: StaffFigures, _ tx: Transaction
    ) throws -> DirectoryPage {
        let today = try StaffProjection.state(tx)?.day
        if day == today { return try page(filter, after: after, limit: limit, as: viewer, figures, tx) }
        let list = try DirectoryList(filter, viewer, asOf: day, tx)
        let count = try figures.count(list.condition, from: list.source, tx)
        return try page(list, list.condition, count, after, limit, figures, tx)
    }

    private static func page(
        _ list: DirectoryList, _ condition: Query, _ count: Int, _ after: ID<Person>?, _ limit: Int,
        _ figures: StaffFigures, _ tx: Transaction
    ) throws -> DirectoryPage {
        guard count > 0 else { return DirectoryPage(rows: [], count: 0, next: nil) }
        var start: Query = .empty
        if let after {
            // A person who is no longer in the list, or is not for this viewer, gives the first page.
            start =
                try tx.first(
                    "select \(list.key), s.person_id from \(list.source) where s.person_id = \(after) and \(list.visible)"
                ) { row in list.following(row) } ?? .empty
        }
        var rows = try tx.rows(
            """
            select \(list.columns) from \(list.source) where \(list.condition(isLarge: count > 2_000)) \(start)
            order by \(list.order) limit \(limit + 1)
            """
        ) { row in try StaffRow(&row) }
        let hasMore = rows.count > limit
        if hasMore { rows.removeLast() }
        return DirectoryPage(rows: rows, count: count, next: hasMore ? rows.last?.id : nil)
    }
}
