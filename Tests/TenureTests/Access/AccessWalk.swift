import Foundation
import HTTPTypes
import Kernel
import SQL

@testable import Shell

/// What one visitor was answered on a walk through all routes.
struct AccessWalk: Sendable {
    /// By the name of the route.
    var cells: [String: String] = [:]
    /// What should not be, whatever the matrix says.
    var problems: [String] = []

    /// Each walk is made once.
    static func of(_ visitor: Asker) async throws -> AccessWalk { try await walks[visitor]?.value ?? AccessWalk() }

    private static let walks: [Asker: Task<AccessWalk, any Error>] = Dictionary(
        uniqueKeysWithValues: Asker.all.map { visitor in (visitor, Task { try await make(visitor) }) })

    private static func make(_ visitor: Asker) async throws -> AccessWalk {
        let company = try await AccessCompany.shared.value
        var walk = AccessWalk()
        let reading = try await company.visited(by: visitor) { visit in
            var walk = AccessWalk()
            for route in visit.site.routes where route.method == .get {
                walk.cells[route.name] = try await walk.read(route, company.records, visit)
            }
            return walk
        }
        walk.add(reading)
        var routes = try await company.visited(by: visitor) { visit in
            visit.site.routes.filter { $0.method != .get }.map(\.name)
        }
        // A change leaves the copy behind; the next begins on another one.
        while !routes.isEmpty {
            let (rest, part) = try await company.visited(by: visitor) { [routes] visit in
                var walk = AccessWalk()
                let index = Dictionary(uniqueKeysWithValues: visit.site.routes.map { ($0.name, $0) })
                for (place, name) in routes.enumerated() {
                    guard let route = index[name] else { continue }
                    let before = visit.site.house.database.generation
                    walk.cells[name] = try await walk.change(route, company.records, visit)
                    if visit.site.house.database.generation != before {
                        return (Array(routes.dropFirst(place + 1)), walk)
                    }
                }
                return ([], walk)
            }
            routes = rest
            walk.add(part)
        }
        return walk
    }

    private mutating func add(_ other: AccessWalk) {
        cells.merge(other.cells) { $1 }
        problems += other.problems
    }

    private mutating func read(_ route: Route, _ records: Records, _ visit: AccessVisit) async throws -> String {
        var reached: Set<Relation> = []
        var refusals: [Relation: (page: String, data: String, statements: Int)] = [:]
        guard let paths = paths(of: route, records, visit) else { return "?" }
        // After a change the session is looked up anew: not by the first of those that are compared.
        _ = try await visit.get("/inbox")
        for (relation, path) in paths {
            let page = try await visit.get(path)
            let data = try await visit.get(path, asPage: false)
            look(at: page, route, path, visit)
            look(at: data, route, path, visit)
            if page.isRefused != data.isRefused {
                problems.append("\(place(visit, path)): page \(page.status), JSON \(data.status)")
            }
            if page.isRefused {
                refusals[relation] = (page.face(of: path), data.face(of: path), page.statements)
            } else {
                reached.insert(relation)
                for variant in QueryVariants.all(of: route, records, visit.visitor) {
                    for asPage in [true, false] {
                        let answer = try await visit.get(path + "?" + variant, asPage: asPage)
                        look(at: answer, route, path + "?" + variant, visit)
                    }
                }
            }
        }
        try await compare(refusals, route, paths, visit)
        return AccessCell.word(reached, of: Set(paths.map(\.relation)), hasRecords: route.path.contains("{"))
    }

    private mutating func change(_ route: Route, _ records: Records, _ visit: AccessVisit) async throws -> String {
        var reached: Set<Relation> = []
        var refusals: [Relation: (page: String, data: String, statements: Int)] = [:]
        guard let paths = paths(of: route, records, visit) else { return "?" }
        // After a change the session is looked up anew: not by the first of those that are compared.
        _ = try await visit.get("/inbox")
        // What a visitor reaches may be changed by the first probe: what must be refused is asked before.
        for (relation, path) in paths {
            let empty = try await visit.post(path, .empty(route))
            let full = try await visit.post(path, .filled(route, records, visit.visitor, today: visit.site.house.today))
            look(at: empty, route, path, visit)
            look(at: full, route, path, visit)
            if empty.isRefused, full.isRefused {
                refusals[relation] = (empty.face(of: path), full.face(of: path), full.statements)
            } else {
                reached.insert(relation)
            }
        }
        try await compare(refusals, route, paths, visit)
        return AccessCell.word(reached, of: Set(paths.map(\.relation)), hasRecords: route.path.contains("{"))
    }

