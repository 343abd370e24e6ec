import Foundation

/// A figure that says how good probabilities are on rows the model had not seen.
public enum Metric: String, Sendable, Codable, CaseIterable {
    /// Chance that a row that left is ranked above one that stayed; ties count half.
    case rocAUC = "roc_auc"
    /// Average precision: Σ (recallₖ − recallₖ₋₁) · precisionₖ over distinct scores.
    case prAUC = "pr_auc"
    /// −mean(y ln p + (1 − y) ln(1 − p)), p kept within 1e-15 of 0 and 1.
    case logLoss = "log_loss"
    /// mean (p − y)².
    case brier
    /// Expected calibration error: Σ share · |mean p − mean y| over ten bins of equal count.
    case ece
    /// Share that left among the 5 % with the highest scores.
    case precisionTop5 = "precision_top_5"
    /// The same, relative to the base rate.
    case liftTop5 = "lift_top_5"
    case precisionTop20 = "precision_top_20"
    case liftTop20 = "lift_top_20"
    /// Share judged right at a threshold of one half; misleading without the base rate beside it.
    case accuracy
    /// Brier parts (Murphy 1973) over the ten bins: Brier = reliability − resolution + uncertainty + what differs inside bins.
    case brierReliability = "brier_reliability"
    case brierResolution = "brier_resolution"
    case brierUncertainty = "brier_uncertainty"

    public var higherIsBetter: Bool {
        switch self {
        case .logLoss, .brier, .ece, .brierReliability, .brierUncertainty: false
        case .rocAUC, .prAUC, .precisionTop5, .liftTop5, .precisionTop20, .liftTop20, .accuracy, .brierResolution: true
        }
    }

    /// What guessing without facts (everyone gets the base rate) reaches.
    public func reference(baseRate: Double) -> Double {
        switch self {
        case .rocAUC: 0.5
        case .prAUC, .precisionTop5, .precisionTop20: baseRate
        case .liftTop5, .liftTop20: 1
        case .logLoss:
            baseRate <= 0 || baseRate >= 1
                ? 0 : -baseRate * log(baseRate) - (1 - baseRate) * log(1 - baseRate)
        case .brier, .brierUncertainty: baseRate * (1 - baseRate)
        case .ece, .brierReliability, .brierResolution: 0
        case .accuracy: max(baseRate, 1 - baseRate)
        }
    }

    /// Where this figure stands among the measured ones.
    var position: Int { Self.allCases.firstIndex(of: self)! }
}
