import Analysis
import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import Testing

@testable import Tenure

/// Upload, request, result, another request, deletion, restart.
@Suite(.serialized)
struct LifecycleTests {
    static let downloads = ["list.xlsx", "report.html", "predictions.csv", "result.json"]

    @Test func fromSheetToReportInBothLanguages() async throws {
        let folder = TemporaryFolder()
        try await Site.visit(folder) { site in
            let page = try await site.uploaded()
            #expect(try await site.get(page + "/files/list.xlsx").status == .notFound)
            #expect(try await site.start(page).status == .seeOther)
            #expect(try await site.get(page).text.contains("data-standing"))
            try await site.wait(for: page)

            let zh = try await site.get(page).text
            let en = try await site.get(page, .en).text
            #expect(zh.contains("class=\"report\"") && en.contains("class=\"report\""))
            #expect(zh.contains("下载名单") && !en.contains("下载名单"))
            // In English, Chinese is only what the sheet itself says.
            let said = Set("工号延迟次数部门离职是否华东华南名单中文留任")
            let foreign = en.filter { ("\u{3000}"..."\u{9FFF}").contains($0) && !said.contains($0) }
            #expect(foreign.isEmpty, "\(foreign)")
            for name in Self.downloads {
                let file = try await site.get(page + "/files/" + name, .en)
                #expect(file.status == .ok && file.body.readableBytes > 300, "\(name)")
                #expect(file.headers[.contentDisposition]?.hasSuffix("''%E5%90%8D%E5%8D%95-\(name)") == true)
            }
            for name in ["sheet", "body.zh.html", "analysis.json", "..%2fanalysis.json", "list.zh.xlsx"] {
                #expect(try await site.get(page + "/files/" + name).status == .notFound, "\(name)")
            }

            // Another request must not show what the first one found.
            let before = try await site.get(page + "/files/predictions.csv").text
            #expect(try await site.start(page, outcome: SetupForm.outcome("部门", "华东")).status == .seeOther)
            #expect(try await site.get(page + "/files/list.xlsx").status == .notFound)
            try await site.wait(for: page)
            #expect(try await site.get(page + "/files/predictions.csv").text != before)

            let results = try #require(
                FileManager.default.contentsOfDirectory(atPath: folder.path + page).first { $0.hasPrefix("results-") })
            try FileManager.default.removeItem(atPath: folder.path + page + "/" + results)
            #expect(try await site.get(page).text.contains("请重新开始分析"))

            #expect(try await site.post(page + "/deletion").headers[.location] == "/analyses?deleted=yes")
            #expect(folder.analyses.isEmpty)
            #expect(try await site.get(page).status == .notFound)
        }
    }

    @Test func deletionWhileRunningLeavesNothing() async throws {
        let folder = TemporaryFolder()
        try await Site.visit(folder) { site in
            let first = try await site.uploaded()
            let second = try await site.uploaded()
            _ = try await site.start(first)
            _ = try await site.start(second)
            #expect(try await site.post(first + "/deletion").status == .seeOther)
            try await site.wait(for: second)
            #expect(folder.analyses == [second.replacingOccurrences(of: "/analyses/", with: "")])
            #expect(try await site.get(second).text.contains("class=\"report\""))
        }
    }

    @Test func anUnfitOutcomeIsExplained() async throws {
        try await Site.visit(TemporaryFolder()) { site in
            let page = try await site.uploaded()
            _ = try await site.start(page, outcome: SetupForm.outcome("没有这一列", "是"))
            try await site.wait(for: page)
            let answer = try await site.get(page)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("role=\"alert\""))
        }
    }

    /// The state on disk is that of a process that was killed in the middle.
    @Test func aRestartTakesUpWhatWasAskedFor() async throws {
        let folder = TemporaryFolder()
        let workspace = try Workspace(at: folder.path)
        try await Site.visit(folder) { site in _ = try await site.uploaded() }
        let id = try #require(folder.analyses.first)
        try workspace.update(id) { analysis in
            analysis.request.target = "离职"
            analysis.request.positive = "是"
            analysis.request.approach = .logistic
            analysis.state = .requested
            analysis.run = 1
            return true
        }
        try await Site.visit(folder, .live) { site in
            try await site.wait(for: "/analyses/" + id)
            #expect(try await site.get("/analyses/" + id).text.contains("class=\"report\""))
        }
    }

    @Test func theFirstPageListsWhatThereIs() async throws {
        try await Site.visit(TemporaryFolder()) { site in
            #expect(try await site.get("/analyses").text.contains("还没有分析"))
            #expect(try await site.get("/analyses", .en).text.contains("No analyses yet"))
            let page = try await site.uploaded()
            #expect(try await site.get("/analyses").text.contains("href=\"\(page)\""))
            #expect(try await site.get("/analyses", .en).text.contains("Outcome not chosen yet"))
            #expect(try await site.get("/health").text == "ok\n")
        }
    }
}
