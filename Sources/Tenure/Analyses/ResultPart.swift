import Kernel
import Markup
import Shell

/// The report inside the application, with its downloads. The report itself was rendered when the analysis finished.
struct ResultPart: Part {
    var id: String
    var view: PageView

    @HTMLBuilder var html: HTML {
        div(.class("actions", "downloads")) {
            a(.class("button", "primary"), file("list.xlsx")) {
                Phrase(zh: "下载名单（XLSX）", en: "Download the list (XLSX)")
            }
            a(.class("button"), file("report.html")) { Phrase(zh: "报告文件（可打印）", en: "Report file (printable)") }
            a(file("predictions.csv")) { Phrase(zh: "留出预测 CSV", en: "Held-out predictions, CSV") }
            a(file("result.json")) { Phrase(zh: "全部结果 JSON", en: "All results, JSON") }
            a(.href(URLText("/analyses/\(id)/setup"))) {
                Phrase(zh: "换一种设置再分析", en: "Analyse again with other choices")
            }
        }
        Layout.slot
        DeletionForm(id: id, view: view)
    }

    private func file(_ name: String) -> Attribute { .href(URLText("/analyses/\(id)/files/\(name)")) }
}
