import Foundation
import Kernel
import Testing

@testable import Analysis

@Suite struct DocumentJSONTests {
    @Test(arguments: SampleDocuments.all.map(\.name))
    func `reads back to the same bytes`(name: String) throws {
        let document = SampleDocuments.named(name)
        let bytes = try DocumentJSON.encode(document)
        #expect(try DocumentJSON.encode(document) == bytes)
        #expect(try DocumentJSON.encode(DocumentJSON.decode(bytes)) == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains(/[:,\[](nan|NaN|inf|-inf|Infinity)\b/))
        #expect(!text.contains("\u{10FFFF}"))
        #expect(text.hasSuffix("}\n"))
    }

    @Test func `writes what is unknown as null`() throws {
        var document = SampleDocuments.tiny
        document.size.baseRate = .nan
        document.source.file = "null \"null\" \\"
        let bytes = try DocumentJSON.encode(document)
        #expect(String(decoding: bytes, as: UTF8.self).contains("\"base_rate\":null"))
        let back = try DocumentJSON.decode(bytes)
        #expect(back.size.baseRate.isNaN)
        #expect(back.source.file == document.source.file)
    }

    @Test func `keeps every digit`() throws {
        var document = SampleDocuments.tiny
        document.metrics[0].estimate = Estimate(0.1 + 0.2, low: 1e-300, high: .greatestFiniteMagnitude)
        let back = try DocumentJSON.decode(DocumentJSON.encode(document))
        #expect(back.metrics[0].estimate == document.metrics[0].estimate)
    }

    @Test(arguments: [
        ("rocAUC", "roc_auc"), ("eceBefore", "ece_before"), ("pValue", "p_value"), ("auuc", "auuc"),
        ("byTier", "by_tier"),
    ])
    func `spells keys both ways`(swift: String, json: String) {
        #expect(JSONKey.snakeCase(swift) == json)
        #expect(JSONKey.camelCase(json) == swift)
    }

    @Test func `keys are sorted and in snake case`() throws {
        for (_, document) in SampleDocuments.all {
            let object = try JSONSerialization.jsonObject(with: DocumentJSON.encode(document))
            for key in Keys.all(of: object) {
                #expect(key.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil, "\(key)")
            }
        }
    }

    @Test func `keys of one object rise`() throws {
        let text = String(decoding: try DocumentJSON.encode(SampleDocuments.customers), as: UTF8.self)
        #expect(text.hasPrefix(#"{"calibration":{"bins":["#))
        #expect(text.contains(/"base_rate":[^}]*"duplicates":[^}]*"events":[^}]*"rows_used":[^}]*"skipped":/))
        #expect(text.contains(/"columns":[^}]*"file":[^}]*"header_line":[^}]*"rows":/))
        #expect(text.contains(/"brier_after":[^}]*"brier_before":[^}]*"ece_after":[^}]*"ece_before":[^}]*"method":/))
    }

    /// The reference names every key that can appear.
    @Test func `every key is documented`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let reference = try String(contentsOf: root.appendingPathComponent("docs/analysis-json.md"), encoding: .utf8)
        var keys: Set<String> = []
        for (_, document) in SampleDocuments.all {
            keys.formUnion(Keys.all(of: try JSONSerialization.jsonObject(with: DocumentJSON.encode(document))))
        }
        #expect(keys.count > 120)
        for key in keys.sorted() {
            #expect(reference.contains("`\(key)`"), "docs/analysis-json.md does not name `\(key)`")
        }
    }

    @Test func `refuses other files with a sentence`() {
        #expect(throws: DocumentJSON.Problem.notAnAnalysis) { try DocumentJSON.decode(Data("{}".utf8)) }
        #expect(throws: DocumentJSON.Problem.notAnAnalysis) { try DocumentJSON.decode(Data("行,列".utf8)) }
        #expect(throws: DocumentJSON.Problem.otherFormat("tenure.analysis/9")) {
            try DocumentJSON.decode(Data(#"{"format":"tenure.analysis/9"}"#.utf8))
        }
    }

    private enum Keys {
        static func all(of value: Any) -> Set<String> {
            switch value {
            case let object as [String: Any]: object.reduce(into: Set(object.keys)) { $0.formUnion(all(of: $1.value)) }
            case let array as [Any]: array.reduce(into: []) { $0.formUnion(all(of: $1)) }
            default: []
            }
        }
    }
}
