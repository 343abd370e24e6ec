import Forecast
import Kernel

/// A figure of learning; the room's own metrics are what is measured of people.
typealias FitMetric = Forecast.Metric

/// What a model is worth and how that was found out; stored with it, shown on its page.
struct ModelReport: Sendable, Codable {
    var scheme: TrainingFolds.Scheme
    var snapshots: Int
    var firstSnapshot: Day?
    var lastSnapshot: Day?
    /// Rows learned from, people among them, and people who left.
    var rows: Int
    var people: Int
    var leavers: Int
    var baseRate: Double
    var censored: Int
    var announced: Int
    var seed: Int
    /// The tiers were cut by these shares when it was tested.
    var shares: TierShares
    var metrics: [Measure] = []
    var candidates: [Candidate] = []
    var calibration: [Bin] = []
    var slope: Estimate?
    /// How well the signal rules alone rank; nil when there were hardly any signals then.
    var comparison: SignalComparison?
    var periods: [Period] = []
    var importance: [Importance] = []
    /// The readable tree from the top, each branch followed by what lies below it.
    var tree: [Branch] = []
    var leaves: [Leaf] = []
    var fairness: [FairnessLine] = []
    var findings: [Finding] = []
    /// How sure a probability is, by its size.
    var bands: [Band] = []

    struct Estimate: Sendable, Codable {
        var value: Double
        var low: Double?
        var high: Double?

        init(_ interval: IntervalEstimate) {
            (value, low, high) = (interval.value.isFinite ? interval.value : 0, interval.low.known, interval.high.known)
        }

        init(_ value: Double, low: Double?, high: Double?) {
            (self.value, self.low, self.high) = (value, low, high)
        }
    }

    /// The area under the curve of the signal rules and of the model, both on the snapshots of which signals are known.
    struct SignalComparison: Sendable, Codable {
        var from: Day
        var signals: Estimate
        var model: Estimate
    }

    struct Measure: Sendable, Codable {
        var name: Phrase
        var meaning: Phrase
        var code: String
        var estimate: Estimate
        /// What giving everybody the base rate would reach.
        var reference: Double
    }

    struct Candidate: Sendable, Codable {
        var kind: String
        var name: Phrase
        var area: Estimate
        var logLoss: Estimate
        var isChosen: Bool
    }

    struct Bin: Sendable, Codable {
        var count: Int
        var predicted: Double
        var observed: Estimate
    }

    /// One stretch of time that was judged by what was known before it.
    struct Period: Sendable, Codable {
        var from: Day
        var through: Day
        var rows: Int
        var leavers: Int
        var tiers: [TierLine]
    }

    struct TierLine: Sendable, Codable {
        var tier: RiskTier
        var count: Int
        var predicted: Double
        var actual: Estimate
    }

    struct Importance: Sendable, Codable {
        var codes: [String]
        var name: Phrase
        /// What is lost of the area under the curve when the fact is shuffled.
        var loss: Estimate

        /// Whether it is told from chance: the interval lies above 0. Only then it has a rank.
        var isClear: Bool { (loss.low ?? 0) > 0 }
    }

    struct Branch: Sendable, Codable {
        /// 0 at the top.
        var depth: Int
        var rule: Phrase
        var share: Double
        var count: Int
    }

    struct Leaf: Sendable, Codable {
        var rule: Phrase
        var share: Double
        /// People and how many of them left.
        var people: Int
        var leavers: Int
        /// Log-odds by which rows of the leaf are recognised.
        var margin: Double
    }

    struct FairnessLine: Sendable, Codable {
        var attribute: Phrase
        var group: Phrase
        var count: Int
        var isHidden: Bool
        var selected: Double?
        var ratio: Double?
        var predicted: Double?
        var observed: Estimate?
        var verdict: Phrase
    }

    struct Finding: Sendable, Codable {
        var fact: Phrase?
        var action: String
        var reason: Phrase
    }

    /// Half widths in log-odds around a probability.
    struct Band: Sendable, Codable {
        var upTo: Double
        var down: Double
        var up: Double
    }
}

extension ModelReport {
    subscript(code: FitMetric) -> Measure? { metrics.first { $0.code == code.rawValue } }

    /// The interval around a probability: as far as the shares of people with similar predictions are uncertain.
    func interval(around probability: Double) -> (low: Double, high: Double)? {
        guard let band = bands.first(where: { probability <= $0.upTo }) ?? bands.last else { return nil }
        let margin = logOdds(of: min(1 - 1e-9, max(1e-9, probability)))
        return (Forecast.probability(ofLogOdds: margin - band.down), Forecast.probability(ofLogOdds: margin + band.up))
    }
}

extension Double {
    /// Nil when it is not a finite number.
    var known: Double? { isFinite ? self : nil }
}

/// What a model can be used for.
enum ModelVerdict: String, Sendable, Codable, CaseIterable {
    /// Better than chance and than the base rate on people it had not seen.
    case predicts
    /// No better: everybody gets the base rate.
    case nothing
    /// Too few people have left: signals are counted instead.
    case tooFew = "too_few"

    var name: Phrase {
        switch self {
        case .predicts: Phrase(zh: "可以预测", en: "Predicts")
        case .nothing: Phrase(zh: "无法预测", en: "Nothing predictable")
        case .tooFew: Phrase(zh: "数据不足", en: "Not enough data")
        }
    }
}
