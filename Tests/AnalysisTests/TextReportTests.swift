import Foundation
import Kernel
import Testing

@testable import Analysis

@Suite struct TextReportTests {
    @Test(arguments: SampleDocuments.all.map(\.name), Language.allCases)
    func isPlainTextInBothLanguages(name: String, language: Language) {
        let text = TextReport.text(SampleDocuments.named(name), in: language)
        #expect(!text.lowercased().contains(/\bnan\b|\binf\b/))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!text.contains("\u{202E}"))
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 100, "\(line)") }
    }
}
