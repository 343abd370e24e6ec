import Kernel
import Markup

/// What the dry run found, and what committing would do.
struct CheckPage: PageModel {
    let batch: BatchHead
    let work: BatchWork?
    let refusedRows: Int
    let problemCount: Int
    let noteCount: Int
    /// One page of them.
    let problems: [ImportProblem]
    /// Where the next page of problems begins.
    let next: Int?
    let isFirst: Bool
    /// Another batch of the same file that is in force.
    let twin: ID<ImportBatch>?
    let state: FormState

    var title: Phrase { Phrase(zh: "检查结果", en: "What the check found") }
    var trail: [Crumb] { BatchHead.trail }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            work?.isRunning == true ? work?.step ?? title : title,
            note: Phrase(verbatim: "\(batch.fileName) · ") + batch.kindName, breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            batch.steps(2)
            state.problemList
            work?.part(batch, back: batch.path + "/check")
            if work?.isRunning != true {
                if batch.state == .uploaded {
                    unchecked(view)
                } else {
                    verdict(view)
                    if !problems.isEmpty { problemTable }
                }
            }
        }
    }

    @HTMLBuilder private func unchecked(_ view: PageView) -> HTML {
        p { Phrase(zh: "这个文件还没有检查，或检查被中断。", en: "This file was not checked yet, or the check was cut off.") }
        PageAction.post(
            Phrase(zh: "检查文件", en: "Check the file"), URLText(batch.path + "/check"), hidden: view.hidden,
            look: .primary)
    }

    @HTMLBuilder private func verdict(_ view: PageView) -> HTML {
        if let twin {
            Notice(.information) {
                p {
                    Phrase(zh: "同一个文件已经导入过：", en: "The same file was imported before: ")
                    a(.href(URLText("/imports/\(twin)"))) { Phrase(zh: "查看那个批次", en: "see that batch") }
                }
            }
        }
        if problemCount > 0 {
            Notice(.bad, title: Phrase(zh: "\(refusedRows) 行有问题", en: "\(refusedRows) rows have problems")) {
                p {
                    Phrase(
                        zh: "共 \(batch.rowCount) 行，发现 \(problemCount) 处问题。请下载标注了问题的表格，修改后重新上传。",
                        en:
                            "\(problemCount) problems in \(batch.rowCount) rows. Download the marked-up sheet, mend it, and upload it again."
                    )
                }
                div(.class("actions")) {
                    PageAction.link(
                        Phrase(zh: "下载标注的表格", en: "Download the marked-up sheet"),
                        URLText(batch.path + "/files/marked"),
                        look: .primary)
                    PageAction.link(Phrase(zh: "上传修改后的文件", en: "Upload the mended file"), "/imports/new")
                }
            }
        }
        if let counts = batch.counts {
            h2 {
                problemCount > 0
                    ? Phrase(zh: "没有问题的行", en: "The rows without problems")
                    : Phrase(zh: "导入之后", en: "What committing does")
            }
            ImportWords.counts(counts)
            if counts.changesSomething {
                PageAction.post(
                    problemCount > 0
                        ? Phrase(zh: "只导入没有问题的行", en: "Take the good rows only") : Phrase(zh: "导入", en: "Commit"),
                    URLText(batch.path + "/commit"),
                    hidden: view.hidden + [HiddenField("rows", problemCount > 0 ? "good" : "all")],
                    look: problemCount > 0 ? .plain : .primary)
            } else {
                Notice(.good) {
                    p {
                        Phrase(
                            zh: "没有任何变化：这些资料与系统中的一致，不需要导入。",
                            en: "Nothing changes: what the file says is already there. There is nothing to commit.")
                    }
                }
            }
        }
        p {
            a(.href(URLText(batch.path + "/mapping"))) { Phrase(zh: "返回修改对应列", en: "Back to the columns") }
        }
    }

    @HTMLBuilder private var problemTable: HTML {
        ProblemTable(
            problems.map { problem in
                .init(
                    row: problem.row == 0 ? nil : problem.row, column: problem.column, value: problem.value,
                    problem.problem, weight: problem.weight == .refused ? .error : .warning)
            },
            caption: Phrase(
                zh: "问题 \(problemCount) 处，提示 \(noteCount) 处", en: "\(problemCount) problems, \(noteCount) notes"))
        Pagination(
            previous: isFirst ? nil : URLText(batch.path + "/check"),
            next: next.map { URLText(batch.path + "/check?after=\($0)") })
    }
}
