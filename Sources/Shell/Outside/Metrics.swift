import Synchronization

/// Figures of the running server for monitoring, in the text format of Prometheus (version 0.0.4).
///
/// Counting touches one number only; the registry is locked when a figure is first named and when all are written.
/// Labels hold kinds of things (a route's pattern, a status), never persons or free text: each value is kept for good.
package final class Metrics: Sendable {
    package typealias Labels = KeyValuePairs<String, String>

    /// Of the answer to `GET /metrics`.
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private struct Family {
        let kind: String
        let help: String
        /// By the labels as written.
        var figures: [String: any Figure] = [:]
    }

    private let families = Mutex<[String: Family]>([:])

    package init() {}

    /// A number that only grows; its name ends in `_total`. The same name and labels give the same counter.
    package func counter(_ name: String, _ help: String, _ labels: Labels = [:]) -> Counter {
        precondition(name.hasSuffix("_total"), "A counter's name ends in _total: \(name)")
        return figure(name, help, labels, kind: "counter") { Counter() }
    }

    /// A number that goes up and down.
    package func gauge(_ name: String, _ help: String, _ labels: Labels = [:]) -> Gauge {
        figure(name, help, labels, kind: "gauge") { Gauge() }
    }

    /// How values are spread. The bounds are upper limits, growing; one without limit follows by itself.
    package func histogram(
        _ name: String, _ help: String, _ labels: Labels = [:], bounds: [Double] = Histogram.seconds
    ) -> Histogram {
        precondition(!labels.contains { $0.key == "le" }, "“le” is the label of the bounds")
        return figure(name, help, labels, kind: "histogram") { Histogram(bounds: bounds) }
    }

    private func figure<Made: Figure>(
        _ name: String, _ help: String, _ labels: Labels, kind: String, _ make: () -> Made
    ) -> Made {
        precondition(MetricsText.isName(name), "No name for a metric: \(name)")
        precondition(labels.allSatisfy { MetricsText.isLabel($0.key) }, "No names for labels: \(labels)")
        let written = MetricsText.labels(labels)
        return families.withLock { families in
            var family = families[name] ?? Family(kind: kind, help: help)
            precondition(family.kind == kind, "\(name) is a \(family.kind), not a \(kind)")
            if let known = family.figures[written] as? Made { return known }
            let made = make()
            family.figures[written] = made
            families[name] = family
            return made
        }
    }

    /// Everything counted so far, ordered by name and labels.
    package var text: String {
        let families = families.withLock { $0 }
        var lines: [String] = []
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            lines.append("# HELP \(name) \(MetricsText.escaped(family.help))")
            lines.append("# TYPE \(name) \(family.kind)")
            for (labels, figure) in family.figures.sorted(by: { $0.key < $1.key }) {
                lines += figure.lines(name, labels)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// One series, or the few that make up a histogram.
protocol Figure: AnyObject, Sendable {
    /// - Parameter labels: `a="b",c="d"` or nothing.
    func lines(_ name: String, _ labels: String) -> [String]
}
