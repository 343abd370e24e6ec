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

    /// The fixture's model, as XGBoost wrote it, and what XGBoost answered for some rows.
    static func read(_ name: String) throws -> (model: Data, example: XGBoostExample) {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")
        let text = try String(contentsOf: folder.appending(path: "xgboost_\(name).json"), encoding: .utf8)
        let start = try #require(text.range(of: "\"model\":"))
        let end = try #require(text.range(of: ",\"columns\":"))
        let model = Data(text[start.upperBound..<end.lowerBound].utf8)
        let rest = Data(("{" + text[end.lowerBound...].dropFirst()).utf8)
        return (model, try JSONDecoder().decode(XGBoostExample.self, from: rest))
    }

    var features: [FeatureColumn] { columns.map { .floats($0.map { $0 ?? .nan }) } }
}

struct TreeEnsembleTests {
    @Test(
        "margins and contributions equal XGBoost's",
        arguments: ["logistic_depth6", "cox_depth3", "squared_deep", "stumps"])
    func equalsXGBoost(_ name: String) throws {
        let (model, example) = try XGBoostExample.read(name)
        let trees = try TreeEnsemble(json: model)
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

    @Test("damaged and foreign documents are refused, wherever they are cut")
    func damage() throws {
        let (model, _) = try XGBoostExample.read("stumps")
        for cut in stride(from: 0, to: model.count - 1, by: 997) {
            #expect(throws: TreeEnsembleRefusal.self) { try TreeEnsemble(json: model.prefix(cut)) }
        }
        #expect(throws: TreeEnsembleRefusal.unreadable) { try TreeEnsemble(json: Data("[1]".utf8)) }
        let text = String(decoding: model, as: UTF8.self)
        let dart = text.replacing("\"name\":\"gbtree\"", with: "\"name\":\"dart\"")
        #expect(throws: TreeEnsembleRefusal.unsupported("dart")) { try TreeEnsemble(json: Data(dart.utf8)) }
        let loop = text.replacing("\"left_children\":[1,", with: "\"left_children\":[0,", maxReplacements: 1)
        #expect(throws: TreeEnsembleRefusal.unreadable) { try TreeEnsemble(json: Data(loop.utf8)) }
    }

    @Test func fewerRoundsAreTheFirstTrees() throws {
        let (model, example) = try XGBoostExample.read("logistic_depth6")
        #expect(try TreeEnsemble(json: model, rounds: 3).treeCount == 3)
        let none = try TreeEnsemble(json: model, rounds: 0)
        #expect(none.margins(example.features, rows: .listed([4, 2])).allSatisfy { $0 == Double(none.baseMargin) })
    }
}
