import Foundation

/// Predictions sorted once, highest first, so that every resample is one pass over them.
struct RankedPredictions: Sendable {
    /// Per sorted prediction: where its row stands in the bootstrap's counts, its outcome and weight.
    private let unit: [Int32]
    private let outcome: [Double]
    private let weight: [Double]
    /// First sorted position of each run of equal predictions, and the end.
    private let runStart: [Int32]
    private let probability: [Double]
    private let lossIfLeft: [Double]
    private let lossIfStayed: [Double]
    private let isWeighted: Bool

    static let binCount = 10

    /// - Parameter rows: the rows that take part; `units[row]` says what the bootstrap draws for the row.
    init(rows: [Int], probabilities: [Double], outcome: [Double], weights: [Double]?, units: [Int32]) {
        let sorted = rows.map { (probabilities[$0], $0) }.sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }
        unit = sorted.map { units[$0.1] }
        self.outcome = sorted.map { outcome[$0.1] }
        weight = sorted.map { weights?[$0.1] ?? 1 }
        isWeighted = weights != nil
        var starts: [Int32] = []
        var distinct: [Double] = []
        for (position, entry) in sorted.enumerated() where distinct.last != entry.0 {
            starts.append(Int32(position))
            distinct.append(entry.0)
        }
        runStart = starts + [Int32(sorted.count)]
        probability = distinct
        let tiny = 1e-15
        lossIfLeft = distinct.map { -log(min(1 - tiny, max(tiny, $0))) }
        lossIfStayed = distinct.map { -log1p(-min(1 - tiny, max(tiny, $0))) }
    }

    /// All ``Metric``s in their order, with each row counted as often as its unit was drawn (once without counts).
    func measures(counts: UnsafePointer<Int32>? = nil) -> [Double] {
        let runs = probability.count
        var measuring = MeasuredRuns()
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * runs) { sums in
            let total = gather(into: sums, counts: counts)
            measuring.start(weight: total.weight, events: total.events, whole: !isWeighted)
            probability.withUnsafeBufferPointer { probability in
                lossIfLeft.withUnsafeBufferPointer { left in
                    lossIfStayed.withUnsafeBufferPointer { stayed in
                        for run in 0..<runs where sums[2 * run] > 0 {
                            measuring.add(
                                weight: sums[2 * run], events: sums[2 * run + 1], probability: probability[run],
                                lossIfLeft: left[run], lossIfStayed: stayed[run])
                        }
                    }
                }
            }
        }
        return measuring.results
    }

    /// Weight and events of every run of equal predictions.
    private func gather(
        into sums: UnsafeMutableBufferPointer<Double>, counts: UnsafePointer<Int32>?
    ) -> (weight: Double, events: Double) {
        var (allWeight, allEvents) = (0.0, 0.0)
        unit.withUnsafeBufferPointer { unit in
            outcome.withUnsafeBufferPointer { outcome in
                weight.withUnsafeBufferPointer { weight in
                    runStart.withUnsafeBufferPointer { starts in
                        for run in 0..<starts.count - 1 {
                            var (runWeight, runEvents) = (0.0, 0.0)
                            for position in Int(starts[run])..<Int(starts[run + 1]) {
                                let times = counts.map { Double($0[Int(unit[position])]) } ?? 1
                                let own = times * weight[position]
                                runWeight += own
                                runEvents += own * outcome[position]
                            }
                            sums[2 * run] = runWeight
                            sums[2 * run + 1] = runEvents
                            allWeight += runWeight
                            allEvents += runEvents
                        }
                    }
                }
            }
        }
        return (allWeight, allEvents)
    }
}
