/// Any model of this library, so that it can be stored and loaded without knowing which it is.
public indirect enum FittedModel: Model {
    case logistic(LogisticModel)
    case tree(TreeModel)
    case additive(AdditiveModel)
    case boosted(BoostedModel)
    case blend(BlendModel)
    case calibrated(CalibratedModel)

    /// The model inside.
    public var wrapped: any Model {
        switch self {
        case .logistic(let model): model
        case .tree(let model): model
        case .additive(let model): model
        case .boosted(let model): model
        case .blend(let model): model
        case .calibrated(let model): model
        }
    }

    public var features: [String] { wrapped.features }

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        try wrapped.margins(frame, rows: rows)
    }

    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        try wrapped.contributions(frame, rows: rows)
    }
}

extension FittedModel {
    /// Which kind of model this is, seen through calibration.
    public var kind: ModelKind {
        switch self {
        case .logistic: .logistic
        case .tree: .tree
        case .additive: .additive
        case .boosted: .boosted
        case .blend: .blend
        case .calibrated(let model): model.model.kind
        }
    }

    /// Weight per blended kind; empty for other models.
    var blendShares: [ModelKind: Double] {
        guard case .blend(let model) = self else { return [:] }
        return Dictionary(zip(model.models.map(\.kind), model.weights)) { first, _ in first }
    }
}

/// The kinds of models, simplest first.
public enum ModelKind: String, Sendable, Codable, CaseIterable, Hashable {
    case tree, logistic, additive, boosted, blend
}
