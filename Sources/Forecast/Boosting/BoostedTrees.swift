import Foundation

/// One XGBoost ensemble as trained (its portable JSON) and as read for scoring.
struct BoostedTrees: Sendable {
    /// Any XGBoost can load it.
    let json: String
    let ensemble: TreeEnsemble

    init(json: String) throws {
        self.json = json
        ensemble = try TreeEnsemble(json: Data(json.utf8))
    }
}

extension BoostedTrees: Codable {
    init(from decoder: any Decoder) throws {
        try self.init(json: decoder.singleValueContainer().decode(String.self))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(json)
    }
}

/// Weighted ensembles over one encoding of the facts, scored and explained together.
struct WeightedTrees {
    let encoding: TreeEncoding
    let trees: [(weight: Double, trees: BoostedTrees)]

    func addMargins(_ columns: [ResolvedColumn], rows: [Int], to sums: inout [Double]) {
        let inputs = encoding.inputs(columns)
        for (weight, trees) in trees {
            let margins = trees.ensemble.margins(inputs, rows: .listed(rows))
            for index in sums.indices { sums[index] += weight * margins[index] }
        }
    }

    func addContributions(_ columns: [ResolvedColumn], rows: [Int], to result: inout Contributions) {
        let inputs = encoding.inputs(columns)
        for (weight, trees) in trees {
            trees.ensemble.addContributions(
                inputs, rows: .listed(rows), to: &result.parts, width: columns.count,
                places: encoding.slots.map(\.feature), scale: weight
            )
            result.base += weight * trees.ensemble.expectedMargin
        }
    }
}
