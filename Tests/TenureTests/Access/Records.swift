import Analysis
import Foundation
import Kernel

@testable import Organization
@testable import SQL
@testable import Shell
@testable import Tenure

/// What may stand for the parameters of a path: for each visitor, records near and far.
struct Records: Sendable {
    private let people: [String: Int64]
    /// A record of each person, by what stands before its parameter.
    private let found: [String: [Int64: Int64]]
    private let made: [String: [Relation: String]]
    private let own: [String: [String: [Relation: String]]]
    /// A unit of the east.
    let unit: String

    /// Every path of a route: one for each relation that makes sense for it.
    /// - Throws: ``NoMaker`` for a parameter nobody said how to fill.
    func paths(of route: Route, for visitor: Asker) throws -> [(relation: Relation, path: String)] {
        guard route.path.contains("{") else { return [(.own, route.path)] }
        return try Relation.allCases.compactMap { relation in
            try path(route.path, relation, visitor).map { (relation, $0) }
        }
    }

    func colleague(of visitor: Asker) -> String { "\(person(.colleague, visitor) ?? 0)" }

    struct NoMaker: Error, CustomStringConvertible {
        let prefix: String
        var description: String { "Records does not know what may stand behind \(prefix)/" }
    }

    private func path(_ pattern: String, _ relation: Relation, _ visitor: Asker) throws -> String? {
        var (path, prefix) = ("", "")
        for part in pattern.split(separator: "/") {
            if part.hasPrefix("{") {
                guard let value = try value(behind: prefix, part, relation, visitor) else { return nil }
                path += "/" + value
                prefix += "/*"
            } else {
                path += "/" + part
                prefix += "/" + part
            }
        }
        return path
    }

    private func value(
        behind prefix: String, _ parameter: Substring, _ relation: Relation, _ visitor: Asker
    ) throws -> String? {
        if let found = found[prefix] {
            if relation == .missing { return Self.nobody }
            return person(relation, visitor).flatMap { found[$0] }.map(String.init)
        }
        if let fixed = Self.fixed[prefix] { return fixed }
        if let own = own[prefix] { return own[visitor.name]?[relation] ?? (relation == .missing ? Self.nobody : nil) }
        if let made = made[prefix] { return made[relation] }
        throw NoMaker(prefix: prefix)
    }

    /// What is part of a record, and the same for each.
    private static let fixed = [
        "/units/*/changes": AccessCompany.plannedDay.iso,
        "/roles/*/capabilities": Capability.readPeople.code,
        "/people/*/separation/tasks": ExitTask.handOver.rawValue,
    ]

    /// As long as the other ids, and never given to anything.
    private static let nobody = "8765"

    private func person(_ relation: Relation, _ visitor: Asker) -> Int64? {
        let number: String? =
            switch (relation, visitor.role) {
            case (.missing, _): nil
            case (.outside, _): MarkedPerson.outside
            case (.report, _) where visitor.isWhole, (.own, _) where visitor.isWhole: nil
            case (.colleague, let role?): MarkedPerson.colleague(role)
            case (.report, let role?): MarkedPerson.report(role)
            case (.own, let role?): MarkedPerson.own(role)
            // Whoever has not signed in has nothing near.
            case (.colleague, nil): MarkedPerson.colleague(.employee)
            case (_, nil): nil
            }
        return number.flatMap { people[$0] }
    }

    init(_ site: AccessSite, _ keys: [String: String]) async throws {
        let house = site.house
        let facts = try await house.database.write { tx in try Facts(house, tx) }
        (people, found) = (facts.people, facts.found)
        unit = "\(facts.units.near)"
        let upload = try await Self.batch(house, facts.accounts["hr"] ?? 0)
        let analysis = try site.workspace.store(Site.sheet, fileName: "s.csv") { try SheetPreview(at: $0, sheet: nil) }
        var made: [String: [Relation: String]] = [
            "/units": [.missing: Self.nobody, .outside: "\(facts.units.far)", .colleague: "\(facts.units.near)"],
            "/roles": [.missing: Self.nobody, .colleague: "\(facts.role)"],
            "/imports": [.missing: Self.nobody, .colleague: "\(upload)"],
            "/analyses": [.missing: Self.nobody, .colleague: analysis.id],
            "/analyses/*/files": [.missing: "no.txt", .colleague: "list.xlsx"],
            "/templates": [.missing: "no.such", .colleague: "inbox.digest"],
            "/samples": [.missing: "no", .colleague: "staff"],
            "/signals": [.missing: "no_such_signal", .colleague: AccessCompany.signal],
            "/risk/programmes": [.missing: "nobody", .colleague: "employees"],
            "/set-up": [.missing: Token().text], "/welcome": [.missing: Token().text],
        ]
        for (prefix, record) in facts.singles { made[prefix] = [.missing: Self.nobody, .colleague: "\(record)"] }
        for (prefix, record) in facts.far { made[prefix]?[.outside] = "\(record)" }
        self.made = made
        own = facts.own
    }

    /// A sheet somebody uploaded, with a row that cannot be taken.
    private static func batch(_ house: House, _ account: Int64) async throws -> Int64 {
        let viewer = Viewer(
            account: ID(account), subject: nil, name: "HR", grants: [Grant(.importData, .company)])
        let batch = try await Importing.add(
            Data("工号,姓名,入职日期\nZ9,新人,2023-13-01\n".utf8), fileName: "z.csv",
            kind: try house.importKind("staff").unwrapped(), house: house, viewer: viewer)
        try await Importing.check(batch, house: house, viewer: viewer) { _ in }
        return batch.rawValue
    }
}

extension Optional {
    /// - Throws: when there is nothing.
    fileprivate func unwrapped() throws -> Wrapped {
        guard let self else { throw Records.NoMaker(prefix: "\(Wrapped.self)") }
        return self
    }
}
