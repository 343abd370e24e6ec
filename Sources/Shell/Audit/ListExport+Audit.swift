import Kernel

extension ListExport {
    /// The list as filtered, without the values that were changed: those are read entry by entry.
    static let audit = ListExport(
        "audit", of: "/audit", Phrase(zh: "导出审计日志", en: "Export the audit log"), reading: .readAudit,
        query: AuditRoutes.filters
    ) { asked in
        try AuditStore.check(asked.viewer)
        let (filter, house) = (AuditStore.Filter(asked.query), asked.house)
        return Export(AuditPage.crumb.title, columns: auditColumns) { cursor, tx in
            var page = filter
            page.before = cursor ?? filter.before
            let rows = try AuditStore.rows(page, limit: Export<AuditPage.Row>.batch, house, tx)
            return (rows, rows.count < Export<AuditPage.Row>.batch ? nil : rows.last?.number)
        }
    }

    private static let auditColumns: [ExportColumn<AuditPage.Row>] = [
        .integer(Phrase(zh: "序号", en: "Number")) { Int($0.number) },
        .text(Phrase(zh: "时间", en: "When")) { $0.when },
        .text(Phrase(zh: "操作人", en: "By")) { $0.actor },
        .words(Phrase(zh: "操作", en: "Action")) { $0.action },
        .words(Phrase(zh: "记录类型", en: "Record")) { $0.record },
        .text(Phrase(zh: "记录编号", en: "Record number")) { $0.recordID.map(String.init) },
        .text(Phrase(zh: "来源地址", en: "From")) { $0.address },
    ]
}
