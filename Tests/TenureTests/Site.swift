import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import NIOCore
import SQL
import Shell
import Testing

@testable import Tenure

/// The application on a folder of its own, seen by one visitor with one form token.
struct Site {
    /// Stands for the token of the session's forms.
    static let token = "ours"

    let client: any TestClientProtocol
    /// The session of an administrator.
    let session: String
    private let proof: String

    /// Answers requests without a port; work that is asked for runs as in the product.
    static func visit(
        _ folder: TemporaryFolder, _ testing: TestingSetup = .router, _ body: @Sendable (Site) async throws -> Void
    ) async throws {
        var settings = Server.Settings()
        settings.dataFolder = folder.path
        settings.port = 0
        let server = Server(settings, logger: Logger(label: "test"))
        let (house, queue) = try await server.house()
        let session = try await house.database.write { tx in
            let login = "administrator-\(try tx.newIDs(1).lowerBound)"
            let account = try AccountStore.add(
                login: login, name: "Admin", roles: [("administrator", nil)], at: house.now, tx)
            return try AccountStore.openSession(of: account, address: "", agent: "", house, tx)
        }
        let proof = try #require(FormProof(cookie: session, house)).text
        try await server.application(house, queue).test(testing) {
            try await body(Site(client: $0, session: session, proof: proof))
        }
        try await house.database.close()
    }

    func get(_ path: String, _ language: Language = .zh) async throws -> TestResponse {
        try await client.execute(
            uri: path, method: .get,
            headers: [
                .cookie: "tenure_session=\(session); tenure_language=\(language.rawValue)"
            ])
    }

    func post(_ path: String, _ fields: [(String, String)] = [], token: String? = Site.token) async throws
        -> TestResponse
    {
        let pairs = (token.map { [("token", $0 == Self.token ? proof : $0)] } ?? []) + fields
        let body = pairs.map { "\($0.0)=\($0.1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        return try await client.execute(
            uri: path, method: .post,
            headers: [
                .cookie: "tenure_session=\(session)",
                .contentType: "application/x-www-form-urlencoded",
            ],
            body: ByteBuffer(string: body.joined(separator: "&")))
    }

    func upload(_ content: Data, _ name: String, token: String? = Site.token) async throws -> TestResponse {
        var body = Data()
        if let token = token == Self.token ? proof : token {
            body += Data("--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n".utf8)
        }
        body += Data("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n".utf8)
        body += Data("Content-Type: text/csv\r\n\r\n".utf8) + content + Data("\r\n--edge--\r\n".utf8)
        return try await client.execute(
            uri: "/analyses", method: .post,
            headers: [
                .cookie: "tenure_session=\(session)",
                .contentType: "multipart/form-data; boundary=edge",
            ],
            body: ByteBuffer(bytes: body))
    }

    /// Uploads a sheet of 240 people and returns the address of its page.
    func uploaded() async throws -> String {
        try #require(try await upload(Self.sheet, "名单.csv").headers[.location])
    }

    /// Asks for the quickest analysis of that sheet.
    func start(_ page: String, outcome: String = SetupForm.outcome("离职", "是")) async throws -> TestResponse {
        try await post(page + "/request", [("outcome", outcome), ("approach", "logistic")])
    }

    /// Waits until nothing runs; a minute is far more than the sheet needs.
    func wait(for page: String) async throws {
        for _ in 0..<600 {
            if String(buffer: try await get(page + "/standing").body).contains("\"isRunning\":false") { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("the analysis did not end")
    }

    static let sheet = Data(
        ("工号,延迟次数,部门,离职\n"
            + (1...240).map { "\($0),\($0 % 7),\($0 % 3 == 0 ? "华东" : "华南"),\($0 % 7 > 3 && $0 % 5 > 0 ? "是" : "否")\n" }
            .joined()).utf8)
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
