/// A model followed by a calibrator; its margins are calibrated log-odds.
public struct CalibratedModel: Model {
    public let model: FittedModel
    public let calibrator: Calibrator

    public init(model: FittedModel, calibrator: Calibrator) {
        self.model = model
        self.calibrator = calibrator
    }

    public var features: [String] { model.features }

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        try model.margins(frame, rows: rows).map { calibrator($0) }
    }

    /// The parts are stretched by the mean slope of the calibration curve between the base and the row's score
    /// (the Aumann–Shapley values of the curve along the parts), so they add up to the calibrated score.
    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        var result = try model.contributions(frame, rows: rows)
        let width = result.features.count
        let base = calibrator(result.base)
        for row in rows.indices {
            let parts = row * width..<(row + 1) * width
            let distance = result.parts[parts].reduce(0, +)
            guard abs(distance) > 1e-9 else { continue }
            let slope = (calibrator(result.base + distance) - base) / distance
            for index in parts { result.parts[index] *= slope }
        }
        result.base = base
        return result
    }
}
