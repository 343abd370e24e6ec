import Kernel
import Markup
import Shell

/// Drop a sheet, or try a sample; what was analysed before.
struct AnalysesPage: PageModel {
    struct Entry: Codable, Sendable {
        let id: String
        let fileName: String
        let byteCount: Int
        /// `2026-11-22 14:05`, by the company's clock.
        let uploadedAt: String
        let state: AnalysisState

        init(_ analysis: StoredAnalysis, _ house: House) {
            (id, fileName, byteCount) = (analysis.id, analysis.fileName, analysis.byteCount)
            uploadedAt = house.clockText(Instant(analysis.uploadedAt))
            state = AnalysisState(analysis.state)
        }
    }

    /// Newest first.
    let entries: [Entry]
    /// Why the last upload was not taken.
    var problem: Phrase?
    var isDeleted = false

    var title: Phrase { Self.heading }
    static let heading = Phrase(zh: "谁可能离开？", en: "Who may leave?")
    static let trail = [Crumb(Phrase(zh: "表格分析", en: "Spreadsheets"), "/analyses")]

    func content(_ view: PageView) -> HTML {
        if isDeleted { Flash(Phrase(zh: "已删除表格和全部结果。", en: "The sheet and all its results are deleted.")) }
        if let problem { ProblemList([.init("file", problem)]) }
        p(.class("lead")) {
            Phrase(
                zh: "放入手头的员工或客户表格，几分钟后读到：谁可能离开、为什么、结果有多可信。",
                en: "Drop the staff or customer spreadsheet you already have. In minutes you read who may leave, why, "
                    + "and how far to trust it.")
        }
        upload(view)
        samples(view)
        section(.class("section"), .aria("labelledby", "earlier")) {
            h2(.id("earlier")) { Phrase(zh: "已有的分析", en: "Earlier analyses") }
            if entries.isEmpty {
                EmptyState(
                    title: Phrase(zh: "还没有分析", en: "No analyses yet"),
                    explanation: Phrase(
                        zh: "上传的表格和报告会列在这里，可随时打开或删除。",
                        en:
                            "Uploaded sheets and their reports will be listed here, to be opened or deleted at any time."
                    ))
            } else {
                list
            }
        }
    }

    private func upload(_ view: PageView) -> HTML {
        form(
            .action("/analyses"), .method(.post), .multipart,
            .data("upload", Phrase(zh: "正在上传并读取…", en: "Uploading and reading…")),
            .data("invite", Phrase(zh: "把文件拖到这里，或点击选择", en: "Drop the file here, or click to choose it"))
        ) {
            view.formMark
            Field(
                id: "file", label: Phrase(zh: "表格文件", en: "Spreadsheet"),
                hint: Phrase(
                    zh: "CSV 或 XLSX，最大 200 MB。每行一个人或一个客户，其中一列写明是否已经离开。",
                    en:
                        "CSV or XLSX, up to 200 MB. One row per person or customer, with a column that says who has left."
                ),
                problem: problem, isRequired: true, control: .file(accept: ".csv,.xlsx,.gz,.txt,.tsv"))
            button(.type("submit"), .class("primary")) { Phrase(zh: "上传并继续", en: "Upload and continue") }
        }
    }

    private func samples(_ view: PageView) -> HTML {
        section(.class("section"), .aria("labelledby", "samples")) {
            h2(.id("samples")) { Phrase(zh: "先看一个例子", en: "See an example first") }
            p {
                Phrase(
                    zh: "两份编造的表格，数据里埋有已知的规律，一分钟即可看到完整报告。",
                    en: "Two made-up sheets with known patterns planted in them; a full report takes a minute.")
            }
            div(.class("actions")) {
                sample("staff", view, Phrase(zh: "销售新人花名册（中文，800 人）", en: "Sales newcomers (in Chinese, 800 people)"))
                sample("customers", view, Phrase(zh: "客户清单（英文，1,200 家）", en: "Customers (in English, 1,200 rows)"))
            }
        }
    }

    private func sample(_ name: String, _ view: PageView, _ words: Phrase) -> HTML {
        form(.action(URLText("/samples/\(name)")), .method(.post)) {
            view.formMark
            button(.type("submit")) { words }
        }
    }

    private var list: HTML {
        DataTable(
            caption: Phrase(zh: "共 \(entries.count) 份，新的在前", en: "\(entries.count) in all, newest first"),
            columns: [
                TableColumn(Phrase(zh: "表格", en: "Sheet")), TableColumn(Phrase(zh: "上传时间", en: "Uploaded")),
                TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: entries.map { entry in
                TableRow(
                    [
                        .text(entry.fileName), .text(entry.uploadedAt),
                        TableCell { Badge(entry.state.badge, entry.state.words) },
                    ], target: URLText("/analyses/\(entry.id)"))
            }
        ).html
    }
}

extension AnalysisState {
    fileprivate var badge: Badge.Kind {
        switch self {
        case .uploaded, .requested: .neutral
        case .finished: .good
        case .refused: .bad
        }
    }
}
