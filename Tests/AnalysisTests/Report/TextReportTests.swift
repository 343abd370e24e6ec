import Foundation
import Kernel
import Testing

@testable import Analysis

@Suite struct TextReportTests {
    @Test(arguments: SampleDocuments.all.map(\.name), Language.allCases)
    func `is plain text within its width`(name: String, language: Language) {
        let text = TextReport.text(SampleDocuments.named(name), in: language)
        #expect(!text.lowercased().contains(/\bnan\b|\binf\b|optional\(/))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!text.contains("\u{202E}"))
        for line in text.split(separator: "\n") {
            #expect(DisplayWidth.of(line) <= 100, "\(line)")
            #expect(line.last != " ", "\(line)")
        }
    }

    @Test(arguments: [48, 60, 80, 140])
    func `keeps narrow and wide widths`(width: Int) {
        var options = TextReport.Options()
        options.width = width
        for (name, document) in SampleDocuments.all where name != "hostile" {
            let lines = TextReport(document, language: .en, options: options).text.split(separator: "\n")
            let tooWide = lines.filter { DisplayWidth.of($0) > width && !$0.hasPrefix("  ") }
            #expect(tooWide.isEmpty, "\(name): \(tooWide)")
        }
    }

    /// The order of issue 2: conclusion, what was dropped, size, model, measures, calibration, tree, drivers, tiers, list, limits.
    @Test func `reads top-down`() throws {
        let text = TextReport.text(SampleDocuments.staff, in: .zh)
        let titles = [
            "结论", "去掉或处理过的列", "规模", "模型", "可信程度", "概率是否属实", "一条简单的规则", "驱动因素", "风险层级",
            "风险名单", "各群体是否受到同等对待", "局限",
        ]
        let places = try titles.map { try #require(text.range(of: "\($0)\n─"), "\($0)").lowerBound }
        #expect(places == places.sorted())
        #expect(text.hasPrefix("结论\n"))
    }

    @Test func `shows three reasons and as many rows as asked`() {
        var options = TextReport.Options()
        options.listRows = 2
        let text = TextReport(SampleDocuments.staff, options: options).text
        #expect(text.contains("1. TN1000"))
        #expect(text.contains("2. TN1013"))
        #expect(!text.contains("3. TN1026"))
        #expect(text.count { $0 == "↑" || $0 == "↓" } == 6)
        #expect(text.contains("名单共 24 行"))
    }

    @Test func `uses terminal codes only when asked`() {
        var options = TextReport.Options()
        options.usesColour = true
        #expect(TextReport(SampleDocuments.tiny, options: options).text.contains("\u{1B}[1m"))
        #expect(!TextReport(SampleDocuments.tiny).text.contains("\u{1B}"))
    }

    @Test func `warns of a ranking that is luck`() {
        #expect(TextReport.text(SampleDocuments.nothing, in: .en).contains("cannot be told from luck"))
        #expect(!TextReport.text(SampleDocuments.customers, in: .en).contains("cannot be told from luck"))
    }

    @Test(arguments: ["staff", "customers", "effect", "scored"], Language.allCases)
    func `reads as recorded`(name: String, language: Language) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Snapshots")
        let file = folder.appendingPathComponent("\(name).\(language).txt")
        let text = TextReport.text(SampleDocuments.named(name), in: language)
        if ProcessInfo.processInfo.environment["TENURE_RECORD_SNAPSHOTS"] != nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
}
