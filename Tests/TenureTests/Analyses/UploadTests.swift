import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import Testing

@testable import Shell
@testable import Tenure

/// From a file in a form to a page about it, or to a sentence why not.
struct UploadTests {
    @Test(arguments: [
        ("empty.csv", Data()),
        ("legacy.xls", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 600)),
        ("broken.xlsx", Data([0x50, 0x4B, 3, 4]) + Data(count: 90)), ("zeros.csv", Data(count: 4096)),
    ])
    func whatIsNoSheetIsRefusedWithASentence(_ name: String, _ content: Data) async throws {
        let folder = TemporaryFolder()
        try await Site.visit(folder) { site in
            let answer = try await site.upload(content, name)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"file-problem\""))
        }
        #expect(folder.analyses.isEmpty)
    }

    @Test func aFormWithoutAFileSaysSo() async throws {
        try await Site.visit(TemporaryFolder()) { site in
            let answer = try await site.upload(Data(), "")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("请先选择一个文件"))
        }
    }

    @Test(arguments: ["multipart/form-data; boundary=other", "multipart/form-data", "text/csv"])
    func otherBodiesAreRefused(_ type: String) async throws {
        try await Site.visit(TemporaryFolder()) { site in
            let answer = try await site.client.execute(
                uri: "/analyses", method: .post,
                headers: [.contentType: type, .cookie: "tenure_session=\(site.session)"],
                body: ByteBuffer(string: "--edge--"))
            #expect([400, 415].contains(answer.status.code))
        }
    }

    @Test func bodiesBeyondTheLimitAreCutOff() async throws {
        let body = RequestBodyParts.repeating(ByteBuffer(repeating: 65, count: 1 << 16), 8)
        await #expect(throws: ReceivedBody.Problem.tooLarge) { try await ReceivedBody(body, limit: 1 << 17) }
    }

    @Test func theNameIsShownAndTheOutcomeProposed() async throws {
        try await Site.visit(TemporaryFolder()) { site in
            let page = try await site.uploaded()
            let text = try await site.get(page).text
            #expect(text.contains("名单.csv"))
            #expect(text.contains("selected=\"\">离职 = 是") || text.contains("selected>离职 = 是"))
            #expect(try await site.get(page, .en).text.contains("240 rows, 4 columns"))
            #expect(try await site.post(page + "/request").status == .unprocessableContent)
        }
    }

    @Test(arguments: ["staff", "customers"])
    func samplesOpen(_ name: String) async throws {
        try await Site.visit(TemporaryFolder()) { site in
            let answer = try await site.post("/samples/" + name)
            #expect(answer.status == .seeOther)
            #expect(try await site.get(try #require(answer.headers[.location])).status == .ok)
            #expect(try await site.post("/samples/other").status == .notFound)
        }
    }
}
