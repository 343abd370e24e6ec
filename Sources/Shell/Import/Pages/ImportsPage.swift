import Kernel
import Markup

/// All batches the viewer may see, newest first.
struct ImportsPage: PageModel {
    let batches: [BatchHead]
    /// Where the next page begins; nil on the last.
    let next: ID<ImportBatch>?
    let isFirst: Bool

    var title: Phrase { ImportWords.imports }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "从 Excel 或 CSV 导入资料；每个批次都可以核对，在保留期内可以撤销。",
                en: "Bring in Excel or CSV files. Every batch can be reconciled and, for a time, undone."),
            actions: [.link(ImportWords.new, "/imports/new", look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        ListPage(
            export: view.exports(),
            table: DataTable(
                id: "imports", caption: title,
                columns: [
                    TableColumn(Phrase(zh: "文件", en: "File")), TableColumn(Phrase(zh: "内容", en: "Kind")),
                    TableColumn(Phrase(zh: "上传人", en: "Uploaded by")), TableColumn(Phrase(zh: "上传时间", en: "Uploaded")),
                    TableColumn(Phrase(zh: "行数", en: "Rows"), isNumber: true),
                    TableColumn(Phrase(zh: "新增", en: "New"), isNumber: true),
                    TableColumn(Phrase(zh: "更新", en: "Changed"), isNumber: true),
                    TableColumn(Phrase(zh: "状态", en: "State")),
                ],
                rows: batches.map(row), phone: .twoLines, hidesCaption: true),
            pages: Pagination(
                previous: isFirst ? nil : URLText("/imports"), next: next.map { URLText("/imports?before=\($0)") }),
            empty: EmptyState(
                title: Phrase(zh: "还没有导入过文件", en: "Nothing was imported yet"),
                explanation: Phrase(
                    zh: "导入花名册等资料后，批次会显示在这里。", en: "Batches appear here once a file was imported.")
            ) { a(.class("button primary"), .href("/imports/new")) { ImportWords.new } }
        ).html
    }

    private func row(_ batch: BatchHead) -> TableRow {
        TableRow(
            [
                .text(batch.fileName), .words(batch.kindName), .text(batch.uploadedBy), .text(batch.uploadedAt),
                .count(batch.rowCount), batch.counts.map { .count($0.created) } ?? .text("—"),
                batch.counts.map { .count($0.updated) } ?? .text("—"), TableCell { batch.badge },
            ], target: URLText(batch.place))
    }
}
