/// One pass over runs of equal predictions, highest first, that adds up every ``Metric``.
struct MeasuredRuns {
    private var weight = 0.0
    private var events = 0.0
    private var seen = 0.0
    private var seenEvents = 0.0
    private var concordant = 0.0
    private var averagePrecision = 0.0
    private var loss = 0.0
    private var squared = 0.0
    private var right = 0.0
    /// Bins of equal weight; a run that crosses an edge is shared out.
    private var binEnd = 0.0
    private var bin = (weight: 0.0, events: 0.0, predicted: 0.0)
    private var calibrationError = 0.0
    private var reliability = 0.0
    private var resolution = 0.0
    private var top5 = Top(share: 0.05)
    private var top20 = Top(share: 0.2)

    /// How many left among the highest scores; a run at the edge counts with its average.
    private struct Top {
        let share: Double
        var size = 0.0
        var events = 0.0

        init(share: Double) { self.share = share }

        mutating func add(seen: Double, weight: Double, events found: Double) {
            guard seen < size else { return }
            events += found * min(1, (size - seen) / weight)
        }
    }

    /// - Parameter whole: whether tops are whole numbers of rows (rounded up).
    mutating func start(weight: Double, events: Double, whole: Bool) {
        self.weight = weight
        self.events = events
        binEnd = weight / Double(RankedPredictions.binCount)
        for (top, share) in [(\Self.top5, 0.05), (\Self.top20, 0.2)] {
            // The small subtraction keeps 0.05 · 100 = 5.000…01 at five rows.
            self[keyPath: top].size = whole ? max(1, (share * weight - 1e-9).rounded(.up)) : share * weight
        }
    }

    mutating func add(
        weight own: Double, events found: Double, probability: Double, lossIfLeft: Double, lossIfStayed: Double
    ) {
        let others = own - found
        concordant += others * (seenEvents + 0.5 * found)
        top5.add(seen: seen, weight: own, events: found)
        top20.add(seen: seen, weight: own, events: found)
        loss += found * lossIfLeft + others * lossIfStayed
        squared += found * (1 - probability) * (1 - probability) + others * probability * probability
        right += probability >= 0.5 ? found : others
        addToBins(weight: own, events: found, probability: probability)
        seen += own
        seenEvents += found
        if found > 0 { averagePrecision += found * seenEvents / seen }
    }

    private mutating func addToBins(weight own: Double, events found: Double, probability: Double) {
        var left = own
        let edgeTolerance = 1e-9 * weight
        while left > 0 {
            let room = binEnd - (seen + own - left)
            let taken = room > edgeTolerance ? min(left, room) : 0
            bin.weight += taken
            bin.events += found * taken / own
            bin.predicted += probability * taken
            left -= taken
            guard left > 0 else { break }
            closeBin()
            binEnd += weight / Double(RankedPredictions.binCount)
            if binEnd > weight { binEnd = .infinity }
        }
    }

    private mutating func closeBin() {
        guard bin.weight > 0 else { return }
        let (observed, predicted, base) = (bin.events / bin.weight, bin.predicted / bin.weight, events / weight)
        calibrationError += bin.weight * abs(predicted - observed)
        reliability += bin.weight * (predicted - observed) * (predicted - observed)
        resolution += bin.weight * (observed - base) * (observed - base)
        bin = (0, 0, 0)
    }

    /// Values in the order of ``Metric/allCases``; NaN where a class is absent.
    var results: [Double] {
        var finished = self
        finished.closeBin()
        let base = events / weight
        let precision5 = top5.events / top5.size
        let precision20 = top20.events / top20.size
        return Metric.allCases.map { metric in
            switch metric {
            case .rocAUC: concordant / (events * (weight - events))
            case .prAUC: averagePrecision / events
            case .logLoss: loss / weight
            case .brier: squared / weight
            case .ece: finished.calibrationError / weight
            case .precisionTop5: precision5
            case .liftTop5: precision5 / base
            case .precisionTop20: precision20
            case .liftTop20: precision20 / base
            case .accuracy: right / weight
            case .brierReliability: finished.reliability / weight
            case .brierResolution: finished.resolution / weight
            case .brierUncertainty: base * (1 - base)
            }
        }
    }
}
