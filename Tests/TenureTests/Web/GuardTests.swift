import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Testing

@testable import Shell
@testable import Tenure

/// What keeps other people's pages out.
struct GuardTests {
    @Test(arguments: [
        ("127.0.0.1:8080", true), ("localhost", true), ("LOCALHOST:1", true), ("[::1]:8080", true), ("", false),
        ("evil.example", false), ("localhost.evil.example", false), ("127.0.0.1.evil.example:8080", false),
        ("[::2]:8080", false), ("[", false),
    ])
    func onlyOurNamesAreAnswered(_ authority: String, _ isOurs: Bool) {
        let names: Set = ["127.0.0.1", "localhost", "[::1]"]
        #expect(HostGuard(names: names).isOurs(authority) == isOurs)
    }

    @Test func formsWithoutOurTokenAreRefused() async throws {
        let folder = TemporaryFolder()
        try await Site.visit(folder) { site in
            let page = try await site.uploaded()
            for token in [nil, "", "wrong", String(repeating: "x", count: 43)] {
                for path in ["/samples/staff", page + "/request", page + "/deletion"] {
                    #expect(try await site.post(path, token: token).status == .forbidden, "\(path)")
                }
                #expect(try await site.upload(Site.sheet, "a.csv", token: token).status == .forbidden)
            }
            #expect(folder.analyses.count == 1)
        }
    }

    @Test(arguments: ["/analyses", "/health", "/assets/tenure.css", "/assets/tenure.js", "/nowhere", "/analyses/zzz"])
    func everyAnswerCarriesThePolicy(_ path: String) async throws {
        try await Site.visit(TemporaryFolder()) { site in
            let headers = try await site.get(path).headers
            #expect(headers[.contentSecurityPolicy] == SecurityHeaders.policy)
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.init("Referrer-Policy")!] == "same-origin")
            #expect(headers[.cacheControl] == (path.hasPrefix("/assets/") ? "max-age=300" : "no-store"))
        }
    }

    @Test(arguments: [
        "/nowhere", "/analyses/zzz", "/analyses/..%2f..%2fetc", "/analyses/%2e%2e", "/analyses/a/files/analysis.json",
        "/analyses/%00", "/analyses/é", "/analyses/zzz/setup", "/analyses/zzz/standing",
        "/analyses/zzz/files/list.xlsx",
    ])
    func unknownAddressesAreNotFound(_ path: String) async throws {
        try await Site.visit(TemporaryFolder()) { site in
            let zh = try await site.get(path)
            #expect(zh.status == .notFound)
            #expect(zh.text.contains("没有这一页"))
            #expect(try await site.get(path, .en).text.contains("No such page"))
        }
    }

    @Test(
        arguments: [
            ("en-GB,en;q=0.9", Language.en), ("fr, zh-TW;q=0.5, en", .zh), ("de", .zh), ("", .zh), (";,;", .zh),
        ] as [(String, Language)])
    func languageOfTheBrowser(_ header: String, _ expected: Language) {
        #expect(Visitor.preferred(header) == expected)
    }
}
