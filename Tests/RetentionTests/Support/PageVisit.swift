import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// A company's pages, seen by one account through the doorway.
struct PageVisit: Sendable {
    let client: any TestClientProtocol
    private let session: String
    private let token: String

    /// Signs somebody in with a role and walks with them.
    /// - Parameters:
    ///   - number: the staff number of the person behind the account.
    ///   - unit: the unit the role is given for.
    static func with(
        _ company: Company, _ role: BuiltinRole, number: String? = nil, unit: String? = nil,
        _ body: @escaping @Sendable (PageVisit) async throws -> Void
    ) async throws {
        let house = company.house
        let person = number == nil ? nil : try await company.person(number ?? "")
        let place = unit == nil ? nil : try await company.unit(unit ?? "").rawValue
        let session = try await house.database.write { tx in
            let account = try AccountStore.add(
                login: "\(role.rawValue)-\(try tx.newIDs(1).lowerBound)", name: role.name.zh, subject: person?.subject,
                roles: [(role.rawValue, place)], at: house.now, tx)
            return try AccountStore.openSession(of: account, address: "", agent: "", house, tx)
        }
        let token = FormProof(
            keyring: house.keyring, session: try #require(Token(text: session)).digest, now: house.now
        )
        .text
        let router = Doorway(house: house, sessions: Sessions()).router(names: ["localhost"])
        try await Application(responder: JSONSuffix(router.buildResponder())).test(.router) { client in
            try await body(PageVisit(client: client, session: session, token: token))
        }
    }

    func get(_ path: String, _ language: Language = .zh) async throws -> TestResponse {
        try await client.execute(
            uri: Self.encoded(path), method: .get,
            headers: [.cookie: "tenure_session=\(session); tenure_language=\(language.rawValue)"])
    }

    private static func encoded(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? path
    }

    /// The page as text; a page that is not there fails the test.
    func page(_ path: String, _ language: Language = .zh) async throws -> String {
        let response = try await get(path, language)
        #expect(response.status == .ok, "\(path)")
        return String(buffer: response.body)
    }

    /// The same page as JSON.
    func json(_ path: String) async throws -> [String: Any] {
        let response = try await client.execute(
            uri: Self.encoded(path), method: .get,
            headers: [.cookie: "tenure_session=\(session)", .accept: "application/json"])
        #expect(response.status == .ok, "\(path)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any])
    }

    func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> TestResponse {
        var form = FormFields()
        form.add("token", token)
        for (name, value) in fields { form.add(name, value) }
        return try await client.execute(
            uri: path, method: .post,
            headers: [
                .cookie: "tenure_session=\(session); tenure_language=zh",
                .contentType: "application/x-www-form-urlencoded",
            ], body: ByteBuffer(string: form.urlEncoded))
    }

    /// A JSON text as it is.
    func send(_ path: String, _ json: String) async throws -> TestResponse {
        try await client.execute(
            uri: path, method: .post,
            headers: [
                .cookie: "tenure_session=\(session)", .contentType: "application/json", .accept: "application/json",
                FormGuard.header: token,
            ], body: ByteBuffer(string: json))
    }

    /// The same as JSON; gives the problems by field.
    func problems(_ path: String, _ fields: [String: String]) async throws -> [String: String] {
        let response = try await client.execute(
            uri: path, method: .post,
            headers: [
                .cookie: "tenure_session=\(session)", .contentType: "application/json", .accept: "application/json",
                FormGuard.header: token,
            ], body: ByteBuffer(bytes: try JSONSerialization.data(withJSONObject: fields)))
        guard response.status == .unprocessableContent else { return [:] }
        let answer = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any]
        var found: [String: String] = [:]
        for problem in answer?["problems"] as? [[String: Any]] ?? [] {
            found[problem["field"] as? String ?? "?"] = (problem["problem"] as? [String: String])?["zh"]
        }
        return found
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String? { headers[.location] }
}
