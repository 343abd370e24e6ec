import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import SQL

/// `GET /metrics` for Prometheus: to this machine, and to whoever brings the token of the settings. Nobody else learns that
/// it is there.
enum MetricsRoute {
    static let all: [Route] = {
        var route = Route(
            .get, "/metrics", .everyone, Phrase(zh: "监控指标", en: "Figures for monitoring"), gives: .file("text/plain")
        ) { request, call in
            guard try isAllowed(request, call) else { throw Missing() }
            let text = try await ServerFigures.text(call.house)
            return Response(
                status: .ok, headers: [.contentType: Metrics.contentType],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        // The token is not one of an account.
        route.recognises = false
        return [route]
    }()

    private static func isAllowed(_ request: Request, _ call: Call) throws -> Bool {
        let setting = Setting<SealedText>.metricsToken
        let token = try call.house.setting(setting).opened(for: setting.code, by: call.house.sealing)
        if let token {
            let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
            if words.count == 2, words[0].lowercased() == "bearer",
                ConstantTime.equal(Array(words[1].utf8), Array(token.utf8))
            {
                return true
            }
        }
        // What a proxy of this machine passes on comes from elsewhere, whatever the server was told about proxies.
        let isPassedOn = ["Forwarded", "X-Forwarded-For", "Via"].contains { name in
            HTTPField.Name(name).map { request.headers.contains($0) } ?? false
        }
        return !isPassedOn && isLoopback(call.context.address)
    }

    static func isLoopback(_ address: String) -> Bool {
        guard let address = NetworkAddress(address.prefix { $0 != "%" }) else { return false }
        return loopback.contains { $0.contains(address) }
    }

    private static let loopback = ["127.0.0.0/8", "::1"].compactMap { try? NetworkRange($0) }
}
