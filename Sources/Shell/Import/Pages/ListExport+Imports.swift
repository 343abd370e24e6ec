import Kernel

extension ListExport {
    static let imports = ListExport(
        "imports", of: "/imports", Phrase(zh: "导出导入批次", en: "Export the import batches"), reading: .importData
    ) { asked in
        let (viewer, house) = (asked.viewer, asked.house)
        return Export(ImportWords.imports, columns: importColumns) { cursor, tx in
            let batch = Export<BatchHead>.batch
            let rows = try ImportStore.batches(before: cursor, limit: batch, viewer, house, tx)
            return (rows.map { BatchHead($0, house) }, rows.count < batch ? nil : rows.last?.id.rawValue)
        }
    }

    private static let importColumns: [ExportColumn<BatchHead>] = [
        .text(Phrase(zh: "文件", en: "File")) { $0.fileName },
        .words(Phrase(zh: "内容", en: "Kind")) { $0.kindName },
        .text(Phrase(zh: "上传人", en: "Uploaded by")) { $0.uploadedBy },
        .text(Phrase(zh: "上传时间", en: "Uploaded")) { $0.uploadedAt },
        .integer(Phrase(zh: "行数", en: "Rows")) { $0.rowCount },
        .integer(Phrase(zh: "新增", en: "New")) { $0.counts?.created },
        .integer(Phrase(zh: "更新", en: "Changed")) { $0.counts?.updated },
        .words(Phrase(zh: "状态", en: "State")) { $0.state.name },
    ]
}
