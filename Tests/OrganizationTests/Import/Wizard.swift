import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Shell

/// The import wizard of a company, as a browser and the API go through it.
struct Wizard {
    struct Problem: Decodable {
        let weight: String
        let row: Int
        let column: String?
    }

    private struct Check: Decodable {
        let problems: [Problem]
        let next: Int?
    }

    let client: any TestClientProtocol
    private let session: String
    private let token: String

    static func with(
        _ engine: Engine, _ body: @escaping @Sendable (Wizard, Company) async throws -> Void
    ) async throws {
        try await Company.with(engine) { company in
            let house = company.house
            let session = try await house.database.write { tx in
                let account = try AccountStore.add(
                    login: "hr", name: "人事", roles: [("hr", nil)], at: house.now, tx)
                return try AccountStore.openSession(of: account, address: "", agent: "", house, tx)
            }
            let token = FormProof(
                keyring: house.keyring, session: try #require(Token(text: session)).digest, now: house.now
            ).text
            let router = Doorway(house: house, sessions: Sessions()).router(names: ["localhost"])
            try await Application(responder: JSONSuffix(router.buildResponder())).test(.router) { client in
                try await body(Wizard(client: client, session: session, token: token), company)
            }
        }
    }

    /// Uploads, takes the columns as guessed and waits for the check. - Returns: the batch's address.
    func check(_ path: String, as kind: String) async throws -> String {
        let boundary = "--tenure-edge"
        var body = Data()
        for (name, value) in [("token", token), ("kind", kind)] {
            body += Data(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let name = URL(filePath: path).lastPathComponent
        let head = "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\""
        body += Data("--\(boundary)\r\n\(head)\r\n\r\n".utf8)
        body += try Data(contentsOf: URL(filePath: path)) + Data("\r\n--\(boundary)--\r\n".utf8)
        let upload = try await call(
            .post, "/imports", ByteBuffer(bytes: body), type: "multipart/form-data; boundary=\(boundary)")
        let mapping = try #require(upload.headers[.location], "\(String(buffer: upload.body))")
        #expect(try await call(.get, mapping).status == .ok)
        #expect(try await post(mapping).headers[.location] == mapping.replacing("/mapping", with: "/check"))
        let batch = mapping.replacing("/mapping", with: "")
        try await settled(batch)
        return batch
    }

    /// Every problem the check page names, page after page.
    func problems(_ batch: String) async throws -> [Problem] {
        var problems: [Problem] = []
        var next: Int? = 0
        while let after = next {
            let page = try await call(.get, "\(batch)/check.json?after=\(after)")
            #expect(page.status == .ok)
            let check = try JSONDecoder().decode(Check.self, from: Data(String(buffer: page.body).utf8))
            problems += check.problems
            next = check.next
        }
        return problems
    }

    func commit(_ batch: String, rows: String = "all") async throws {
        let answer = try await post(batch + "/commit", [("rows", rows)])
        #expect(answer.headers[.location] == batch, "\(String(buffer: answer.body).prefix(2_000))")
        try await settled(batch)
    }

    func undo(_ batch: String) async throws {
        #expect(try await post(batch + "/undoing").headers[.location] == batch)
    }

    func text(_ path: String) async throws -> String { String(buffer: try await call(.get, path).body) }

    private func settled(_ batch: String) async throws {
        for _ in 0..<1_200 {
            if try await text(batch + "/standing").contains("\"isRunning\":false") { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the work on \(batch) did not end")
    }

    private func post(_ path: String, _ fields: [(String, String)] = []) async throws -> TestResponse {
        let body = ([("token", token)] + fields).map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return try await call(.post, path, ByteBuffer(string: body), type: "application/x-www-form-urlencoded")
    }

    private func call(
        _ method: HTTPRequest.Method, _ path: String, _ body: ByteBuffer? = nil, type: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.cookie: "tenure_session=\(session); tenure_language=zh"]
        if let type { headers[.contentType] = type }
        return try await client.execute(uri: path, method: method, headers: headers, body: body)
    }
}
