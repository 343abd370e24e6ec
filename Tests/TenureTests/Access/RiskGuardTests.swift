import Foundation
import HTTPTypes
import Kernel
import SQL
import Testing

@testable import Shell

/// Everybody of the company has a score, and none of it is reached from where somebody is confirmed, dismissed or paid.
@Suite struct RiskGuardTests {
    /// Somebody who may do and see everything, of whom nothing is held back by a role.
    private static let everything = Asker(name: "everything", role: .hr, isWhole: true)
    private static let roles = ["hr", "payroll", "finance", "executive", "auditor", "administrator"]

    /// What must have been looked at, or the guard guards nothing.
    private static let decisions = [
        "GET /people/{id}/confirmation", "POST /people/{id}/confirmation", "GET /people/{id}/separation",
        "POST /people/{id}/separation/review", "GET /people/{id}/separation/certificate",
        "GET /people/{id}/reinstatement", "GET /people/{id}/contracts", "GET /people/{id}/contracts/new",
        "GET /people/{id}/pay", "POST /people/{id}/pay", "GET /contracts", "GET /contracts/export",
        "GET /people/export", "GET /people/{id}/leaving", "GET /exit-interviews/{id}",
    ]

    @Test func nothingOfRiskIsReachedFromADecision() async throws {
        let company = try await AccessCompany.shared.value
        try await company.visited(by: .nobody) { visit in
            let walk = try await Self.walk(visit.site, company.records) { RiskGuard.guards($0) }
            for problem in walk.problems { Issue.record("\(problem)") }
            for name in Self.decisions { #expect(walk.shown.contains(name), "\(name) was not shown to anybody") }
        }
    }

    /// The same visitor finds all of it where it belongs.
    @Test func scoresAreWhereTheyBelong() async throws {
        let company = try await AccessCompany.shared.value
        try await company.visited(by: .nobody) { visit in
            let walk = try await Self.walk(visit.site, company.records) { $0.path.hasPrefix("/risk") }
            #expect(walk.shown.contains("GET /risk/{id}") && walk.shown.contains("GET /risk/export"))
            for word in ["密险", "0.61803", "离职风险", "\"/risk"] {
                #expect(walk.problems.contains { $0.contains(word) }, "\(word)")
            }
        }
    }

    @Test func noModelOfADecisionHasAMemberOfRisk() async throws {
        let company = try await AccessCompany.shared.value
        try await company.visited(by: .nobody) { visit in
            for route in visit.site.routes {
                guard case .page(let model) = route.gives else { continue }
                let reader = SchemaReader()
                let schema = try reader.schema(of: model)
                for shape in [schema] + reader.components.values {
                    #expect(RiskGuard.members(of: route, shape).isEmpty, "\(route.name)")
                }
            }
        }
    }

    /// Each way of leaking a score is found when it is planted.
    @Test(arguments: PlantedRisk.allCases) func findsWhatIsPlanted(_ plant: PlantedRisk) async throws {
        let company = try await AccessCompany.shared.value
        try await company.visited(by: .nobody) { visit in
            let site = visit.site.with(plant.room)
            let walk = try await Self.walk(site, company.records) { $0.path == PlantedRisk.path }
            #expect(walk.shown == ["GET \(PlantedRisk.path)"])
            #expect(walk.problems.isEmpty == plant.showsNothing, "\(plant): \(walk.problems)")
            let route = try #require(plant.room.routes.first)
            if case .page(let model) = route.gives {
                let members = RiskGuard.members(of: route, try SchemaReader().schema(of: model))
                #expect(members.isEmpty == (plant != .member), "\(plant): \(members)")
            }
        }
    }

    // MARK: The walk

    private struct Walk: Sendable {
        /// Routes that answered with something.
        var shown: Set<String> = []
        var problems: [String] = []
    }

    /// Asks routes for people on probation, leaving, and foreign ones, as page and as data, in both languages.
    private static func walk(
        _ site: AccessSite, _ records: Records, _ isAsked: (Route) -> Bool
    ) async throws -> Walk {
        let house = site.house
        let key = try await house.database.write { tx in
            let account = try AccountStore.add(
                login: everything.name, name: everything.name, roles: roles.map { ($0, nil) }, at: house.now, tx)
            return try AccountStore.openSession(of: account, address: "", agent: "", house, tx)
        }
        let routes = site.routes.filter(isAsked)
        let forms = routes.filter { $0.method != .get && $0.path.hasPrefix("/people/{id}/") }
        return try await site.visit(everything, key: key) { visit in
            var walk = Walk()
            for route in routes.filter({ $0.method == .get }) + forms {
                for (relation, path) in try records.paths(of: route, for: Asker(name: "hr", role: .hr))
                where relation != .missing {
                    for answer in try await answers(of: route, path, visit, records) {
                        if (200..<300).contains(answer.status) || answer.status == 422 { walk.shown.insert(route.name) }
                        for leak in try RiskGuard.found(in: answer, of: route) {
                            walk.problems.append("\(route.name) \(path): \(leak)")
                        }
                    }
                }
            }
            return walk
        }
    }

    private static func answers(
        of route: Route, _ path: String, _ visit: AccessVisit, _ records: Records
    ) async throws -> [Answer] {
        guard route.method == .get else {
            // A form that lacks something comes back with all that stands beside it.
            let isRehearsal = route.path.hasSuffix("/review")
            return [
                try await visit.post(
                    path,
                    isRehearsal
                        ? .filled(route, records, visit.visitor, today: visit.site.house.today) : .empty(route))
            ]
        }
        var answers = [
            try await visit.get(path), try await visit.get(path, .en), try await visit.get(path, asPage: false),
        ]
        for variant in QueryVariants.all(of: route, records, visit.visitor) {
            answers.append(try await visit.get(path + "?" + variant))
        }
        return answers
    }
}
