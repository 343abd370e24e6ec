import Testing

@testable import Forecast

@Suite struct StatisticsTests {
    /// Newcombe 1998a (Statistics in Medicine 17:857), table I, method 3: Wilson's score interval.
    @Test(arguments: [
        (81.0, 263.0, 0.2553, 0.3662), (15.0, 148.0, 0.0624, 0.1605), (0.0, 20.0, 0.0, 0.1611),
        (1.0, 29.0, 0.0061, 0.1718),
    ])
    func wilsonAsPublished(events: Double, count: Double, low: Double, high: Double) {
        let interval = Proportion(events: events, count: count).wilson
        #expect(abs(interval.low - low) < 5.1e-5 && abs(interval.high - high) < 5.1e-5)
    }

    /// Newcombe 1998b (Statistics in Medicine 17:873), table II, method 10.
    @Test(arguments: [
        (56.0, 70.0, 48.0, 80.0, 0.0524, 0.3339), (9.0, 10.0, 3.0, 10.0, 0.1705, 0.8090),
        (6.0, 7.0, 2.0, 7.0, 0.0582, 0.8062), (5.0, 56.0, 0.0, 29.0, -0.0381, 0.1926),
        (0.0, 10.0, 0.0, 20.0, -0.1611, 0.2775), (0.0, 10.0, 0.0, 10.0, -0.2775, 0.2775),
        (10.0, 10.0, 0.0, 20.0, 0.6791, 1.0), (10.0, 10.0, 0.0, 10.0, 0.6075, 1.0),
    ])
    func newcombeAsPublished(a: Double, m: Double, b: Double, n: Double, low: Double, high: Double) {
        let interval = Proportion(events: a, count: m).difference(from: Proportion(events: b, count: n))
        #expect(abs(interval.low - low) < 5.1e-5 && abs(interval.high - high) < 5.1e-5)
    }

    /// Reference: scipy.stats.t.ppf(0.975, df).
    @Test(arguments: [
        (1.0, 12.706204736174694), (3, 3.1824463052837078), (7.5, 2.333039626864974), (30, 2.0422724563012378),
    ])
    func studentQuantile(degrees: Double, expected: Double) {
        #expect(abs(StudentDistribution.quantile(0.975, degrees: degrees) - expected) < 1e-7)
    }
}
