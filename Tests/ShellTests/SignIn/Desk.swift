import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Shell

/// A browser in front of the doorway: it keeps cookies, and finds the token of the form it looks at.
final class Desk {
    static let password = "river-stone-42-lamp"

    let client: any TestClientProtocol
    let test: TestHouse
    private(set) var cookies: [String: String] = ["tenure_language": "zh"]

    init(_ client: any TestClientProtocol, _ test: TestHouse) {
        (self.client, self.test) = (client, test)
    }

    /// A fresh house with one administrator, `lin.yue`, and as many visitors as the test makes.
    static func with(
        isBehindProxy: Bool = false, rooms: [Room] = [], world change: (inout World) -> Void = { _ in },
        _ body: @escaping @Sendable (any TestClientProtocol, TestHouse) async throws -> Void
    ) async throws {
        try await TestHouse.with(rooms, world: change) { test in
            let house = test.house
            try await house.database.write { tx in try RoleStore.seed(house.rooms, tx) }
            let cost = try #require(PasswordCost(logRounds: 10, blockSize: 8, parallelism: 1))
            let hash = try PasswordHash(try Password(password), cost: cost)
            try await house.database.write { tx in
                let account = try AccountStore.add(
                    login: "lin.yue", name: "林悦", roles: [("administrator", nil)], at: house.now, tx)
                try PasswordStore.set(hash, of: account, tx)
            }
            let router = Doorway(house: house, sessions: Sessions(), isBehindProxy: isBehindProxy)
                .router(names: ["localhost"])
            try await Application(responder: JSONSuffix(router.buildResponder())).test(.router) { client in
                try await body(client, test)
            }
        }
    }

    @discardableResult
    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await keep(client.execute(uri: path, method: .get, headers: headers.adding(cookie)))
    }

    /// Posts the fields with the token of the form at `page`.
    @discardableResult
    func post(
        _ path: String, from page: String, _ fields: KeyValuePairs<String, String>, _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let text = String(buffer: try await get(page).body)
        let mark = try #require(text.firstMatch(of: /name="token" value="([^"]+)"/))
        return try await post(path, token: String(mark.1), fields, headers)
    }

    @discardableResult
    func post(
        _ path: String, token: String, _ fields: KeyValuePairs<String, String>, _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var form = FormFields()
        form.add("token", token)
        for (name, value) in fields { form.add(name, value) }
        var headers = headers.adding(cookie)
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await keep(
            client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: form.urlEncoded)))
    }

    func signIn(_ password: String = Desk.password, login: String = "lin.yue", next: String = "") async throws
        -> TestResponse
    {
        try await post(
            "/sign-in", from: "/sign-in", ["login": login, "password": password, "next": next])
    }

    /// Cookies in hand, as somebody else could have copied them.
    func copy() -> Desk {
        let other = Desk(client, test)
        other.cookies = cookies
        return other
    }

    var cookie: (HTTPField.Name, String) {
        (.cookie, cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
    }

    func keep(_ response: TestResponse) -> TestResponse {
        for value in response.headers[values: .setCookie] {
            let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = value.contains("Max-Age=0") ? nil : String(pair[1])
        }
        return response
    }
}

extension HTTPFields {
    func adding(_ field: (HTTPField.Name, String)) -> HTTPFields {
        var fields = self
        fields[field.0] = field.1
        return fields
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String? { headers[.location] }
}