    /// Nil, and a problem, when nobody said what may stand in the path.
    private mutating func paths(
        of route: Route, _ records: Records, _ visit: AccessVisit
    ) -> [(relation: Relation, path: String)]? {
        do {
            return try records.paths(of: route, for: visit.visitor)
        } catch {
            problems.append("\(route.name): \(error)")
            return nil
        }
    }

    /// A record one may not see is answered like one that never was, for the same number of questions to the database.
    ///
    /// One question more is let pass: what hangs on somebody (a contract, a document) is found by its own number, and only
    /// what was found has the one it hangs on judged. That is one look-up by a key, lost in the spread of an answer.
    /// Of oneself, and of somebody in one's phone book, it is no secret that the record exists: there the time may differ.
    mutating func compare(
        _ refusals: [Relation: (page: String, data: String, statements: Int)], _ route: Route,
        _ paths: [(relation: Relation, path: String)], _ visit: AccessVisit
    ) async throws {
        guard let missing = refusals[.missing] else {
            if route.path.contains("{"), !refusals.isEmpty {
                problems.append("\(place(visit, route.name)): a missing record is not refused")
            }
            return
        }
        for (relation, refusal) in refusals where relation != .missing {
            if refusal.page != missing.page {
                problems.append("\(place(visit, route.name)) \(relation): another page than a missing record's")
            }
            if refusal.data != missing.data {
                problems.append("\(place(visit, route.name)) \(relation): another JSON than a missing record's")
            }
            if abs(refusal.statements - missing.statements) > Self.moreQuestions,
                try await !isKnown(relation, route, paths, visit)
            {
                problems.append(
                    "\(place(visit, route.name)) \(relation): \(refusal.statements) statements, missing \(missing.statements)"
                )
            }
        }
    }

    private static let moreQuestions = 1

    private func isKnown(
        _ relation: Relation, _ route: Route, _ paths: [(relation: Relation, path: String)], _ visit: AccessVisit
    ) async throws -> Bool {
        if relation == .own { return true }
        guard route.path.hasPrefix("/people/{id}/"), let path = paths.first(where: { $0.relation == relation })?.path
        else { return false }
        let person = path.split(separator: "/").prefix(2).joined(separator: "/")
        return try await !visit.get("/" + person).isRefused
    }

    /// What holds of every answer.
    mutating func look(at answer: Answer, _ route: Route, _ path: String, _ visit: AccessVisit) {
        let place = "\(place(visit, path)) (\(route.method.rawValue))"
        if answer.status >= 500 { problems.append("\(place): \(answer.status)") }
        if answer.status == 403 { problems.append("\(place): 403 in spite of a proof") }
        if answer.isRefused, answer.hasChanged { problems.append("\(place): refused, and yet something was committed") }
        do {
            for leak in Leaks.found(in: try Unpacked.text(of: answer), by: visit.visitor, at: path) {
                problems.append("\(place): \(leak)")
            }
        } catch {
            problems.append("\(place): cannot be opened: \(error)")
        }
        for leak in Leaks.found(in: Data(visit.site.log.more().utf8), by: .nobody, at: path) {
            problems.append("\(place): logged \(leak)")
        }
    }

    private func place(_ visit: AccessVisit, _ what: String) -> String { "\(visit.visitor.name) \(what)" }
}

extension AccessCompany {
    /// A walk through a fresh copy.
    func visited<T: Sendable>(
        by visitor: Asker, _ body: @Sendable @escaping (AccessVisit) async throws -> T
    ) async throws -> T {
        let copy = TemporaryFolder()
        try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
        let site = try await AccessSite.open(copy.path)
        let result = try await site.visit(visitor, key: keys[visitor.name], body)
        try await site.house.database.close()
        return result
    }
}
