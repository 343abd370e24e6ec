import Kernel
import Markup

/// One job: can be left, and come back to.
struct JobPage: PageModel {
    let job: JobRow

    var title: Phrase { job.name }
    var trail: [Crumb] { [JobsPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            switch job.state {
            case .running, .waiting:
                div(.data("standing", "/jobs/\(job.id)/standing")) {
                    ProgressBar(id: "progress", label: job.state.name, value: job.share, step: job.step)
                    p(.data("without-script")) {
                        a(.class("button"), .href(URLText("/jobs/\(job.id)"))) { Phrase(zh: "刷新", en: "Refresh") }
                    }
                }
                p {
                    Phrase(
                        zh: "可以离开本页，任务会继续进行，稍后再回来查看。",
                        en: "You can leave this page; the work goes on, and you can come back later.")
                }
                if let failure = job.failure { Notice(.warning) { p { failure } } }
                action("cancellation", Phrase(zh: "取消任务", en: "Cancel the job"), view)
            case .failed:
                Notice(.bad, title: job.state.name) { p { job.failure ?? Phrase(zh: "原因不明。", en: "Reason unknown.") } }
                action("retry", Phrase(zh: "重试", en: "Try again"), view)
            case .cancelled:
                Notice(.information, title: job.state.name) { p { Phrase(zh: "任务已取消。", en: "The job was cancelled.") } }
                action("retry", Phrase(zh: "重新开始", en: "Start again"), view)
            case .done:
                Notice(.good) { p { Phrase(zh: "任务已完成。", en: "The job is done.") } }
            }
            KeyValueList([
                .init(Phrase(zh: "提交时间", en: "Asked for"), .text(job.created)),
                .init(Phrase(zh: "开始时间", en: "Started"), job.started, unknown: Phrase(zh: "尚未开始", en: "not yet")),
                .init(Phrase(zh: "结束时间", en: "Ended"), job.ended, unknown: Phrase(zh: "尚未结束", en: "not yet")),
                .init(Phrase(zh: "执行次数", en: "Attempts"), .text(String(job.attempts))),
            ])
        }
    }

    private func action(_ name: String, _ words: Phrase, _ view: PageView) -> HTML {
        HTML {
            form(.method(.post), .action(URLText("/jobs/\(job.id)/\(name)"))) {
                view.formMark
                button(.type("submit")) { words }
            }
        }
    }
}
