import Synchronization

/// A number that goes up and down, such as jobs waiting.
package final class Gauge: Figure {
    private let bits = Atomic<UInt64>(0)

    package var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    package func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

    /// Changes the value by what is given, however many do so at once.
    package func add(_ difference: Double) {
        var old = bits.load(ordering: .relaxed)
        while true {
            let new = (Double(bitPattern: old) + difference).bitPattern
            let (exchanged, original) = bits.weakCompareExchange(expected: old, desired: new, ordering: .relaxed)
            if exchanged { return }
            old = original
        }
    }

    func lines(_ name: String, _ labels: String) -> [String] {
        [MetricsText.line(name, labels, MetricsText.number(value))]
    }
}
