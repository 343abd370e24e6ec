/// A weighted sum of the log-odds of several models.
public struct BlendModel: Model {
    public let models: [FittedModel]
    let blend: BlendWeights
    public let features: [String]

    /// The weight of every model, never negative.
    public var weights: [Double] { blend.weights }

    init(models: [FittedModel], blend: BlendWeights) {
        // A model without weight need not be stored.
        let kept = models.indices.filter { blend.weights[$0] > 0 }
        self.models = kept.map { models[$0] }
        self.blend = BlendWeights(weights: kept.map { blend.weights[$0] }, intercept: blend.intercept)
        features = models[0].features
    }

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        var sums = [Double](repeating: blend.intercept, count: rows.count)
        for (model, weight) in zip(models, weights) {
            let margins = try model.margins(frame, rows: rows)
            for index in sums.indices { sums[index] += weight * margins[index] }
        }
        return sums
    }

    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        var result = Contributions(
            features: features, base: blend.intercept,
            parts: [Double](repeating: 0, count: rows.count * features.count)
        )
        for (model, weight) in zip(models, weights) {
            let own = try model.contributions(frame, rows: rows)
            result.base += weight * own.base
            for index in result.parts.indices { result.parts[index] += weight * own.parts[index] }
        }
        return result
    }
}

extension BlendWeights {
    init(weights: [Double], intercept: Double) {
        self.weights = weights
        self.intercept = intercept
    }
}
