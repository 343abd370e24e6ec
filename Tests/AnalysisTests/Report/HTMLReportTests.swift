import Foundation
import Kernel
import Markup
import Testing

@testable import Analysis

@Suite struct HTMLReportTests {
    @Test(arguments: SampleDocuments.all.map(\.name), Language.allCases)
    func `is well formed and says no nonsense`(name: String, language: Language) {
        let document = SampleDocuments.named(name)
        let page = MarkupReader(String(decoding: HTMLReport.selfContained(document, in: language), as: UTF8.self))
        #expect(page.problems.isEmpty, "\(page.problems.prefix(5))")
        #expect(!page.text.lowercased().contains(/\bnan\b|\binf\b|\bnil\b|optional\(/))
        #expect(page.elements["h1"] == 1)
        #expect(page.elements["script"] == 1)
    }

    /// The application's content policy forbids inline styles, scripts and handlers.
    @Test(arguments: SampleDocuments.all.map(\.name), Language.allCases)
    func `body holds no styles, scripts or handlers`(name: String, language: Language) {
        let body = MarkupReader(HTMLReport.body(SampleDocuments.named(name)).string(in: language))
        #expect(!body.attributeNames.contains("style"))
        #expect(!body.attributeNames.contains { $0.hasPrefix("on") })
        for element in ["script", "style", "link", "img", "b", "iframe"] {
            #expect(body.elements[element] == nil, "\(element)")
        }
    }

    /// Chinese words never stand in an English report of an English sheet.
    @Test(arguments: ["customers", "effect", "nothing", "empty-list", "unknown"])
    func `an English report is English`(name: String) {
        let document = SampleDocuments.named(name)
        let isChinese = { (scalar: Unicode.Scalar) in
            (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
        }
        let html = MarkupReader(String(decoding: HTMLReport.selfContained(document, in: .en), as: UTF8.self)).text
        #expect(!html.unicodeScalars.contains(where: isChinese))
        #expect(!TextReport.text(document, in: .en).unicodeScalars.contains(where: isChinese))
    }

    /// Latin words in a Chinese report of a Chinese sheet are the sheet's own or terms of the trade.
    @Test(arguments: ["staff", "survival", "tiny", "scored"])
    func `a Chinese report is Chinese`(name: String) {
        let allowed: Set<String> = [
            "ROC", "AUC", "PR", "Brier", "ECE", "PSI", "Kaplan", "Meier", "Harrell", "Tenure", "JSON", "xlsx", "n", "p",
            "TN",
        ]
        let document = SampleDocuments.named(name)
        let html = MarkupReader(String(decoding: HTMLReport.selfContained(document, in: .zh), as: UTF8.self)).text
        for text in [html, TextReport.text(document, in: .zh)] {
            let words = text.replacing(/&[a-z]+;|&#\d+;/, with: " ").matches(of: /[A-Za-z]+/).map { String($0.output) }
            #expect(Set(words).subtracting(allowed).isEmpty)
        }
    }

    @Test func `starts with the conclusion and its figures`() throws {
        let html = HTMLReport.body(SampleDocuments.staff).string(in: .zh)
        let heading = try #require(html.firstRange(of: "<h1>能看出谁更可能离开"))
        let figures = try #require(html.firstRange(of: "每 100 人约 24 人</dd>"))
        let contents = try #require(html.firstRange(of: "<nav class=\"contents\""))
        #expect(heading.lowerBound < figures.lowerBound)
        #expect(figures.lowerBound < contents.lowerBound)
    }

    /// Of people a report speaks of chances, never of what they are going to do.
    @Test(arguments: SampleDocuments.all.map(\.name))
    func `speaks with care`(name: String) {
        let html = HTMLReport.body(SampleDocuments.named(name)).string(in: .zh)
        for word in ["将离职", "会离职", "将会离开", "必然"] { #expect(!html.contains(word), "\(word)") }
    }

    @Test func `warns of a ranking that is luck`() {
        #expect(HTMLReport.body(SampleDocuments.nothing).string(in: .en).contains("Do not act on it."))
        #expect(!HTMLReport.body(SampleDocuments.staff).string(in: .zh).contains("请不要依据它采取行动"))
    }

    /// A list of people who are all still there does not say so in every row.
    @Test func `tells known outcomes only where they differ`() throws {
        var document = SampleDocuments.staff
        #expect(HTMLReport.body(document).string(in: .zh).contains("已知结果"))
        let list = try #require(document.riskList)
        document.riskList?.rows = list.rows.map { row in
            var row = row
            row.left = false
            return row
        }
        #expect(!HTMLReport.body(document).string(in: .zh).contains("已知结果"))
        #expect(!TextReport.text(document, in: .zh).contains("已知结果"))
    }

    @Test func `a small sheet makes a small page`() {
        #expect(HTMLReport.selfContained(SampleDocuments.staff, in: .zh).count < 400_000)
        var document = SampleDocuments.staff
        document.riskList = SampleDocuments.staffList(rows: 5000)
        #expect(HTMLReport.selfContained(document, in: .zh).count < 400_000)
    }
}
