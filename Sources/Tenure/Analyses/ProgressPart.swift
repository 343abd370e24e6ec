import Kernel
import Markup
import Shell

/// How far a running analysis is. Follows the work by script; without one, by the link.
struct ProgressPart: Part {
    var id: String
    var fileName: String
    var standing: AnalysisQueue.Standing
    var view: PageView

    @HTMLBuilder var html: HTML {
        div(.data("standing", "/analyses/\(id)/standing")) {
            ProgressBar(
                id: "progress", label: Phrase(zh: "进度", en: "Progress"), value: standing.share, step: standing.step)
            p(.data("without-script")) {
                a(.class("button"), .href(URLText("/analyses/\(id)"))) { Phrase(zh: "刷新", en: "Refresh") }
            }
        }
        p {
            Phrase(
                zh: "完成后这里会显示报告。可以离开本页，分析会继续进行，稍后从首页回来即可。",
                en:
                    "The report will appear here. You can leave this page; the work goes on, and the first page leads back."
            )
        }
        DeletionForm(id: id, view: view)
    }
}
