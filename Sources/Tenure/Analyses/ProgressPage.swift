import Kernel
import Markup

/// How far a running analysis is. Reloads itself by script; without one, by the link.
struct ProgressPage {
    var id: String
    var fileName: String
    var standing: AnalysisQueue.Standing
    var formToken: String

    static let title = Phrase(zh: "正在分析", en: "Analysing")

    @HTMLBuilder var content: HTML {
        h1 { Self.title }
        p(.class("lead")) { fileName }
        div(.class("running"), .data("standing", "/analyses/\(id)/standing")) {
            progress(
                .aria("label", Phrase(zh: "进度", en: "Progress")), .max("100"), .value(String(Int(standing.share * 100)))
            ) {}
            p(.role("status"), .data("step")) { standing.step }
        }
        p {
            Phrase(
                zh: "可以离开本页，稍后再回来；分析会继续进行。",
                en: "You can leave this page and come back; the work goes on.")
        }
        p { a(.href(URLText("/analyses/\(id)"))) { Phrase(zh: "刷新", en: "Refresh") } }
        deletion(id: id, formToken: formToken)
    }
}
