import Kernel
import SQL
import Testing

@testable import Organization

/// What holds of everybody on a day, found out the slow and simple way: from the nouns, one person after the other.
/// The staff list must say the same.
struct AsOf: Equatable {
    struct Row: Equatable {
        var status: String
        var isEmployed: Bool
        var unit: ID<OrgUnit>?
        var unitNames: String?
        var position: ID<Position>?
        var manager: ID<Person>?
        var line: [ID<Person>]?
        var contractLast: Day?
    }

    let rows: [ID<Person>: Row]

    init(_ day: Day, _ tx: Transaction) throws {
        let people: [ID<Person>] = try tx.rows("select id from people") { row in try row.value() }
        let units = try UnitStore.all(tx)
        var rows: [ID<Person>: Row] = [:]
        for person in people {
            let all = try PersonStore.employments(of: person, tx)
            let employment =
                all.first { $0.covers(day) } ?? all.filter { $0.hireDay > day }.min { $0.hireDay < $1.hireDay }
                ?? all.max { $0.hireDay < $1.hireDay }
            guard let employment else {
                rows[person] = Row(status: "planned", isEmployed: false)
                continue
            }
            let moment = max(employment.hireDay, min(day, employment.lastDay ?? day))
            let post = try EmploymentStore.assignments(of: employment.id, tx)
                .last { $0.role == .primary && $0.days.contains(moment) }?.post
            let contract = try PersonStore.contracts(of: person, tx)
                .last { $0.employment == employment.id && $0.start <= moment }
            rows[person] = Row(
                status: employment.state(on: day).rawValue, isEmployed: employment.covers(day), unit: post?.unit,
                unitNames: post.flatMap { Self.names(of: $0.unit, units, day) }, position: post?.position,
                manager: post?.manager, contractLast: contract?.effectiveLast)
        }
        let all = rows
        for (person, row) in all where row.status != "left" { rows[person]?.line = Self.line(of: person, all) }
        self.rows = rows
    }

    /// The staff list says what a day says by itself.
    static func check(_ day: Day, _ tx: Transaction, _ place: SourceLocation = #_sourceLocation) throws {
        let (listed, found) = (try AsOf(listIn: tx).rows, try AsOf(day, tx).rows)
        for (person, row) in found { #expect(listed[person] == row, "person \(person)", sourceLocation: place) }
        #expect(listed.count == found.count, sourceLocation: place)
    }

    /// As ``staff`` has it.
    init(listIn tx: Transaction) throws {
        var rows: [ID<Person>: Row] = [:]
        try tx.each(
            """
            select person_id, status, is_employed, unit_id, unit_names, position_id, manager_id, line_path, contract_last
            from staff
            """
        ) { row in
            rows[try row.value()] = Row(
                status: try row.value(), isEmployed: try row.value(), unit: try row.value(),
                unitNames: try row.value(), position: try row.value(), manager: try row.value(),
                line: try row.value(String?.self).map { path in
                    path.split(separator: "/").compactMap { ID<Person>(String($0)) }
                }, contractLast: try row.value())
        }
        self.rows = rows
    }

    /// From the top down to the person; nil in a circle or below one.
    private static func line(of person: ID<Person>, _ rows: [ID<Person>: Row]) -> [ID<Person>]? {
        var line = [person]
        while let manager = rows[line[0]]?.manager, rows[manager]?.status != "left" {
            if line.contains(manager) { return nil }
            line.insert(manager, at: 0)
        }
        return line
    }

    private static func names(of unit: ID<OrgUnit>, _ units: [OrgUnit], _ day: Day) -> String? {
        UnitPaths.places(units, on: day).first { $0.unit == unit }?.names
    }
}
