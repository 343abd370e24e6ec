import Kernel

/// One reason for one row's score, as a fact with a comparison; never a judgement.
public struct Driver: Sendable, Codable, Equatable {
    public enum Direction: String, Sendable, Codable {
        case raises, lowers
    }

    /// The facts told as one, strongest first; usually one.
    public let features: [String]
    /// Their common part of the score, in log-odds.
    public let contribution: Double
    /// "导师评分 5.8,低于中位数 8.2" / "Mentor rating 5.8, below the median of 8.2".
    public let sentence: Phrase
    public var direction: Direction { contribution >= 0 ? .raises : .lowers }

    public init(features: [String], contribution: Double, sentence: Phrase) {
        self.features = features
        self.contribution = contribution
        self.sentence = sentence
    }
}
