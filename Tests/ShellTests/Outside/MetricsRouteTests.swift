import HTTPTypes
import HummingbirdTesting
import Kernel
import Testing

@testable import Shell

struct MetricsRouteTests {
    @Test(arguments: [
        ("127.0.0.1", true), ("127.8.9.1", true), ("::1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false),
        ("", false),
        ("localhost", false), ("::2", false),
    ])
    func loopback(address: String, isIt: Bool) {
        #expect(MetricsRoute.isLoopback(address) == isIt)
    }

    /// The test client comes from nowhere, so only the token lets it in; without it the address is not there.
    @Test func onlyWithTheToken() async throws {
        try await Desk.opened { client, test in
            let desk = Desk(client, test)
            _ = try await desk.signIn()
            #expect(try await desk.get("/metrics").status == .notFound)
            let token = "a-token-for-prometheus"
            let fields = try await SettingsTests.fields(of: "/settings/monitoring", desk)
            try await desk.submit(
                "/settings/monitoring", fields.merging(["metrics_token": token]) { _, new in new })
            #expect(try await desk.get("/metrics").status == .notFound)
            let wrong = try await desk.get("/metrics", [.authorization: "Bearer a-token-for-prometheuS"])
            #expect(wrong.status == .notFound)
            let answer = try await desk.get("/metrics", [.authorization: "Bearer \(token)"])
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == Metrics.contentType)
            let text = answer.text
            #expect(text.contains("tenure_requests_total{method=\"POST\",route=\"/sign-in\",status=\"3xx\"} 1\n"))
            #expect(text.contains("tenure_requests_total{method=\"GET\",route=\"/metrics\",status=\"4xx\"} 3\n"))
            #expect(text.contains("tenure_request_seconds_count{method=\"GET\",route=\"/settings/monitoring\"} 2\n"))
            for name in [
                "tenure_jobs{state=\"failed\"} 0", "tenure_webhook_deliveries{state=\"dead\"} 0", "tenure_sessions 1",
                "process_resident_memory_bytes ", "tenure_build_info{database=",
            ] {
                #expect(text.contains(name))
            }
            #expect(!text.contains("lin.yue") && !text.contains("林悦"))
        }
    }
}
