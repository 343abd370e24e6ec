import Kernel
import Markup
import Shell

/// One analysis wherever it stands: the question to answer, the work under way, or the report.
struct AnalysisPage: PageModel {
    let id: String
    let fileName: String
    let state: AnalysisState
    /// While it runs.
    var standing: AnalysisQueue.Standing?
    /// While an answer is needed.
    var setup: SetupPage?
    /// Of a finished one, at `/analyses/{id}/files/…`; the figures of the report are in `result.json`.
    var files: [String] = []

    var title: Phrase {
        switch state {
        case .uploaded, .refused: SetupPage.heading
        case .requested: Phrase(zh: "正在分析", en: "Analysing")
        case .finished:
            setup == nil ? Phrase(zh: "分析报告：\(fileName)", en: "Report: \(fileName)") : SetupPage.heading
        }
    }

    func heading(_ view: PageView) -> any Heading {
        setup == nil && state == .finished ? ReportHead(title: title, fileName: fileName) : Self.head(title, fileName)
    }

    func content(_ view: PageView) -> HTML {
        if let setup {
            setup.content(view)
        } else if let standing {
            ProgressPart(id: id, fileName: fileName, standing: standing, view: view)
        } else {
            ResultPart(id: id, view: view)
        }
    }

    /// The title with the sheet's name below it.
    static func head(_ title: Phrase, _ fileName: String) -> PageHead {
        PageHead(title, note: Phrase(verbatim: fileName), breadcrumbs: AnalysesPage.trail.steps)
    }

    /// The report brings its own first heading: only the way here stands above it.
    private struct ReportHead: Heading {
        let title: Phrase
        let fileName: String
        var breadcrumbs: Breadcrumbs? {
            Breadcrumbs(AnalysesPage.trail.steps, current: Phrase(verbatim: fileName))
        }
        var html: HTML { .empty }
    }
}
