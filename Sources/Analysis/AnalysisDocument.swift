import Kernel

/// Everything an analysis found, as data: the content of `--json`, and the only source of the text, the report and the workbook.
///
/// Stable: fields may be added under the same `format`; none changes its meaning. Two runs with one seed on one file are equal byte for byte,
/// so it holds no clock time. Probabilities and shares are fractions (0.23), never percentages; `row` is the zero-based record index in
/// the file, `line` the one-based line (CSV) or row (XLSX) a person sees there.
public struct AnalysisDocument: Sendable, Codable {
    public enum Task: String, Sendable, Codable { case classification, survival, effect }

    public static let currentFormat = "tenure.analysis/1"

    public var format = Self.currentFormat
    public var task: Task
    public var language: Language
    public var source: SourceNote
    public var outcome: OutcomeNote
    public var size: SizeNote
    public var hygiene: [HygieneNote] = []
    /// The names of the facts that were learned from.
    public var facts: [String] = []
    public var validation: ValidationNote
    /// Absent when the sheet was only scored with a loaded model.
    public var model: ModelNote?
    public var metrics: [MetricNote] = []
    public var calibration: CalibrationNote?
    public var tree: TreeNote?
    public var drivers: [DriverNote] = []
    public var curves: [CurveNote] = []
    public var tiers: [TierNote] = []
    public var riskList: RiskListNote?
    public var fairness: [FairnessNote] = []
    public var survival: SurvivalNote?
    public var effect: EffectNote?
    public var drift: [DriftNote] = []
    /// The one thing to remember, then what follows from it.
    public var conclusion: [Phrase] = []
    /// What this analysis cannot tell.
    public var limits: [Phrase] = []
}

/// A value with its 95 % interval.
public struct Estimate: Sendable, Codable, Equatable {
    public var value: Double
    public var low: Double?
    public var high: Double?

    public init(_ value: Double, low: Double? = nil, high: Double? = nil) {
        self.value = value
        self.low = low
        self.high = high
    }
}

public struct SourceNote: Sendable, Codable {
    public var file: String
    public var sheet: String?
    public var encoding: String?
    public var delimiter: String?
    public var headerLine: Int
    public var rows: Int
    public var columns: Int
    /// Cells that did not fit the kind of their column, by column; they count as missing.
    public var unreadable: [UnreadableNote]
}

public struct UnreadableNote: Sendable, Codable {
    public var column: String
    public var count: Int
    /// The first few, with the line a person can look up.
    public var examples: [Example]

    public struct Example: Sendable, Codable {
        public var line: Int
        public var text: String
    }
}

public struct OutcomeNote: Sendable, Codable {
    /// The outcome column (the event column for survival).
    public var column: String
    /// The value that counts as having left.
    public var positive: String
    /// True when Tenure proposed the column or its value.
    public var proposed: Bool
    public var reason: Phrase?
    public var duration: String?
    public var treatment: String?
    public var treated: String?
    public var control: String?
}

public struct SizeNote: Sendable, Codable {
    public var rowsUsed: Int
    public var events: Int
    public var baseRate: Double
    /// Rows that could not be learned from, by reason.
    public var skipped: [Skipped]
    /// Exact duplicates among the used rows.
    public var duplicates: Int

    public struct Skipped: Sendable, Codable {
        public var count: Int
        public var reason: Phrase
    }
}

public struct HygieneNote: Sendable, Codable {
    public enum Action: String, Sendable, Codable { case dropped, converted, flagged, kept }
    public var column: String
    public var action: Action
    public var reason: Phrase
}

public struct ValidationNote: Sendable, Codable {
    public enum Scheme: String, Sendable, Codable {
        case stratified, grouped, given, loaded
        case timeOrdered = "time_ordered"
        case heldOut = "held_out"
    }

    public var scheme: Scheme
    public var folds: Int
    public var repeats: Int
    public var seed: UInt64
    public var explanation: Phrase
}

public struct ModelNote: Sendable, Codable {
    /// `logistic`, `tree`, `additive`, `boosted` or `blend`.
    public var chosen: String
    public var reason: Phrase
    /// All that were tried, judged on the same held-out rows.
    public var candidates: [Candidate]

    public struct Candidate: Sendable, Codable {
        public var name: String
        public var chosen: Bool
        public var rocAUC: Estimate
        public var logLoss: Estimate
    }
}

public struct MetricNote: Sendable, Codable {
    /// `roc_auc`, `pr_auc`, `log_loss`, `brier`, `ece`, `precision_top_5`, `lift_top_5`, `precision_top_20`, `lift_top_20`, `accuracy`,
    /// `c_harrell`, `c_uno`, `integrated_brier`, `qini`, `auuc`.
    public var name: String
    public var title: Phrase
    public var estimate: Estimate
    /// What guessing without facts would reach.
    public var reference: Double?
    public var meaning: Phrase
    public var higherIsBetter: Bool
}

