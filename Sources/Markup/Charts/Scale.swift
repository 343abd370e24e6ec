import Foundation

/// From values to places on the drawing, with ticks at 1, 2 or 5 times a power of ten.
struct Scale {
    let low: Double
    let high: Double
    let step: Double
    let from: Double
    let to: Double

    /// - Parameters:
    ///   - values: what will be drawn; values that are not finite do not count.
    ///   - count: about how many ticks.
    ///   - rounds: the ends of the scale are ticks.
    init(_ values: [Double], axis: Axis, ticks count: Int, rounds: Bool = true, from: Double, to: Double) {
        var low = Double.infinity
        var high = -Double.infinity
        for value in values where value.isFinite {
            low = min(low, Self.bounded(value))
            high = max(high, Self.bounded(value))
        }
        if let range = axis.range {
            (low, high) = (Self.bounded(range.lowerBound), Self.bounded(range.upperBound))
        } else if low > high {
            (low, high) = (0, 1)
        }
        if axis.includesZero { (low, high) = (min(low, 0), max(high, 0)) }
        let size = max(abs(low), abs(high))
        if high - low <= size * 1e-9 || high == low {
            let pad = size == 0 ? 1 : size * 0.1
            low -= axis.includesZero && low == 0 ? 0 : pad
            high += pad
        }
        step = Self.step(for: high - low, count: count)
        if rounds, axis.range == nil {
            low = (low / step + 1e-9).rounded(.down) * step
            high = (high / step - 1e-9).rounded(.up) * step
        }
        self.low = low
        self.high = high
        self.from = from
        self.to = to
    }

    /// Place of a value; values outside the scale are at its ends.
    func callAsFunction(_ value: Double) -> Double {
        let share = (Self.bounded(value) - low) / (high - low)
        return from + (to - from) * min(1, max(0, share.isFinite ? share : 0))
    }

    var ticks: [Double] {
        let first = (low / step - 1e-6).rounded(.up)
        let count = Int(min(100, max(0, ((high / step + 1e-6).rounded(.down) - first))))
        return (0...count).map { (first + Double($0)) * step }
    }

    /// The widest differences of `Double` overflow and its smallest ones vanish; nobody reads a chart there.
    private static func bounded(_ value: Double) -> Double {
        abs(value) < 1e-100 ? 0 : min(1e100, max(-1e100, value))
    }

    private static func step(for span: Double, count: Int) -> Double {
        let raw = span / Double(max(1, count))
        let power = pow(10, floor(log10(raw)))
        let factor = raw / power
        return (factor <= 1.0001 ? 1 : factor <= 2.0001 ? 2 : factor <= 5.0001 ? 5 : 10) * power
    }
}
