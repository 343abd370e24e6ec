import Foundation
import Kernel
import Testing

@testable import Forecast

/// Expected values were computed by XGBoost 1.7.6 itself (`output_margin`, `pred_contribs`).
struct XGBoostExample: Decodable {
    var columns: [[Float?]]
    var margins: [Double]
    /// Per row: a part for each feature, then the base.
    var contributions: [[Double]]

    static func bytes(_ name: String) throws -> Data {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")
        return try Data(contentsOf: folder.appending(path: "xgboost_\(name).json"))
    }

    static func read(_ name: String) throws -> (example: XGBoostExample, trees: TreeEnsemble) {
        let bytes = try bytes(name)
        struct Stored: Decodable { var model: XGBoostModel }
        let model = try XGBoostModel.decode(Stored.self, from: bytes).model
        return (try XGBoostModel.decode(XGBoostExample.self, from: bytes), try TreeEnsemble(model, rounds: nil))
    }

    var features: [FeatureColumn] { columns.map { .floats($0.map { $0 ?? .nan }) } }
}

struct TreeEnsembleTests {
    @Test(
        "margins and contributions equal XGBoost's",
        arguments: ["logistic_depth6", "cox_depth3", "squared_deep", "stumps"])
    func equalsXGBoost(_ name: String) throws {
        let (example, trees) = try XGBoostExample.read(name)
        let count = example.margins.count
        let margins = trees.margins(example.features, rows: .first(count))
        let parts = trees.contributions(example.features, rows: .first(count))
        for row in 0..<count {
            #expect(abs(margins[row] - example.margins[row]) < 2e-6)
            let own = parts[row * trees.featureCount..<(row + 1) * trees.featureCount]
            for (part, expected) in zip(own, example.contributions[row]) { #expect(abs(part - expected) < 1e-5) }
            #expect(abs(own.reduce(trees.expectedMargin, +) - margins[row]) < 1e-5)
        }
        #expect(abs(trees.expectedMargin - example.contributions[0][trees.featureCount]) < 1e-5)
    }
}
