import Foundation
import Testing

@testable import Shell

@Suite struct OutgoingHTTPTests {
    private static let shared = Result { try Peer("web_peer.py") }
    let peer: Peer
    let http: OutgoingHTTP

    init() throws {
        peer = try Self.shared.get()
        http = OutgoingHTTP(allowedNetworks: [try NetworkRange("127.0.0.0/8")], timeout: 5, maximumAnswer: 100_000)
    }

    struct Echo: Decodable {
        let method: String
        let path: String
        let headers: [String: String]
        let body: String
    }

    private func get(_ path: String, with http: OutgoingHTTP? = nil) async throws -> OutgoingAnswer {
        try await (http ?? self.http).send(.get(OutgoingAddress(peer.url(path))))
    }

    @Test func asks() async throws {
        let answer = try await http.send(
            .get(OutgoingAddress(peer.url("/echo?a=1&b=%E4%BD%A0")), headers: [("X-Token", "t;1"), ("X-Empty", "")]))
        #expect(answer.status == 200 && answer.header("x-peer") == "yes")
        let echo = try JSONDecoder().decode(Echo.self, from: Data(answer.body))
        #expect(echo.method == "GET" && echo.path == "/echo?a=1&b=%E4%BD%A0" && echo.body.isEmpty)
        #expect(echo.headers["x-token"] == "t;1" && echo.headers["x-empty"] == "")
        #expect(echo.headers["user-agent"] == "Tenure")
    }

    @Test(arguments: [0, 1, 100_000, 3_000_000])
    func posts(size: Int) async throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var http = http
        http.maximumAnswer = 30_000_000
        let answer = try await http.send(
            .post(.init(type: "application/json", bytes: bytes), to: OutgoingAddress(peer.url("/echo"))))
        let echo = try JSONDecoder().decode(Echo.self, from: Data(answer.body))
        #expect(echo.method == "POST" && echo.headers["content-type"] == "application/json")
        #expect(echo.headers["expect"] == nil)
        #expect(echo.body.unicodeScalars.map { UInt8($0.value) } == bytes)
    }

    @Test(arguments: [200, 204, 404, 429, 500, 503])
    func everyStatusIsAnAnswer(status: Int) async throws {
        #expect(try await get("/status/\(status)").status == status)
    }

    @Test func largestAnswer() async throws {
        #expect(try await get("/large/100000").body.count == 100_000)
        for path in ["/large/100001", "/endless", "/headers"] {
            await #expect(throws: OutgoingRefusal.tooLarge(host: "127.0.0.1", bytes: 100_000)) { try await get(path) }
        }
    }

    @Test(arguments: ["/hang", "/drip"])
    func slowPeers(path: String) async throws {
        var http = http
        http.timeout = 1
        let start = ContinuousClock.now
        await #expect(throws: OutgoingRefusal.tooSlow(host: "127.0.0.1", seconds: 1)) {
            try await get(path, with: http)
        }
        #expect(start.duration(to: .now) < .seconds(20))
    }

    @Test(arguments: ["/close", "/half", "/garbage"])
    func brokenPeers(path: String) async throws {
        await #expect(throws: OutgoingRefusal.brokenOff(host: "127.0.0.1")) { try await get(path) }
    }

    @Test func redirectsStayAtHome() async throws {
        let answer = try await get("/to?/echo")
        #expect(try JSONDecoder().decode(Echo.self, from: Data(answer.body)).path == "/echo")
        let other = try Peer("web_peer.py")
        for path in [
            "/to?\(other.url("/echo"))", "/to?http://localhost:\(peer.port)/echo", "/to?file:///etc/passwd", "/round",
        ] {
            await #expect(throws: OutgoingRefusal.redirectedElsewhere(host: "127.0.0.1")) { try await get(path) }
        }
    }

    /// 303 asks for a GET: a webhook would be lost silently.
    @Test func postsAreRepeatedOnlyAsPosts() async throws {
        let body = OutgoingRequest.Body(type: "text/plain", bytes: Array("once".utf8))
        let answer = try await http.send(.post(body, to: OutgoingAddress(peer.url("/to?/echo"))))
        let echo = try JSONDecoder().decode(Echo.self, from: Data(answer.body))
        #expect(echo.method == "POST" && echo.body == "once")
        await #expect(throws: OutgoingRefusal.redirectedElsewhere(host: "127.0.0.1")) {
            try await http.send(.post(body, to: OutgoingAddress(peer.url("/see?/echo"))))
        }
    }

    /// The inside is closed however it is written: as a name, in other notations, mapped into IPv6.
    @Test(arguments: [
        "127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::ffff:127.0.0.1]",
    ])
    func insideIsClosed(host: String) async throws {
        let closed = OutgoingHTTP(timeout: 5)
        let address = try OutgoingAddress("http://\(host):\(peer.port)/echo")
        await #expect(throws: OutgoingRefusal.privateNetwork(host: address.host)) {
            try await closed.send(.get(address))
        }
    }

    @Test func certificatesAreChecked() async throws {
        let encrypted = try Peer("web_peer.py", [TestCertificate.path])
        var http = http
        let request = try OutgoingRequest.get(OutgoingAddress(encrypted.url("/echo", scheme: "https")))
        await #expect(throws: OutgoingRefusal.notTrusted(host: "127.0.0.1")) { try await http.send(request) }
        http.trustedRoots = TestCertificate.path
        #expect(try await http.send(request).status == 200)
        // The same server by a name its certificate does not hold.
        let other = try OutgoingRequest.get(OutgoingAddress("https://localhost:\(encrypted.port)/echo"))
        await #expect(throws: OutgoingRefusal.notTrusted(host: "localhost")) { try await http.send(other) }
        await #expect(throws: OutgoingRefusal.brokenOff(host: "127.0.0.1")) {
            try await http.send(.get(OutgoingAddress(peer.url("/echo", scheme: "https"))))
        }
    }

    @Test func nobodyThere() async throws {
        await #expect(throws: OutgoingRefusal.unreachable(host: "127.0.0.1")) {
            try await http.send(.get(OutgoingAddress("http://127.0.0.1:1/")))
        }
        await #expect(throws: OutgoingRefusal.unknownHost("name.invalid")) {
            try await http.send(.get(OutgoingAddress("https://name.invalid/")))
        }
    }

    @Test func cancelling() async throws {
        let request = try OutgoingRequest.get(OutgoingAddress(peer.url("/hang")))
        let start = ContinuousClock.now
        let task = Task { [http] in try await http.send(request) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: OutgoingRefusal.cancelled) { try await task.value }
        #expect(start.duration(to: .now) < .seconds(20))
    }

    @Test(arguments: [
        ("X\r\nY", "v"), ("X", "v\r\nY: z"), ("X", "v\0"), ("", "v"), ("X Y", "v"), ("X:", "v"), ("Host", "other"),
        ("content-length", "5"), ("Transfer-Encoding", "chunked"), ("李", "v"),
    ])
    func headersKeepTheirLines(name: String, value: String) throws {
        let address = try OutgoingAddress("https://example.com/")
        #expect(throws: OutgoingRefusal.self) { try OutgoingRequest.get(address, headers: [(name, value)]) }
    }
}
