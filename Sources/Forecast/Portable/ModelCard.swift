import Kernel

/// What people should know about a stored model before they trust it.
public struct ModelCard: Sendable, Codable, Equatable {
    /// One measured number, with its 95 % interval where there is one.
    public struct Figure: Sendable, Codable, Equatable {
        public var name: String
        public var value: Double
        public var low: Double?
        public var high: Double?

        public init(name: String, value: Double, low: Double? = nil, high: Double? = nil) {
            self.name = name
            self.value = value
            self.low = low
            self.high = high
        }
    }

    /// The outcome column and the value that means it happened.
    public var target: String
    public var positive: String
    /// What kind of model it is, e.g. `additive`.
    public var kind: String
    /// Day of training as 2026-03-01.
    public var trainedOn: String
    public var rowCount: Int
    public var eventCount: Int
    public var seed: UInt64
    /// Measured on rows the model had not seen.
    public var figures: [Figure]
    /// Lowest probability of each risk tier, highest tier first.
    public var tierBounds: [Double]
    /// What the check of the training data found.
    public var findings: [HygieneFinding]
    /// Libraries by name, e.g. `xgboost`: `1.7.4`.
    public var libraries: [String: String]

    public init(
        target: String, positive: String, kind: String, trainedOn: String, rowCount: Int, eventCount: Int,
        seed: UInt64, figures: [Figure] = [], tierBounds: [Double] = [], findings: [HygieneFinding] = [],
        libraries: [String: String] = [:]
    ) {
        self.target = target
        self.positive = positive
        self.kind = kind
        self.trainedOn = trainedOn
        self.rowCount = rowCount
        self.eventCount = eventCount
        self.seed = seed
        self.figures = figures
        self.tierBounds = tierBounds
        self.findings = findings
        self.libraries = libraries
    }
}
