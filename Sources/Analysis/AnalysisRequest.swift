import Kernel

/// What is asked of a sheet: which column is the outcome, how rows belong together, what to predict.
///
/// The same request comes from the command line and from the web page.
public struct AnalysisRequest: Sendable, Codable, Equatable {
    public enum Approach: String, Sendable, Codable, CaseIterable {
        case auto, logistic, tree, additive, boosted
    }

    /// Sheet of a workbook; nil = the first one with data.
    public var sheet: String?

    /// Outcome column; nil = propose one.
    public var target: String?
    /// The value of the outcome that means "left"; nil = propose one.
    public var positive: String?

    /// Columns not to be used as facts.
    public var drop: [String] = []
    /// Columns to use although the hygiene report would drop them.
    public var keep: [String] = []
    /// Whole-number columns that are codes, not quantities.
    public var categorical: [String] = []

    /// Rows of one group stay in one fold.
    public var group: String?
    /// Earlier rows predict later ones.
    public var timeOrder: String?
    /// With `timeOrder`: rows from this value on are the test; nil = expanding windows.
    public var testFrom: String?

    /// Time to event: how long each row was observed, and whether the event happened.
    public var duration: String?
    public var event: String?
    public var eventPositive: String?

    /// Effect of a treatment on the outcome.
    public var treatment: String?
    public var treated: String?
    public var control: String?

    /// Columns for the fairness table only, never facts.
    public var protected: [String] = []

    public var approach: Approach = .auto
    public var folds = 5
    /// nil = 5 up to 5,000 rows, 2 up to 20,000, 1 beyond.
    public var repeats: Int?
    public var seed: UInt64 = 1
    /// Columns that hold fold numbers from outside; each is one repeat.
    public var foldColumns: [String] = []

    public init() {}

    /// Columns with a role of their own, which are therefore never facts.
    var roles: Set<String> {
        var names = Set(protected + foldColumns)
        for name in [target, group, timeOrder, duration, event, treatment] {
            if let name { names.insert(name) }
        }
        return names
    }
}
