import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import Testing

@testable import Tenure

/// The pages everybody starts from, through the whole server.
struct FirstPagesTests {
    @Test func workbenchSearchAndExportAnswer() async throws {
        let folder = TemporaryFolder()
        try await Site.visit(folder) { site in
            let first = try await site.get("/")
            #expect(first.status == .ok && first.text.contains("工作台") && first.text.contains("href=\"/account\""))
            #expect(first.text.contains("href=\"/inbox\""))
            let data = try await site.get("/.json")
            #expect(data.status == .ok && data.text.hasPrefix("{"))
            let found = try await site.get("/search?q=hmc")
            #expect(found.status == .ok && found.text.contains("花名册"))
            let suggested = try await site.get("/search/suggestions?q=direct", .en)
            #expect(
                suggested.text.contains("\"title\":\"Directory\"") && suggested.text.contains("\"target\":\"/people\""))
            let file = try await site.get("/people/export?form=csv-bom")
            #expect(file.status == .ok && file.body.readableBytesView.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(file.headers[.contentDisposition]?.contains("filename*=UTF-8''") == true)
            let none = try await site.post("/people/export")
            #expect(none.status == .unprocessableContent)
            let unknown = try await site.get("/audit/export?form=pdf")
            #expect(unknown.status == .notFound)
            let log = try await site.get("/audit/export?form=csv")
            #expect(log.text.contains("导出数据"))
        }
    }

    @Test func viewsAreKeptAndShown() async throws {
        let folder = TemporaryFolder()
        try await Site.visit(folder) { site in
            let kept = try await site.post(
                "/views", [("name", "离职的人"), ("list", "/people"), ("query", "status=left&first=51")])
            #expect(kept.status == .seeOther && kept.headers[.location] == "/people?status=left")
            let page = try await site.get("/people")
            #expect(page.text.contains("离职的人"))
            let unnamed = try await site.post("/views", [("name", ""), ("list", "/people"), ("query", "")])
            #expect(unnamed.status == .unprocessableContent)
            let foreign = try await site.post("/views", [("name", "x"), ("list", "//evil.example"), ("query", "")])
            #expect(foreign.status == .unprocessableContent)
        }
    }
}
