import Testing

@testable import Shell

/// Source of the rules: Prometheus, “Exposition formats”, text-based format 0.0.4.
@Suite struct MetricsTests {
    @Test func everything() {
        let metrics = Metrics()
        metrics.counter("http_requests_total", "Requests answered.", ["method": "post", "code": "200"]).increment(
            by: 1027)
        metrics.counter("http_requests_total", "Requests answered.", ["code": "400", "method": "post"]).increment(by: 3)
        metrics.gauge("jobs_waiting", "Jobs \\ that\nwait.").set(2.5)
        let times = metrics.histogram("page_seconds", "Time of pages.", ["page": "a\"b\\c\nd"], bounds: [0.1, 1, 10])
        for value in [0.05, 0.1, 0.5, 1, 1.5, 20, .nan] { times.observe(value) }
        let expected = #"""
            # HELP http_requests_total Requests answered.
            # TYPE http_requests_total counter
            http_requests_total{code="200",method="post"} 1027
            http_requests_total{code="400",method="post"} 3
            # HELP jobs_waiting Jobs \\ that\nwait.
            # TYPE jobs_waiting gauge
            jobs_waiting 2.5
            # HELP page_seconds Time of pages.
            # TYPE page_seconds histogram
            page_seconds_bucket{page="a\"b\\c\nd",le="0.1"} 2
            page_seconds_bucket{page="a\"b\\c\nd",le="1"} 4
            page_seconds_bucket{page="a\"b\\c\nd",le="10"} 5
            page_seconds_bucket{page="a\"b\\c\nd",le="+Inf"} 6
            page_seconds_sum{page="a\"b\\c\nd"} 23.15
            page_seconds_count{page="a\"b\\c\nd"} 6

            """#
        #expect(metrics.text == expected)
    }

    @Test func empty() {
        #expect(Metrics().text.isEmpty)
    }

    @Test func sameLabelsAreTheSameFigure() {
        let metrics = Metrics()
        let first = metrics.counter("a_total", "A.", ["x": "1", "y": "2"])
        #expect(first === metrics.counter("a_total", "A.", ["y": "2", "x": "1"]))
        #expect(first !== metrics.counter("a_total", "A.", ["y": "2"]))
    }

    @Test(
        arguments: [
            (0, "0"), (-1, "-1"), (1e15, "1000000000000000"), (0.1, "0.1"), (1e-7, "1e-07"), (.infinity, "+Inf"),
            (-.infinity, "-Inf"), (.nan, "NaN"), (1e300, "1e+300"),
        ] as [(Double, String)])
    func numbers(value: Double, text: String) {
        #expect(MetricsText.number(value) == text)
    }

    @Test(arguments: [
        ("a", true), ("_a:b9", true), ("", false), ("9a", false), ("a-b", false), ("a b", false), ("é", false),
    ])
    func names(text: String, holds: Bool) {
        #expect(MetricsText.isName(text) == holds)
    }

    @Test(arguments: [("a", true), ("_a9", true), ("__a", false), ("a:b", false), ("", false), ("1", false)])
    func labelNames(text: String, holds: Bool) {
        #expect(MetricsText.isLabel(text) == holds)
    }

    @Test func manyAtOnceLoseNothing() async {
        let metrics = Metrics()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<5_000 {
                        metrics.counter("n_total", "N.").increment()
                        metrics.gauge("g", "G.").add(1)
                        metrics.histogram("h", "H.", bounds: [1]).observe(1)
                    }
                }
            }
        }
        #expect(metrics.counter("n_total", "N.").value == 40_000)
        #expect(metrics.gauge("g", "G.").value == 40_000)
        #expect(
            metrics.text.contains("h_bucket{le=\"1\"} 40000\nh_bucket{le=\"+Inf\"} 40000\nh_sum 40000\nh_count 40000\n")
        )
    }
}
