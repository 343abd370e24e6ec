import Kernel
import Markup

/// An analysis as a page: conclusion first, then figures, how they were computed, and their limits.
///
/// ```swift
/// main { HTMLReport.body(document) }                                     // inside the application
/// try Data(HTMLReport.selfContained(document, in: .zh)).write(to: url)   // one file to mail or print
/// ```
public enum HTMLReport {
    /// Rows of the risk list that a page shows; all of them are in the workbook and the JSON.
    static let listRows = 20

    /// The report as sections of a page that has its own frame. Holds the page's `h1`; no inline styles or scripts.
    public static func body(_ document: AnalysisDocument) -> HTML {
        ReportBody(document).html
    }

    public static func title(_ document: AnalysisDocument) -> Phrase {
        Phrase(
            zh: "\(ReportWords.reportTitle.zh)：\(document.source.file)",
            en: "\(ReportWords.reportTitle.en): \(document.source.file)")
    }

    /// One UTF-8 file with styles and script inside, which fetches and sends nothing.
    public static func selfContained(_ document: AnalysisDocument, in language: Language) -> [UInt8] {
        Page(title: title(document), assets: .inlined, footer: footer) { body(document) }.bytes(in: language)
    }

    private static let footer = HTML {
        p {
            Phrase(
                zh: "由留任（Tenure）生成。文件自成一体，不会读取或发送任何数据。",
                en: "Made by Tenure. This file is complete in itself; it fetches and sends nothing.")
        }
    }
}
