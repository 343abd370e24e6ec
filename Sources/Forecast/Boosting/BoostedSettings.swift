/// What a boosted model is trained with.
public struct BoostedSettings: Sendable, Codable, Equatable {
    public var depth: Int
    public var rate: Double
    public var leastChildWeight: Double
    public var rowShare: Double
    public var columnShare: Double
    public var ridge: Double
    /// Whether whole numbers with few values get an event rate beside the number.
    public var codes: Bool
    public var mostRounds = 2000
    public var patience = 50

    public init(
        depth: Int, rate: Double, leastChildWeight: Double, rowShare: Double, columnShare: Double, ridge: Double,
        codes: Bool = false
    ) {
        self.depth = depth
        self.rate = rate
        self.leastChildWeight = leastChildWeight
        self.rowShare = rowShare
        self.columnShare = columnShare
        self.ridge = ridge
        self.codes = codes
    }

    /// The small search: from shallow and cautious to deep.
    static let candidates: [BoostedSettings] = [
        .init(depth: 2, rate: 0.1, leastChildWeight: 4, rowShare: 0.8, columnShare: 0.5, ridge: 3),
        .init(depth: 4, rate: 0.1, leastChildWeight: 4, rowShare: 0.8, columnShare: 0.5, ridge: 5),
        .init(depth: 7, rate: 0.1, leastChildWeight: 1, rowShare: 0.8, columnShare: 0.7, ridge: 2),
    ]

    func with(rate: Double) -> BoostedSettings {
        var copy = self
        copy.rate = rate
        return copy
    }

    func parameters(baseRate: Double, seed: UInt64) -> [String: String] {
        [
            "objective": "binary:logistic", "tree_method": "hist", "max_depth": String(depth), "eta": String(rate),
            "min_child_weight": String(leastChildWeight), "subsample": String(rowShare),
            "colsample_bynode": String(columnShare), "lambda": String(ridge), "max_bin": "256",
            "base_score": String(baseRate), "seed": String(seed % 2_147_483_647),
        ]
    }
}
