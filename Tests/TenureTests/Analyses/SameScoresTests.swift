import Analysis
import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import Sheets
import Testing

@testable import Tenure

/// A sheet brought in through the browser is scored as `tenure analyze` scores it: every figure, to the last digit. The open
/// staff file, with the command itself: `Tests/Command/same_scores.py`.
struct SameScoresTests {
    /// The command is `Analysis.run` on the same request (`AnalyzeRun`); what it would write is compared byte for byte.
    @Test("A sheet with Chinese headings")
    func chineseSheet() async throws {
        let folder = TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let file = folder.path + "/名单.csv"
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try Site.sheet.write(to: URL(filePath: file))
        try await compare(file, target: "离职", positive: "是", approach: .logistic)
    }

    private func compare(
        _ file: String, target: String, positive: String, approach: AnalysisRequest.Approach
    ) async throws {
        var request = AnalysisRequest()
        (request.target, request.positive, request.approach) = (target, positive, approach)
        let name = URL(filePath: file).lastPathComponent
        let expected = try Analysis.run(request, on: try SheetReader.table(at: file), fileName: name)
        let content = try Data(contentsOf: URL(filePath: file))
        let folder = TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let written = folder.path + "/expected.csv"
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try expected.writePredictions(to: written)
        let predictions = try String(contentsOf: URL(filePath: written), encoding: .utf8)
        let document = try JSON(DocumentJSON.encode(expected.document))
        try await Site.visit(TemporaryFolder()) { site in
            let page = try #require(try await site.upload(content, name).headers[.location])
            let answer = try await site.post(
                page + "/request",
                [("outcome", SetupForm.outcome(target, positive)), ("approach", approach.rawValue)])
            #expect(answer.status == .seeOther)
            try await site.wait(for: page)
            #expect(try await site.get(page + "/files/predictions.csv").text == predictions)
            let given = try await site.get(page + "/files/result.json")
            let found = try JSON(Data(given.text.utf8))
            #expect(found.scores == document.scores && !found.scores.isEmpty)
            #expect(found.metrics == document.metrics)
        }
    }

    /// The parts of a result that say what was found.
    private struct JSON: Sendable {
        /// Probability by row of the list, as text of all digits.
        let scores: [Int: Double]
        let metrics: Data

        init(_ data: Data) throws {
            let top = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let list = try #require(top["risk_list"] as? [String: Any])
            let rows = try #require(list["rows"] as? [[String: Any]])
            scores = Dictionary(
                rows.map { ($0["row"] as? Int ?? -1, $0["probability"] as? Double ?? .nan) }
            ) { first, _ in first }
            metrics = try JSONSerialization.data(
                withJSONObject: try #require(top["metrics"]), options: [.sortedKeys])
        }
    }
}
