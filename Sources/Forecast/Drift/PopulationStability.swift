import Foundation
import Kernel

/// How far a distribution has moved: PSI = Σ (aᵢ − eᵢ) ln(aᵢ / eᵢ) over bins (Siddiqi 2006); missing is a bin of its own.
public struct PopulationStability: Sendable, Codable, Equatable {
    public enum Level: String, Sendable, Codable {
        case stable, moved, shifted

        /// Thresholds 0.1 and 0.25.
        init(_ psi: Double) { self = psi < 0.1 ? .stable : psi < 0.25 ? .moved : .shifted }

        public var phrase: Phrase {
            switch self {
            case .stable: Phrase(zh: "基本稳定", en: "Stable")
            case .moved: Phrase(zh: "有所变化，请留意", en: "Has moved: keep an eye on it")
            case .shifted: Phrase(zh: "明显偏移，应重新训练或查明原因", en: "Has shifted: retrain, or find out why")
            }
        }
    }

    public var psi: Double
    public var level: Level { Level(psi) }

    /// - Parameters: counts per bin, in training and now. Half a row is added to every bin, so an empty one stays finite.
    public init(expected: [Double], actual: [Double]) {
        let smoothing = 0.5
        let expectedTotal = expected.reduce(0, +) + smoothing * Double(expected.count)
        let actualTotal = actual.reduce(0, +) + smoothing * Double(actual.count)
        psi = zip(expected, actual).reduce(0) { sum, bin in
            let (e, a) = ((bin.0 + smoothing) / expectedTotal, (bin.1 + smoothing) / actualTotal)
            return sum + (a - e) * log(a / e)
        }
    }
}
