import Foundation
import Kernel
import Testing

@testable import Markup

/// The markup of parts against files in `Snapshots`. To accept a change, run the tests once with
/// `TENURE_RECORD_SNAPSHOTS=1` and read the difference before committing it.
@Suite struct SnapshotTests {
    static let parts: [(String, HTML)] = [
        ("small-parts", Samples.smallParts),
        ("table", Samples.table.html),
        (
            "table-without-rows",
            DataTable(caption: Phrase(zh: "空", en: "Empty"), columns: Samples.table.columns, rows: []).html
        ),
        ("fields", HTML { for field in Samples.fields { field } }),
        ("problems", ProblemList(of: Samples.fields).html),
        ("figure", Samples.figure.html),
        ("report", Report([ReportSection(id: "a", title: Phrase(zh: "结论", en: "Conclusion")) { p { "x" } }]).html),
        ("bar-chart", Samples.bars.html),
        ("waterfall-chart", Samples.waterfall.html),
        ("list-page", KitSamples.directory(KitSamples.people).html),
        ("list-page-without-rows", KitSamples.directory([]).html),
        ("record-page", KitSamples.record),
        ("work-parts", KitSamples.work),
    ]

    @Test(arguments: parts.indices, Language.allCases)
    func `parts look as recorded`(index: Int, language: Language) throws {
        let (name, html) = Self.parts[index]
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
        let file = folder.appendingPathComponent("\(name).\(language).html")
        // One tag per line, so that a difference can be read.
        let text = html.string(in: language).replacing("><", with: ">\n<") + "\n"
        if ProcessInfo.processInfo.environment["TENURE_RECORD_SNAPSHOTS"] != nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
}
