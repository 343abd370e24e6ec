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
    /// The first row of this page when there are some before it: `before` of the previous page.
    package let previous: ID<Person>?

    static let empty = DirectoryPage(rows: [], count: 0, next: nil, previous: nil)
}

extension DirectoryPage: SizedFigure {
    /// A row is about half text of its own.
    var bytes: Int { rows.count * MemoryLayout<StaffRow>.stride * 2 }
}

/// The list of people, page by page.
package enum Directory {
    /// - Parameters:
    ///   - after: the last person of the page before.
    ///   - before: the first person of the page after, to go back.
    ///   - figures: keeps counts between requests.
    package static func page(
        _ filter: DirectoryFilter, after: ID<Person>? = nil, before: ID<Person>? = nil, limit: Int = 50,
        as viewer: Viewer, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> DirectoryPage {
        try page(DirectoryList(filter, viewer), after, before, limit, figures, tx)
    }

    /// The list as it stood, or will stand, at the end of a day; of the people the viewer sees today.
    package static func page(
        _ filter: DirectoryFilter, asOf day: Day, after: ID<Person>? = nil, before: ID<Person>? = nil,
        limit: Int = 50, as viewer: Viewer, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> DirectoryPage {
        let today = try StaffProjection.state(tx)?.day
        if day == today {
            return try page(filter, after: after, before: before, limit: limit, as: viewer, figures, tx)
        }
        return try page(DirectoryList(filter, viewer, asOf: day, tx), after, before, limit, figures, tx)
    }

    /// Pages for the eye are kept; the long ones of a file are not.
    private static func page(
        _ list: DirectoryList, _ after: ID<Person>?, _ before: ID<Person>?, _ limit: Int, _ figures: StaffFigures,
        _ tx: Transaction
    ) throws -> DirectoryPage {
        let condition = list.condition
        func fresh() throws -> DirectoryPage {
            try page(list, figures.count(condition, from: list.source, tx), after, before, limit, tx)
        }
        guard limit <= 100 else { return try fresh() }
        let question: Query = """
            page \(list.columns) from \(list.source) where \(condition) order by \(list.order(isBackwards: false))
            after \(after) before \(before) limit \(limit)
            """
        return try figures.figure(question, tx, fresh)
    }

    private static func page(
        _ list: DirectoryList, _ count: Int, _ after: ID<Person>?, _ before: ID<Person>?, _ limit: Int,
        _ tx: Transaction
    ) throws -> DirectoryPage {
        guard count > 0 else { return .empty }
        var (start, isBackwards) = (Query.empty, after == nil && before != nil)
        if let person = after ?? before {
            start =
                try tx.first(
                    "select \(list.key) from \(list.source) where s.person_id = \(person) and \(list.visible)"
                ) { row in list.beyond(row, isBackwards: isBackwards) } ?? .empty
        }
        // A person who is no longer in the list, or is not for this viewer, gives the first page.
        let isFirst = start.isEmpty
        if isFirst { isBackwards = false }
        var rows = try tx.rows(
            """
            select \(list.columns) from \(list.source) where \(list.condition(isLarge: count > 2_000)) \(start)
            order by \(list.order(isBackwards: isBackwards)) limit \(limit + 1)
            """
        ) { row in try StaffRow(&row) }
        let hasMore = rows.count > limit
        if hasMore { rows.removeLast() }
        if isBackwards { rows.reverse() }
        return DirectoryPage(
            rows: rows, count: count, next: hasMore || isBackwards ? rows.last?.id : nil,
            previous: isBackwards ? (hasMore ? rows.first?.id : nil) : isFirst ? nil : rows.first?.id)
    }
}
