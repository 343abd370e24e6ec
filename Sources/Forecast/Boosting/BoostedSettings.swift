/// What one boosted ensemble is trained with.
public struct BoostedSettings: Sendable, Codable, Equatable {
    public var depth: Int
    public var rate: Double
    public var leastChildWeight: Double
    public var rowShare: Double
    public var columnShare: Double
    public var ridge: Double
    public var mostRounds = 1500
    public var patience = 30

    public init(
        depth: Int, rate: Double, leastChildWeight: Double, rowShare: Double, columnShare: Double, ridge: Double
    ) {
        self.depth = depth
        self.rate = rate
        self.leastChildWeight = leastChildWeight
        self.rowShare = rowShare
        self.columnShare = columnShare
        self.ridge = ridge
    }

    /// The small search. Shallow trees pay on small data only; the deep and hardly restrained ones are for data
    /// with sharp edges and little noise.
    static func candidates(rowCount: Int) -> [BoostedSettings] {
        let shallow = BoostedSettings(
            depth: 3, rate: 0.05, leastChildWeight: 5, rowShare: 0.8, columnShare: 0.5, ridge: 5
        )
        let middle = BoostedSettings(
            depth: 6, rate: 0.05, leastChildWeight: 5, rowShare: 0.8, columnShare: 0.4, ridge: 5
        )
        let deep = BoostedSettings(
            depth: 9, rate: 0.05, leastChildWeight: 0.3, rowShare: 0.8, columnShare: 0.8, ridge: 0.3
        )
        return rowCount < 5000 ? [shallow, middle, deep] : [middle, deep]
    }

    func parameters(baseRate: Double, seed: UInt64) -> [String: String] {
        [
            "objective": "binary:logistic", "tree_method": "hist", "max_depth": String(depth), "eta": String(rate),
            "min_child_weight": String(leastChildWeight), "subsample": String(rowShare),
            "colsample_bytree": String(columnShare), "lambda": String(ridge), "max_bin": "256",
            "base_score": String(baseRate), "seed": String(seed % 2_147_483_647),
        ]
    }
}
