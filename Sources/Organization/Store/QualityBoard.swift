import Kernel
import SQL
import Shell

/// What is missing or contradictory in the records the viewer may see.
package struct QualityBoard: Codable, Hashable, Sendable {
    package struct Count: Codable, Hashable, Sendable {
        package let check: QualityCheck
        package let people: Int
    }

    /// Checks with findings, the most pressing first.
    package let counts: [Count]
    /// People with at least one finding.
    package let people: Int
    /// People looked at.
    package let checked: Int
    /// Of the check asked for, by name.
    package let rows: [StaffRow]
    package let next: ID<Person>?
}

extension QualityBoard {
    /// - Parameters:
    ///   - check: whose people to list.
    ///   - after: the last person of the page before.
    package static func load(
        _ check: QualityCheck?, after: ID<Person>? = nil, limit: Int = 50, today: Day, as viewer: Viewer,
        _ figures: StaffFigures, _ tx: Transaction
    ) throws -> QualityBoard {
        let sight = try sight(.init(viewer), today, figures, tx)
        return try board(sight, check, after, limit, viewer, tx)
    }

    /// The same, as it was counted last in a large company: ``StaffFigures/recent(_:on:_:_:_:)``.
    package static func recent(
        _ check: QualityCheck?, after: ID<Person>? = nil, today: Day, as viewer: Viewer, _ house: House,
        _ figures: StaffFigures, _ tx: Transaction
    ) throws -> Recent<QualityBoard> {
        let scope = QualitySight.Scope(viewer)
        let sight = try figures.recent("quality \(scope.question)", on: today, house, tx) { tx in
            try Self.sight(scope, today, figures, tx)
        }
        return Recent(figure: try board(sight.figure, check, after, 50, viewer, tx), since: sight.since)
    }

    /// How many people of the viewer's have at least one finding.
    static func people(today: Day, as viewer: Viewer, _ figures: StaffFigures, _ tx: Transaction) throws -> Int {
        try sight(.init(viewer), today, figures, tx).found.count
    }

    private static func sight(
        _ scope: QualitySight.Scope, _ today: Day, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> QualitySight {
        try figures.figure("quality \(today) \(scope.question)", tx) {
            let all = try figures.figure("quality \(today)", tx) { try QualityFindings(on: today, tx) }
            return try QualitySight(all, scope, tx)
        }
    }

    private static func board(
        _ sight: QualitySight, _ check: QualityCheck?, _ after: ID<Person>?, _ limit: Int, _ viewer: Viewer,
        _ tx: Transaction
    ) throws -> QualityBoard {
        let counts = QualityCheck.Severity.allCases.flatMap { severity in
            QualityCheck.allCases.filter { $0.severity == severity }.compactMap { check in
                let people = sight.counts[check.place]
                return people == 0 ? nil : Count(check: check, people: people)
            }
        }
        var page: [ID<Person>] = []
        if let place = check?.place, limit > 0 {
            let start = after.flatMap { last in sight.found.firstIndex { $0.person == last } }.map { $0 + 1 } ?? 0
            for finding in sight.found[start...] where finding.checks.contains(place: place) {
                page.append(finding.person)
                if page.count > limit { break }
            }
        }
        let hasMore = page.count > limit
        if hasMore { page.removeLast() }
        return QualityBoard(
            counts: counts, people: sight.found.count, checked: sight.checked, rows: try rows(page, viewer, tx),
            next: hasMore ? page.last : nil)
    }

    /// What is wrong with one record. - Throws: ``Missing`` when it is not for this viewer.
    package static func findings(
        about person: ID<Person>, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> [QualityCheck] {
        guard let classes = try Visibility.classes(of: person, viewer, for: .readQuality, tx) else { throw Missing() }
        let facts = try QualityFindings(on: today, only: person, tx)
        let found = facts.found.first?.checks ?? .none
        return QualityCheck.allCases.filter { found.contains(place: $0.place) && classes.contains($0.fieldClass) }
            .sorted { $0.severity.rank < $1.severity.rank }
    }

    private static func rows(_ people: [ID<Person>], _ viewer: Viewer, _ tx: Transaction) throws -> [StaffRow] {
        guard !people.isEmpty else { return [] }
        return try tx.rows(
            """
            select \(StaffRow.columns(viewer, .readQuality)) from staff s
            where s.person_id in \(people) and \(Visibility.condition(viewer, .readQuality))
            order by s.sort_key, s.person_id
            """
        ) { row in try StaffRow(&row) }
    }
}

extension QualityCheck.Severity {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
