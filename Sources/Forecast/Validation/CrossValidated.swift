/// Held-out scores of every split.
public struct CrossValidated: Sendable {
    public struct Part: Sendable {
        public let split: Folds.Split
        /// Log-odds per held-out row before and after calibration.
        public let rawMargins: [Double]
        public let margins: [Double]
        public let choice: ModelChoice?
        public let kind: ModelKind
        public let calibrator: Calibrator
        /// Log-odds per held-out row of every model that was compared, before calibration; empty for a single learner.
        public let candidates: [ModelKind: [Double]]
        /// The model that scored these rows, when models of the first repeat are kept.
        public let model: CalibratedModel?
    }

    public struct Prediction: Sendable, Equatable {
        public let repetition: Int
        public let fold: Int
        public let row: Int
        /// Calibrated.
        public let probability: Double
    }

    /// In the order of the splits.
    public let parts: [Part]

    public init(parts: [Part]) { self.parts = parts }

    public var predictions: [Prediction] {
        parts.flatMap { part in
            zip(part.split.held, part.margins).map {
                Prediction(
                    repetition: part.split.repetition, fold: part.split.fold, row: $0,
                    probability: probability(ofLogOdds: $1)
                )
            }
        }
    }

    /// Mean calibrated log-odds per row over the repeats; NaN for rows never held out.
    public func meanMargins(rowCount: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: rowCount)
        var counts = sums
        for part in parts {
            for (row, margin) in zip(part.split.held, part.margins) {
                sums[row] += margin
                counts[row] += 1
            }
        }
        return zip(sums, counts).map { $1 == 0 ? .nan : $0 / $1 }
    }
}
