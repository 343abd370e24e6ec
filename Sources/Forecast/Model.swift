import Foundation

/// A recipe that learns a ``Model`` from rows of a frame.
///
/// A learner is a value: the same learner, rows and seed give the same model, bit for bit.
public protocol Learner: Sendable {
    /// - Parameters:
    ///   - frame: all rows; only `rows` may be looked at.
    ///   - rows: indices of the training rows.
    ///   - outcome: 0 or 1 per row of `frame` (same length as the frame).
    ///   - weights: per row of `frame`, or nil for equal weights.
    func fit(_ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64) throws -> any Model
}

/// A fitted model: scores on the log-odds scale and contributions that add up to them.
///
/// A model carries the schema it was trained on; any frame with columns of the same names can be scored
/// (order and dictionary codes may differ, unknown categories count as missing, absent columns as all missing).
public protocol Model: Sendable, Codable {
    /// Names of the facts, in the order of the columns of ``contributions(_:rows:)``.
    var features: [String] { get }

    /// Log-odds per requested row.
    func margins(_ frame: Frame, rows: [Int]) throws -> [Double]

    /// Per requested row, a part for each of ``features``; `base + Σ parts = margin` within 1e-4.
    func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions
}

/// Additive parts of scores: row-major, `rowCount × features.count`, in log-odds.
public struct Contributions: Sendable {
    public var features: [String]
    /// The score of a row about which nothing is known; the same for every row.
    public var base: Double
    public var parts: [Double]
    public var rowCount: Int { features.isEmpty ? 0 : parts.count / features.count }

    public init(features: [String], base: Double, parts: [Double]) {
        self.features = features
        self.base = base
        self.parts = parts
    }

    public subscript(row: Int, feature: Int) -> Double { parts[row * features.count + feature] }
}

@inlinable public func probability(ofLogOdds margin: Double) -> Double { 1 / (1 + exp(-margin)) }
@inlinable public func logOdds(of probability: Double) -> Double { log(probability / (1 - probability)) }
