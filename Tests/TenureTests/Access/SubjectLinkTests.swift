import Foundation
import SQL
import Shell
import Testing

/// A record leads to the pages of other rooms about the person: those that the visitor may open, and no others.
@Suite struct SubjectLinkTests {
    @Test(arguments: [
        (BuiltinRole.hr, MarkedPerson.colleague(.hr), ["/risk/{id}", "/people/{id}/leaving"]),
        (.hr, MarkedPerson.own(.hr), []), (.manager, MarkedPerson.report(.manager), ["/risk/{id}"]),
        (.manager, MarkedPerson.colleague(.manager), []), (.payroll, MarkedPerson.colleague(.payroll), []),
        (.employee, MarkedPerson.own(.employee), []), (.executive, MarkedPerson.colleague(.executive), []),
    ])
    func offersWhatMayBeOpened(_ role: BuiltinRole, _ number: String, _ expected: [String]) async throws {
        let company = try await AccessCompany.shared.value
        try await company.visited(by: Asker(name: role.rawValue, role: role)) { visit in
            let id = try await visit.site.house.database.read { tx in try AccessCompany.person(number, tx) }
            let page = String(decoding: try await visit.get("/people/\(id)").body, as: UTF8.self)
            for pattern in ["/risk/{id}", "/people/{id}/leaving"] {
                let path = pattern.replacingOccurrences(of: "{id}", with: "\(id)")
                let isOffered = page.contains("href=\"\(path)\"")
                #expect(isOffered == expected.contains(pattern), "\(role.rawValue) \(pattern)")
                if isOffered { #expect(try await visit.get(path).status == 200, "\(path)") }
            }
        }
    }

    /// From a leaving one comes to its interviews, and not to the score.
    @Test func aLeavingLeadsToItsInterviews() async throws {
        let company = try await AccessCompany.shared.value
        try await company.visited(by: Asker(name: "hr", role: .hr)) { visit in
            let number = MarkedPerson.colleague(.hr)
            let id = try await visit.site.house.database.read { tx in try AccessCompany.person(number, tx) }
            let page = String(decoding: try await visit.get("/people/\(id)/separation").body, as: UTF8.self)
            #expect(page.contains("href=\"/people/\(id)/leaving\"") && !page.contains("/risk/\(id)"))
        }
    }
}
