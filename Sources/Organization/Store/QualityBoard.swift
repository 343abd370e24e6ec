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
        let all = try figures.figure("quality \(today)", tx) { try QualityFindings(on: today, tx) }
        var lists: [QualityCheck: [ID<Person>]] = [:]
        for fieldClass in FieldClass.allCases {
            let seen = try covered(viewer, fieldClass, figures, tx)
            for (check, people) in all.people where check.fieldClass == fieldClass && !seen.isNobody {
                let visible = seen.people.map { ids in people.filter(ids.contains) } ?? people
                if !visible.isEmpty { lists[check] = visible }
            }
        }
        let counts = QualityCheck.Severity.allCases.flatMap { severity in
            QualityCheck.allCases.filter { $0.severity == severity }.compactMap { check in
                lists[check].map { Count(check: check, people: $0.count) }
            }
        }
        let list = check.flatMap { lists[$0] } ?? []
        let start = after.flatMap { list.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let page = Array(list[start...].prefix(limit))
        let checked = try covered(viewer, .public, figures, tx)
        return QualityBoard(
            counts: counts, people: Set(lists.values.joined()).count,
            checked: checked.isNobody ? 0 : checked.people?.count ?? all.checked,
            rows: try rows(page, viewer, tx), next: start + limit < list.count ? page.last : nil)
    }

    /// What is wrong with one record. - Throws: ``Missing`` when it is not for this viewer.
    package static func findings(
        about person: ID<Person>, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> [QualityCheck] {
        guard let classes = try Visibility.classes(of: person, viewer, for: .readQuality, tx) else { throw Missing() }
        let facts = try QualityFindings(on: today, only: person, tx)
        return QualityCheck.allCases.filter { facts.people[$0] != nil && classes.contains($0.fieldClass) }
            .sorted { $0.severity.place < $1.severity.place }
    }

    /// Whom the viewer's grants cover: `people` is nil for everybody.
    private struct Cover: Sendable {
        let isNobody: Bool
        let people: Set<ID<Person>>?
    }

    private static func covered(
        _ viewer: Viewer, _ fieldClass: FieldClass, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> Cover {
        let condition = Visibility.condition(viewer, .readQuality, showing: fieldClass)
        if condition == Visibility.everybody { return Cover(isNobody: false, people: nil) }
        return try figures.figure("covered \(condition)", tx) {
            let ids = try tx.rows("select s.person_id from staff s where \(condition)") { row in
                try row.value(ID<Person>.self)
            }
            return Cover(isNobody: ids.isEmpty, people: Set(ids))
        }
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
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
