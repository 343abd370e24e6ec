import Foundation
import Kernel
import Testing

@testable import Forecast

/// Trees of XGBoost behind the model protocol, the smallest model that stores an XGBoost document.
private struct StoredTrees: Model {
    var features: [String]
    var document: XGBoostDocument

    func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        try TreeEnsemble(json: document.json).margins(columns(frame), rows: .listed(rows))
    }

    func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let trees = try TreeEnsemble(json: document.json)
        let parts = trees.contributions(columns(frame), rows: .listed(rows))
        return Contributions(features: features, base: trees.expectedMargin, parts: parts)
    }

    private func columns(_ frame: Frame) -> [FeatureColumn] {
        features.map { name in
            switch frame[name]?.values {
            case .numeric(let numbers): .doubles(numbers)
            case .categorical(let codes, _): .codes(codes)
            case nil: .constant(.nan)
            }
        }
    }
}

struct ModelFileTests {
    private static func file() throws -> (file: ModelFile<StoredTrees>, frame: Frame) {
        let (model, example) = try XGBoostExample.read("logistic_depth6")
        let document = XGBoostDocument(json: model)
        let frame = Frame(
            rowCount: example.margins.count,
            columns: example.columns.enumerated().map { index, values in
                Column(name: "f\(index)", values: .numeric(values.map { $0.map(Double.init) ?? .nan }))
            })
        let checked = Hygiene.check(frame, options: .init(keep: Set(frame.columns.map(\.name))))
        let card = ModelCard(
            target: "离职", positive: "是", kind: "boosted", trainedOn: "2026-03-01", rowCount: 1500, eventCount: 400,
            seed: 1, figures: [.init(name: "auc", value: 0.8, low: 0.77, high: .infinity)], tierBounds: [0.6, 0.4],
            findings: checked.findings, libraries: ["xgboost": "1.7.4"])
        let rows = Array(0..<frame.rowCount)
        let file = ModelFile(
            card: card, preparation: Preparation(checked), profile: ReferenceProfile(checked.frame, rows: rows),
            model: StoredTrees(features: frame.columns.map(\.name), document: document))
        return (file, frame)
    }

    @Test func loadedModelGivesIdenticalScores() throws {
        let (file, frame) = try Self.file()
        let bytes = try file.encoded()
        let loaded = try ModelFile<StoredTrees>(bytes)
        #expect(loaded.card == file.card)
        #expect(loaded.preparation == file.preparation)
        #expect(loaded.profile == file.profile)
        let rows = Array(0..<frame.rowCount).reversed().map { $0 }
        #expect(try loaded.model.margins(frame, rows: rows) == file.model.margins(frame, rows: rows))
        #expect(try loaded.encoded() == bytes)
    }

    @Test func damageIsRefused() throws {
        let bytes = try Self.file().file.encoded()
        #expect(throws: ModelFileRefusal.damaged) { try ModelFile<StoredTrees>(bytes.dropLast(200)) }
        #expect(throws: ModelFileRefusal.damaged) { try ModelFile<StoredTrees>(bytes.prefix(40)) }
        var changed = bytes
        changed[changed.count / 2] ^= 1
        #expect(throws: ModelFileRefusal.damaged) { try ModelFile<StoredTrees>(changed) }
        #expect(throws: ModelFileRefusal.notAModel) { try ModelFile<StoredTrees>(Data("{\"a\":1}".utf8)) }
        #expect(throws: ModelFileRefusal.notAModel) { try ModelFile<StoredTrees>(Data()) }
        let text = String(decoding: bytes, as: UTF8.self).replacing(
            "\"version\":1,", with: "\"version\":9,", maxReplacements: 1)
        #expect(throws: ModelFileRefusal.newer(found: 9, supported: 1)) { try ModelFile<StoredTrees>(Data(text.utf8)) }
    }

    @Test func newFilesArePreparedAsInTraining() {
        let training = Frame(
            rowCount: 60,
            columns: [
                Column(name: "hired", values: .numeric((0..<60).map { 19_000 + Double($0 * 31 % 47) })),
                Column(name: "grade", values: .numeric((0..<60).map { Double($0 % 3) })),
                Column(name: "team", values: .categorical(codes: (0..<60).map { Int32($0 % 2) }, levels: ["a", "b"])),
            ])
        let checked = Hygiene.check(training, kinds: ["hired": .day], options: .init(categorical: ["grade"]))
        let fresh = Frame(
            rowCount: 2,
            columns: [
                Column(name: "team", values: .categorical(codes: [0, 1], levels: ["z", "b"])),
                Column(name: "grade", values: .numeric([2, 7])),
                Column(name: "hired", values: .numeric([19_500, 19_400])),
                Column(name: "unknown", values: .numeric([1, 2])),
            ])
        let prepared = Preparation(checked).prepare(fresh)
        #expect(prepared.snapshot == 19_500)
        #expect(prepared.frame.columns.map(\.name) == ["hired", "grade", "team"])
        let values = prepared.frame.columns.map(\.values)
        guard case .numeric(let days) = values[0], case .categorical(let grades, let levels) = values[1],
            case .categorical(let teams, _) = values[2]
        else {
            Issue.record("columns changed their kind")
            return
        }
        #expect(days == [0, 100])
        #expect(levels == ["0", "1", "2"])
        #expect(grades == [2, -1])
        #expect(teams == [-1, 1])
    }
}
