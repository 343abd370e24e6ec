import Foundation
import Kernel
import Testing

@testable import Analysis

/// Writes every sample to a directory, for looking at: `TENURE_GALLERY=/tmp/gallery swift test --filter GalleryTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TENURE_GALLERY"] != nil))
struct GalleryTests {
    @Test(arguments: SampleDocuments.all.map(\.name), Language.allCases)
    func writes(name: String, language: Language) throws {
        let folder = try #require(ProcessInfo.processInfo.environment["TENURE_GALLERY"])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let document = SampleDocuments.named(name)
        let start = "\(folder)/\(name)-\(language.rawValue)"
        try Data(TextReport.text(document, in: language).utf8).write(to: URL(fileURLWithPath: start + ".txt"))
        try Data(HTMLReport.selfContained(document, in: language)).write(to: URL(fileURLWithPath: start + ".html"))
    }
}