public struct CalibrationNote: Sendable, Codable {
    public var method: String
    public var eceBefore: Double
    public var eceAfter: Double
    public var brierBefore: Double
    public var brierAfter: Double
    public var bins: [Bin]

    public struct Bin: Sendable, Codable {
        public var count: Int
        public var predicted: Double
        public var observed: Estimate
    }
}

/// One readable tree over all rows, and how far it gets on held-out rows.
public struct TreeNote: Sendable, Codable {
    public var rocAUC: Estimate
    public var sentences: [Sentence]
    public var root: Node

    public struct Sentence: Sendable, Codable {
        public var text: Phrase
        public var rate: Double
        public var count: Int
    }

    public indirect enum Node: Sendable, Codable {
        case leaf(rate: Double, count: Int)
        /// `yes` is where the condition holds; `otherwise` says what holds where it does not.
        case split(condition: Phrase, otherwise: Phrase? = nil, rate: Double, count: Int, yes: Node, no: Node)
    }
}

public struct DriverNote: Sendable, Codable {
    public var column: String
    /// Columns that say the same and are counted together with it.
    public var together: [String]
    /// Loss of ROC-AUC on held-out rows when the fact is shuffled.
    public var importance: Estimate
}

/// How the predicted share changes with one fact, everything else as it is.
public struct CurveNote: Sendable, Codable {
    public var column: String
    public var isNumeric: Bool
    public var points: [Point]

    public struct Point: Sendable, Codable {
        /// The number, or nil for a category.
        public var x: Double?
        public var label: String
        public var share: Estimate
        /// Rows at or near this point.
        public var count: Int
    }
}

public enum Tier: String, Sendable, Codable, CaseIterable {
    case veryHigh = "very_high"
    case high, medium, low
    case veryLow = "very_low"

    public var phrase: Phrase {
        switch self {
        case .veryHigh: Phrase(zh: "极高", en: "Very high")
        case .high: Phrase(zh: "高", en: "High")
        case .medium: Phrase(zh: "中", en: "Medium")
        case .low: Phrase(zh: "低", en: "Low")
        case .veryLow: Phrase(zh: "极低", en: "Very low")
        }
    }
}

public struct TierNote: Sendable, Codable {
    public var tier: Tier
    /// The share of rows in this tier by rule.
    public var share: Double
    public var count: Int
    public var predicted: Double
    /// What actually happened to these rows, which the model had not seen.
    public var actual: Estimate
}

public struct RiskListNote: Sendable, Codable {
    public var explanation: Phrase
    /// The columns shown to recognise a row: number, name.
    public var identifying: [String]
    public var rows: [Row]

    public struct Row: Sendable, Codable {
        public var row: Int
        public var line: Int
        public var identity: [String]
        public var probability: Double
        public var tier: Tier
        /// nil = not known yet; otherwise whether this row left.
        public var left: Bool?
        public var reasons: [Reason]
        /// Log-odds where everyone starts; with all `contributions` (one per entry of `facts`) it makes the log-odds of `probability`.
        public var base: Double
        public var contributions: [Double]
    }

    public struct Reason: Sendable, Codable {
        public var column: String
        public var text: Phrase
        /// In log-odds; positive raises the risk.
        public var contribution: Double
    }
}

public struct FairnessNote: Sendable, Codable {
    public var column: String
    public var group: String
    public var count: Int
    public var hidden: Bool
    public var selectionRate: Double?
    public var impactRatio: Double?
    public var pValue: Double?
    public var truePositiveRate: Double?
    public var falsePositiveRate: Double?
    public var predicted: Double?
    public var observed: Estimate?
    public var verdict: Phrase
}

public struct SurvivalNote: Sendable, Codable {
    public var unit: Phrase
    public var median: Double?
    public var curve: [Step]
    /// Curves of the five tiers, from very high to very low.
    public var byTier: [TierCurve]

    public struct Step: Sendable, Codable {
        public var time: Double
        public var surviving: Estimate
        public var atRisk: Int
    }

    public struct TierCurve: Sendable, Codable {
        public var tier: Tier
        public var count: Int
        public var steps: [Step]
    }
}

public struct EffectNote: Sendable, Codable {
    public var design: String
    public var effect: Estimate
    public var naive: Estimate
    public var treatedCount: Int
    public var controlCount: Int
    /// Share of rows for which both treatments were plausible.
    public var overlap: Double
    public var trimmed: Int
    public var sentence: Phrase
    public var balance: [Balance]
    public var qini: Estimate?
    public var auuc: Estimate?
    /// Cumulative gain when the most promising are treated first.
    public var gain: [GainPoint]

    public struct Balance: Sendable, Codable {
        public var column: String
        public var before: Double
        public var after: Double
    }

    public struct GainPoint: Sendable, Codable {
        public var share: Double
        public var gain: Double
        public var random: Double
    }
}

public struct DriftNote: Sendable, Codable {
    public var column: String
    public var psi: Double
    public var verdict: Phrase
}
