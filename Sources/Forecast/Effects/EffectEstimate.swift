import Kernel

/// What a treatment changed: effect and interval, the naive figure beside it, and how far the comparison holds.
public struct EffectEstimate: Sendable, Codable, Equatable {
    public enum Design: String, Sendable, Codable {
        /// Chance decided who was treated.
        case randomised
        /// Adjusted for facts: augmented inverse propensity weights.
        case adjusted
        /// Nearest comparable rows side by side.
        case matched
        /// Change over time against the change of others.
        case differenceInDifferences = "difference_in_differences"
    }

    public enum Scale: String, Sendable, Codable {
        /// Difference of shares, as a fraction.
        case share
        /// Difference of means, in the outcome's unit.
        case mean
    }

    public var design: Design
    public var scale: Scale
    /// Treated minus comparison, with its 95 % interval.
    public var effect: IntervalEstimate
    /// What a comparison without care would say: the raw difference, or the treated's before and after.
    public var naive: IntervalEstimate
    public var treatedCount: Int
    public var controlCount: Int
    /// Share of rows for which treatment and comparison were both plausible; 1 when chance decided.
    public var overlap: Double
    /// Rows left out for lack of overlap.
    public var trimmed: Int
    public var balance: [CovariateBalance]
    public var sentence: Phrase

    init(
        design: Design, scale: Scale, effect: IntervalEstimate, naive: IntervalEstimate, treatedCount: Int,
        controlCount: Int, overlap: Double = 1, trimmed: Int = 0, balance: [CovariateBalance] = []
    ) {
        self.design = design
        self.scale = scale
        self.effect = effect
        self.naive = naive
        self.treatedCount = treatedCount
        self.controlCount = controlCount
        self.overlap = overlap
        self.trimmed = trimmed
        self.balance = balance
        sentence = EffectSentence(design: design, scale: scale).phrase(
            effect, naive: naive, treated: treatedCount, control: controlCount)
    }
}
