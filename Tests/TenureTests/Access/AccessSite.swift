import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import NIOCore

@testable import SQL
@testable import Shell
@testable import Tenure

/// The application over one folder, at a moment that does not pass, with its statements counted and its log kept.
struct AccessSite: Sendable {
    private(set) var house: House
    let queue: AnalysisQueue
    let workspace: Workspace
    let statements = StatementCount()
    let log = CapturedLog()
    private let server: Server

    private init(_ plain: House, _ queue: AnalysisQueue, _ server: Server, _ workspace: Workspace) {
        let now = plain.now
        let database = Database(CountingDriver(inner: plain.database.driver, count: statements))
        house = House(
            database: database, world: World(now: { now }, randomBytes: World.real.randomBytes), keyring: plain.keyring,
            logger: log.logger, folder: plain.folder, rooms: plain.rooms)
        (self.queue, self.server, self.workspace) = (queue, server, workspace)
    }

    static func open(_ folder: String) async throws -> AccessSite {
        var settings = Server.Settings()
        settings.dataFolder = folder
        let server = Server(settings, logger: Logger(label: "judge") { _ in SwiftLogNoOpLogHandler() })
        let (house, queue) = try await server.house()
        return AccessSite(house, queue, server, try Workspace(at: folder))
    }

    var routes: [Route] { house.rooms.flatMap(\.routes) }

    /// The same application with one room more.
    func with(_ room: Room) -> AccessSite {
        var site = self
        site.house = House(
            database: house.database, world: house.world, keyring: house.keyring, logger: house.logger,
            folder: house.folder, rooms: house.rooms + [room])
        return site
    }

    /// Answers without a port, and without the work of the background.
    func visit<T: Sendable>(
        _ visitor: Asker, key: String?, _ body: @Sendable @escaping (AccessVisit) async throws -> T
    ) async throws -> T {
        let application = Application(responder: JSONSuffix(server.router(house).buildResponder()), logger: log.logger)
        return try await application.test(.router) { client in
            try await body(AccessVisit(site: self, visitor: visitor, key: key, client: client))
        }
    }
}

/// One visitor on a site.
struct AccessVisit: Sendable {
    let site: AccessSite
    let visitor: Asker
    /// The text of the session or of the token.
    let key: String?
    let client: any TestClientProtocol

    private static let stranger = Token().text

    private func headers(_ language: Language) -> HTTPFields {
        guard let key else { return [.cookie: "tenure_form=\(Self.stranger); tenure_language=\(language.rawValue)"] }
        return visitor.isProgram
            ? [.authorization: "Bearer \(key)", .acceptLanguage: language.rawValue]
            : [.cookie: "tenure_session=\(key); tenure_form=\(Self.stranger); tenure_language=\(language.rawValue)"]
    }

    /// What forms of this visitor carry.
    var proof: String {
        guard let key, !visitor.isProgram else { return Self.stranger }
        return FormProof(cookie: key, site.house)?.text ?? ""
    }

    func get(_ path: String, asPage: Bool = true, _ language: Language = .zh) async throws -> Answer {
        var headers = headers(language)
        headers[.accept] = asPage ? "text/html" : "application/json"
        return try await ask(path, .get, headers, nil)
    }

    func post(_ path: String, _ body: SentBody) async throws -> Answer {
        var headers = headers(.zh)
        headers[.accept] = "text/html"
        headers[.contentType] = body.type
        return try await ask(path, .post, headers, ByteBuffer(bytes: body.content(proof: proof)))
    }

    private func ask(
        _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?
    ) async throws -> Answer {
        // What an earlier page noted to be written later belongs to that page.
        await Audit.writeReads(site.house)
        let (statements, generation) = (site.statements.value, site.house.database.generation)
        let response = try await client.execute(uri: path, method: method, headers: headers, body: body)
        return Answer(
            status: response.status.code, location: response.headers[.location],
            type: response.headers[.contentType] ?? "", headers: response.headers,
            body: Data(response.body.readableBytesView), statements: site.statements.value - statements,
            hasChanged: site.house.database.generation != generation,
            isSentToSignIn: method == .get && path.prefix { $0 != "?" } != "/sign-in"
                && response.headers[.location]?.hasPrefix("/sign-in") == true)
    }
}

/// What came back, and what it took.
struct Answer: Sendable {
    let status: Int
    let location: String?
    let type: String
    let headers: HTTPFields
    let body: Data
    let statements: Int
    /// Whether something was committed meanwhile.
    let hasChanged: Bool
    /// Whoever wanted to see a page is asked to sign in first.
    let isSentToSignIn: Bool

    /// Refused like something that does not exist, or sent to sign in.
    var isRefused: Bool { status == 404 || status == 401 || isSentToSignIn }

    /// What could tell one refusal from another: status, headers and body, without the address that was asked for and
    /// without what is random in every answer.
    func face(of path: String) -> String {
        var text = String(decoding: body, as: UTF8.self).replacingOccurrences(of: path, with: "{path}")
        text.replace(#/name="token" value="[^"]*"/#, with: "token")
        let names = headers.map { $0.name.canonicalName }.filter { $0 != "content-length" }.sorted()
        let place = location.map { $0.removingPercentEncoding?.replacingOccurrences(of: path, with: "{path}") ?? "" }
        return "\(status) \(place ?? "") \(names)\n\(text)"
    }
}
