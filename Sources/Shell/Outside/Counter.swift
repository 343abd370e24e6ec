import Synchronization

/// A number that only grows, such as answered requests.
package final class Counter: Figure {
    private let count = Atomic<UInt64>(0)

    package var value: UInt64 { count.load(ordering: .relaxed) }

    package func increment(by more: UInt64 = 1) { count.wrappingAdd(more, ordering: .relaxed) }

    func lines(_ name: String, _ labels: String) -> [String] { [MetricsText.line(name, labels, "\(value)")] }
}
