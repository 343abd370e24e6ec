import Analysis
import Kernel
import Markup

/// The report inside the application, with its downloads.
struct ResultPage {
    var id: String
    var fileName: String
    var document: AnalysisDocument
    var formToken: String

    static func title(_ fileName: String) -> Phrase {
        Phrase(zh: "分析报告：\(fileName)", en: "Report: \(fileName)")
    }

    @HTMLBuilder var content: HTML {
        nav(.class("breadcrumbs"), .aria("label", Phrase(zh: "位置", en: "You are here"))) {
            a(.href("/")) { HomePage.title }
            span { " / \(fileName)" }
        }
        div(.class("actions", "downloads")) {
            file("list.xlsx", Phrase(zh: "下载名单（XLSX）", en: "Download the list (XLSX)"))
            file("report.html", Phrase(zh: "下载报告（HTML，可打印）", en: "Download the report (HTML, printable)"))
            file("predictions.csv", Phrase(zh: "留出预测（CSV）", en: "Held-out predictions (CSV)"))
            file("result.json", Phrase(zh: "全部结果（JSON）", en: "All results (JSON)"))
            a(.href(URLText("/analyses/\(id)/setup"))) {
                Phrase(zh: "换一种设置再分析", en: "Analyse again with other choices")
            }
        }
        HTMLReport.body(document)
        deletion(id: id, formToken: formToken)
    }

    private func file(_ name: String, _ words: Phrase) -> HTML {
        a(.class("button"), .href(URLText("/analyses/\(id)/files/\(name)")), .download(name)) { words }
    }
}
