import Kernel
import Markup

/// The background work of the house.
struct JobsPage: PageModel {
    let running: [JobRow]
    let failed: [JobRow]
    let waiting: [JobRow]
    let done: [JobRow]

    static let crumb = Crumb(Phrase(zh: "后台任务", en: "Background jobs"), "/jobs")
    var title: Phrase { Self.crumb.title }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let exports = view.exports() {
                div(.class("list-tools")) { div(.class("tools")) { exports } }
            }
            if running.isEmpty, failed.isEmpty, waiting.isEmpty, done.isEmpty {
                EmptyState(
                    title: Phrase(zh: "没有后台任务", en: "No jobs"),
                    explanation: Phrase(
                        zh: "导入、计算等耗时的工作会在这里显示进度。", en: "Long work, such as imports, shows its progress here."))
            }
            if !running.isEmpty {
                section {
                    h2 { JobState.running.name }
                    for job in running {
                        ProgressBar(id: "job-\(job.id)", label: job.name, value: job.share, step: job.step)
                        p {
                            a(.href(URLText("/jobs/\(job.id)"))) {
                                Phrase(zh: "查看“\(job.name.zh)”", en: "Open “\(job.name.en)”")
                            }
                        }
                    }
                }
            }
            table(failed, .failed, Phrase(zh: "原因", en: "Reason")) { .words($0.failure ?? Phrase(verbatim: "—")) }
            table(waiting, .waiting, Phrase(zh: "不早于", en: "Not before")) { .text($0.next) }
            table(done, .done, Phrase(zh: "完成时间", en: "Finished")) { .text($0.ended ?? "—") }
            if !done.isEmpty {
                p(.class("hint")) {
                    Phrase(
                        zh: "系统自动执行的任务，每种只列出最近一次完成的记录；导出的文件中包含全部记录。",
                        en:
                            "Of what the system does by itself the last run of each kind is listed; the file has them all."
                    )
                }
            }
        }
    }

    private func table(
        _ jobs: [JobRow], _ state: JobState, _ last: Phrase, _ cell: (JobRow) -> TableCell
    ) -> HTML {
        HTML {
            if !jobs.isEmpty {
                DataTable(
                    caption: state.name,
                    columns: [
                        TableColumn(Phrase(zh: "任务", en: "Job")), TableColumn(Phrase(zh: "提交时间", en: "Asked for")),
                        TableColumn(last),
                    ],
                    rows: jobs.map {
                        TableRow([.words($0.name), .text($0.created), cell($0)], target: URLText("/jobs/\($0.id)"))
                    })
            }
        }
    }
}
