import Hummingbird
import Kernel

/// How often and how fast a route answers. The labels are the route's pattern, never an address somebody asked for.
struct RouteFigures: Sendable {
    private let time: Histogram
    /// By the first digit of the status, 1 to 5.
    private let answers: [Counter]

    init(_ route: Route, _ metrics: Metrics) {
        let (method, path) = (route.method.rawValue, route.path)
        time = metrics.histogram(
            "tenure_request_seconds", "Time until an answer began, by route.", ["method": method, "route": path])
        answers = (1...5).map { digit in
            metrics.counter(
                "tenure_requests_total", "Requests answered, by route and kind of status.",
                ["method": method, "route": path, "status": "\(digit)xx"])
        }
    }

    func counting(_ answer: () async -> Response) async -> Response {
        let start = ContinuousClock.now
        let response = await answer()
        let (seconds, fraction) = start.duration(to: .now).components
        time.observe(Double(seconds) + Double(fraction) * 1e-18)
        let kind = response.status.code / 100
        if 1...5 ~= kind { answers[kind - 1].increment() }
        return response
    }
}
