import Foundation
import HTTPTypes
import Testing

@testable import Shell

/// Every route, asked by every visitor, for records near and far.
@Suite struct AccessTests {
    @Test(arguments: Asker.all) func reachesWhatTheMatrixSays(_ visitor: Asker) async throws {
        let matrix = try AccessMatrix()
        let walk = try await AccessWalk.of(visitor)
        #expect(Set(walk.cells.keys) == Set(matrix.rows.keys))
        for (route, cell) in walk.cells {
            let written = matrix.rows[route]?[visitor.name]
            #expect(written == cell, "\(visitor.name) \(route)")
        }
        for problem in walk.problems { Issue.record("\(problem)") }
    }

    @Test func everyRouteHasARowAndEveryRowARoute() async throws {
        let matrix = try AccessMatrix()
        let walk = try await AccessWalk.of(.nobody)
        #expect(Set(matrix.rows.keys) == Set(walk.cells.keys))
        #expect(matrix.columns == Asker.all.map(\.name))
    }

    /// An id that was not found would be refused for the wrong reason, and a circle without a record not be asked for.
    @Test func everyRecordAskedForIsThere() async throws {
        let company = try await AccessCompany.shared.value
        let routes = try await company.visited(by: .nobody) { $0.site.routes }
        for visitor in Asker.all {
            for route in routes where route.path.contains("{") {
                let paths = try company.records.paths(of: route, for: visitor)
                #expect(
                    !paths.contains { $0.path.split(separator: "/").contains("0") }, "\(visitor.name) \(route.name)")
                guard route.path.hasPrefix("/people/{") else { continue }
                #expect(paths.contains { $0.relation == .outside }, "\(visitor.name) \(route.name)")
            }
        }
    }

    /// The detector sees what it looks for: everybody finds their own phone, and finance finds pay.
    @Test func whatIsAllowedIsThere() async throws {
        let company = try await AccessCompany.shared.value
        for (role, mark) in [(BuiltinRole.employee, "170090900"), (.finance, "98,7"), (.hr, "1961-")] {
            let asker = Asker(name: role.rawValue, role: role)
            let seen = try await company.visited(by: asker) { visit in
                var text = ""
                for route in visit.site.routes where route.path.hasPrefix("/people/{id}") && route.method == .get {
                    for (relation, path) in try company.records.paths(of: route, for: asker) where relation == .own {
                        text += String(decoding: try await visit.get(path).body, as: UTF8.self)
                    }
                }
                return text
            }
            #expect(seen.contains(mark), "\(role.rawValue) \(mark)")
            let person = try #require(MarkedPerson.byNumber[MarkedPerson.own(role)])
            #expect(!Leaks.found(in: Data(seen.utf8), by: .nobody, at: "/").isEmpty, "\(person.number)")
        }
    }

    /// Writes the table as the program stands. Read every line that changed before it is kept.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["TENURE_WRITE_MATRIX"] != nil))
    func writeTheMatrix() async throws {
        var walks: [String: [String: String]] = [:]
        for visitor in Asker.all { walks[visitor.name] = try await AccessWalk.of(visitor).cells }
        let routes = walks[Asker.nobody.name]?.keys.sorted {
            ($0.split(separator: " ").last ?? "", $0) < ($1.split(separator: " ").last ?? "", $1)
        }
        try AccessMatrix.write(routes ?? [], Asker.all.map(\.name)) { walks[$1]?[$0] ?? "?" }
    }
}
