import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import Logging
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Shell
@testable import Tenure

/// The application with a small company in it, and visitors of several roles.
///
/// 王芳 and 李雷 work in 总部/销售部, 赵云 in 总部/客服部; 王芳 leads 李雷.
struct Office {
    let client: any TestClientProtocol
    let house: House
    let sales: ID<OrgUnit>
    let service: ID<OrgUnit>
    let boss: ID<Person>
    let li: ID<Person>
    let zhao: ID<Person>

    var today: Day { house.today }

    static func open(_ body: @Sendable (Office) async throws -> Void) async throws {
        let folder = TemporaryFolder()
        var settings = Server.Settings()
        settings.dataFolder = folder.path
        settings.port = 0
        let server = Server(settings, logger: Logger(label: "test"))
        let (house, queue) = try await server.house()
        let occasion = Occasion.program(house)
        let hired = house.today.adding(years: -2)
        let (sales, service, people) = try await house.database.write { tx in
            let open = { (kind: UnitKind, name: String, parent: ID<OrgUnit>?) in
                try UnitChanges.open(
                    kind, UnitFacts(name: name, parent: parent), from: hired.adding(years: -1), occasion, tx)
            }
            let top = try open(.company, "总部", nil)
            let (sales, service) = (try open(.department, "销售部", top), try open(.department, "客服部", top))
            let hire = { (number: String, name: String, unit: ID<OrgUnit>, manager: ID<Person>?) in
                var draft = Hiring.Draft(
                    number: number, name: name, hireDay: hired, post: Post(unit: unit, manager: manager))
                draft.contract = ContractDraft(
                    kind: .fixed, start: hired, last: hired.adding(years: 3) - 1, signed: hired)
                return try Hiring.hire(draft, occasion, tx)
            }
            let boss = try hire("E001", "王芳", sales, nil)
            let li = try hire("E002", "李雷", sales, boss)
            let zhao = try hire("E003", "赵云", service, nil)
            try tx.execute(
                "insert into levels (id, name, rank) values (\(try tx.newIDs(1).lowerBound), 'P5', 5)")
            try PayChanges.set(Money(yuan: 8_765), of: li, from: hired, occasion, tx)
            return (sales, service, [boss, li, zhao])
        }
        try await server.application(house, queue).test(.router) { client in
            try await body(
                Office(
                    client: client, house: house, sales: sales, service: service, boss: people[0], li: people[1],
                    zhao: people[2]))
        }
        try await house.database.close()
    }

    /// Somebody who has signed in.
    func visitor(_ roles: BuiltinRole..., as person: ID<Person>? = nil, unit: ID<OrgUnit>? = nil) async throws
        -> Caller
    {
        let house = house
        let session = try await house.database.write { tx in
            let account = try AccountStore.add(
                login: "u\(try tx.newIDs(1).lowerBound)", name: "访客", subject: person?.subject,
                roles: roles.map { ($0.rawValue, unit?.rawValue) }, at: house.now, tx)
            return try AccountStore.openSession(of: account, address: "", agent: "", house, tx)
        }
        let proof = try #require(FormProof(cookie: session, house)).text
        return Caller(client: client, session: session, proof: proof)
    }

    func value<T: SQLReadable & Sendable>(_ query: Query, as type: T.Type = T.self) async throws -> T? {
        try await house.database.read { tx in try tx.value(query, as: type) }
    }
}

/// A browser with a session.
struct Caller {
    let client: any TestClientProtocol
    let session: String
    let proof: String

    func get(_ path: String) async throws -> TestResponse {
        try await client.execute(
            uri: path, method: .get, headers: [.cookie: "tenure_session=\(session); tenure_language=zh"])
    }

    func post(_ path: String, _ fields: [String: String] = [:]) async throws -> TestResponse {
        let pairs = fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("token", proof)]
        let body = pairs.map { "\($0.0)=\($0.1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        return try await client.execute(
            uri: path, method: .post,
            headers: [
                .cookie: "tenure_session=\(session); tenure_language=zh",
                .contentType: "application/x-www-form-urlencoded",
            ],
            body: ByteBuffer(string: body.joined(separator: "&")))
    }

    func upload(
        _ path: String, _ content: Data, _ name: String, _ fields: [String: String] = [:]
    ) async throws -> TestResponse {
        var body = Data()
        for (field, value) in [("token", proof)] + fields.map({ ($0.key, $0.value) }) {
            body += Data("--edge\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += content + Data("\r\n--edge--\r\n".utf8)
        return try await client.execute(
            uri: path, method: .post,
            headers: [
                .cookie: "tenure_session=\(session); tenure_language=zh",
                .contentType: "multipart/form-data; boundary=edge",
            ],
            body: ByteBuffer(bytes: body))
    }
}

extension TestResponse {
    /// Whether the form came back with a problem at that field.
    func refuses(_ field: String) -> Bool {
        status == .unprocessableContent && text.contains("id=\"\(field)-problem\"")
    }
}
