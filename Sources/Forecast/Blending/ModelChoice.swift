/// What `auto` compared, by held-out log loss.
public struct ModelChoice: Sendable, Codable, Equatable {
    public struct Candidate: Sendable, Codable, Equatable {
        public let kind: ModelKind
        /// Mean held-out log loss of inner folds.
        public let logLoss: Double
        /// Standard error of its difference from the best candidate.
        public let differenceError: Double
    }

    public let chosen: ModelKind
    /// Simplest first; the tree is there for reference.
    public let candidates: [Candidate]
    /// Weight per blended model, empty unless the blend was chosen.
    public let blend: [ModelKind: Double]
}
