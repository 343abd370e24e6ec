import Foundation
import HTTPTypes
import Kernel
import Logging
import Sheets
import Testing

@testable import Shell

/// The judges of access find what is planted, and nothing where nothing is.
@Suite struct JudgeTests {
    private static func answer(
        _ body: Data, status: Int = 200, hasChanged: Bool = false, headers: HTTPFields = [:]
    ) -> Answer {
        Answer(
            status: status, location: nil, type: "text/html", headers: headers, body: body, statements: 3,
            hasChanged: hasChanged, isSentToSignIn: false)
    }

    @Test func everySecretIsFoundInAnyText() {
        for person in MarkedPerson.everybody {
            #expect(Leaks.found(in: Data("<td>\(person.number)</td>".utf8), by: .nobody, at: "/").isEmpty)
            for secret in person.secrets {
                let found = Leaks.found(in: Data("<td>\(secret.text)</td>".utf8), by: .nobody, at: "/")
                #expect(found.contains { $0.contains(secret.text) }, "\(secret.text)")
            }
        }
        let west = Data("<td>\(MarkedPerson.byNumber[MarkedPerson.outside]?.name ?? "")</td>".utf8)
        #expect(
            Leaks.found(in: west, by: Asker(name: "hr", role: .hr), at: "/people") == ["somebody of another branch"])
    }

    @Test func secretsInWorkbooksAreFound() throws {
        let folder = TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let path = folder.path + "/planted.xlsx"
        let person = try #require(MarkedPerson.byNumber[MarkedPerson.outside])
        let secret = try #require(person.secrets.first { $0.fieldClass == .sensitive }).text
        var writer = try XLSXWriter(path: path)
        for number in 1...5 {
            try writer.beginSheet("Sheet \(number)", columns: [XLSXWriter.Column("Name")])
            try writer.row([.text(number == 5 ? secret : "nothing")])
        }
        try writer.close()
        let answer = Self.answer(try Data(contentsOf: URL(filePath: path)))
        #expect(answer.body.range(of: Data(secret.utf8)) == nil)
        #expect(!Leaks.found(in: try Unpacked.text(of: answer), by: .nobody, at: "/").isEmpty)
        var days = try XLSXWriter(path: path)
        try days.beginSheet("Days", columns: [XLSXWriter.Column("Born")])
        try days.row([.day(Double(try #require(Day(iso: person.birthday)).number))])
        try days.close()
        let kept = Self.answer(try Data(contentsOf: URL(filePath: path)))
        #expect(
            Leaks.found(in: try Unpacked.text(of: kept), by: .nobody, at: "/").contains {
                $0.hasPrefix("personal of \(person.number): ") && $0.contains("<v>")
            })
        #expect(throws: (any Error).self) { try Unpacked.text(of: Self.answer(answer.body.prefix(400))) }
    }

    @Test func wrongAnswersAreProblems() async throws {
        let company = try await AccessCompany.shared.value
        let secret = try #require(MarkedPerson.byNumber[MarkedPerson.outside]?.secrets.first).text
        try await company.visited(by: .nobody) { visit in
            let route = try #require(visit.site.routes.first { $0.name == "GET /people/{id}" })
            let answers: [(Answer, Bool)] = [
                (Self.answer(Data()), true), (Self.answer(Data(), status: 404), true),
                (Self.answer(Data(), status: 500), false), (Self.answer(Data(), status: 403), false),
                (Self.answer(Data(), status: 404, hasChanged: true), false),
                (Self.answer(Data(secret.utf8)), false), (Self.answer(Data("PK".utf8)), false),
            ]
            for (answer, isRight) in answers {
                var walk = AccessWalk()
                walk.look(at: answer, route, "/people/1", visit)
                #expect(walk.problems.isEmpty == isRight, "\(answer.status) \(walk.problems)")
            }
            visit.site.log.logger.info("\(secret)")
            var walk = AccessWalk()
            walk.look(at: Self.answer(Data()), route, "/people/1", visit)
            #expect(!walk.problems.isEmpty)
        }
    }

    @Test func refusalsThatTellARecordApartAreProblems() async throws {
        let company = try await AccessCompany.shared.value
        try await company.visited(by: .nobody) { visit in
            let route = try #require(visit.site.routes.first { $0.name == "GET /people/{id}" })
            let missing = (page: "404", data: "404", statements: 3)
            let others: [((page: String, data: String, statements: Int), Bool)] = [
                (missing, true), (("404 ", "404", 3), false), (("404", "404 ", 3), false), (("404", "404", 4), true),
                (("404", "404", 5), false),
            ]
            for (other, isRight) in others {
                var walk = AccessWalk()
                try await walk.compare([.missing: missing, .outside: other], route, [], visit)
                #expect(walk.problems.isEmpty == isRight, "\(walk.problems)")
            }
            var walk = AccessWalk()
            try await walk.compare([.outside: missing], route, [], visit)
            #expect(!walk.problems.isEmpty)
        }
    }

    @Test func facesDifferByWhatAVisitorSees() {
        let plain = Self.answer(Data("nothing at /people/1".utf8), status: 404)
        #expect(
            plain.face(of: "/people/1")
                == Self.answer(Data("nothing at /people/2".utf8), status: 404).face(of: "/people/2"))
        let others = [
            Self.answer(Data("nothing at /people/1.".utf8), status: 404), Self.answer(plain.body, status: 401),
            Self.answer(plain.body, status: 404, headers: [.retryAfter: "1"]),
        ]
        for other in others { #expect(other.face(of: "/people/1") != plain.face(of: "/people/1")) }
    }
}
