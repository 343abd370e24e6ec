import Synchronization

/// How many values fell below each of a few fixed bounds, such as the time pages take.
package final class Histogram: Figure {
    /// For times of answers, in seconds: from half a millisecond to ten seconds.
    package static let seconds = [
        0.0005, 0.001, 0.002, 0.003, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
    ]

    private struct State {
        /// One for each bound and one for what lies above them all.
        var counts: [UInt64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(bounds: [Double]) {
        precondition(zip(bounds, bounds.dropFirst()).allSatisfy(<), "Bounds grow: \(bounds)")
        precondition(bounds.allSatisfy(\.isFinite), "Bounds are finite: \(bounds)")
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    /// Counts one value; a value on a bound lies within it. What is not a number is not counted.
    package func observe(_ value: Double) {
        guard !value.isNaN else { return }
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[place] += 1
            state.sum += value
        }
    }

    func lines(_ name: String, _ labels: String) -> [String] {
        let state = state.withLock { $0 }
        var below: UInt64 = 0
        let buckets = zip(bounds + [.infinity], state.counts).map { bound, count in
            below += count
            let limit = "le=\"\(MetricsText.number(bound))\""
            return MetricsText.line("\(name)_bucket", labels.isEmpty ? limit : "\(labels),\(limit)", "\(below)")
        }
        return buckets + [
            MetricsText.line("\(name)_sum", labels, MetricsText.number(state.sum)),
            MetricsText.line("\(name)_count", labels, "\(below)"),
        ]
    }
}
