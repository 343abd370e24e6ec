import Foundation
import Shell
import Testing

/// The judge of scores, signals, interviews and contests sees what it looks for.
@Suite struct MatterTests {
    @Test func everyMatterIsFoundInAnyText() {
        for person in MarkedPerson.everybody {
            for secret in person.matters {
                let found = Leaks.found(in: Data("<td>\(secret.text)</td>".utf8), by: .nobody, at: "/risk")
                #expect(found.contains { $0.hasPrefix("\(secret.matter.rawValue) of \(person.number)") })
            }
        }
    }

    /// What is told in one place is a leak in another.
    @Test func whatIsToldInOnePlaceIsNotInAnother() throws {
        let hr = Asker(name: "hr", role: .hr)
        let person = try #require(MarkedPerson.byNumber[MarkedPerson.colleague(.hr)])
        let own = try #require(MarkedPerson.byNumber[MarkedPerson.own(.hr)])
        #expect(Leaks.found(in: Data(person.driver.utf8), by: hr, at: "/risk/7").isEmpty)
        for path in ["/people/7", "/people/7/pay", "/people/7/separation", "/people/7/confirmation", "/people/export"] {
            #expect(!Leaks.found(in: Data(person.driver.utf8), by: hr, at: path).isEmpty, "\(path)")
        }
        #expect(!Leaks.found(in: Data(own.driver.utf8), by: hr, at: "/risk/7").isEmpty)
    }

    /// Whoever may be told is told: else the walk would find nothing because nothing was there.
    @Test(arguments: [
        (BuiltinRole.hr, Relation.colleague, "/risk/{id}", Matter.risk),
        (.hr, .colleague, "/risk/{id}", .measured), (.manager, .report, "/risk/{id}", .risk),
        (.hr, .colleague, "/signals/hits/{id}", .measured), (.manager, .report, "/signals/hits/{id}", .snooze),
        (.hr, .colleague, "/contests/{id}", .contest), (.employee, .own, "/my-record/contests/{id}", .contest),
        (.employee, .own, "/my-record", .measured), (.hr, .colleague, "/exit-interviews/{id}", .interview),
        (.hr, .colleague, "/stay-interviews/{id}", .interview), (.hr, .colleague, "/people/{id}/leaving", .interview),
    ])
    func whoMayBeToldIsTold(
        _ role: BuiltinRole, _ relation: Relation, _ pattern: String, _ matter: Matter
    ) async throws {
        let company = try await AccessCompany.shared.value
        let asker = Asker(name: role.rawValue, role: role)
        let number =
            switch relation {
            case .own: MarkedPerson.own(role)
            case .report: MarkedPerson.report(role)
            default: MarkedPerson.colleague(role)
            }
        let person = try #require(MarkedPerson.byNumber[number])
        try await company.visited(by: asker) { visit in
            let route = try #require(visit.site.routes.first { $0.name == "GET \(pattern)" })
            let paths = try company.records.paths(of: route, for: asker)
            let path = try #require(paths.first { $0.relation == relation }?.path)
            var text = ""
            for asPage in [true, false] {
                text += String(decoding: try await visit.get(path, asPage: asPage).body, as: UTF8.self)
            }
            #expect(person.matters.contains { $0.matter == matter && text.contains($0.text) })
        }
    }
}
