import Kernel

extension ListExport {
    static let inbox = ListExport(
        "inbox", of: "/inbox", Phrase(zh: "导出收件箱", en: "Export the inbox"), reading: nil,
        query: [FormField("done", .flag, Phrase(zh: "已处理", en: "Done"))]
    ) { asked in
        let (viewer, house, isDone) = (asked.viewer, asked.house, asked.query["done"] == "yes")
        return Export(Phrase(zh: "收件箱", en: "Inbox"), columns: inboxColumns) { cursor, tx in
            let page = try InboxRoutes.list(
                viewer, isDone: isDone, before: cursor.map { ID($0) }, limit: Export<InboxPage.Item>.batch, house, tx)
            return (page.items, page.next?.rawValue)
        }
    }

    private static let inboxColumns: [ExportColumn<InboxPage.Item>] = [
        .words(Phrase(zh: "事项", en: "What")) { $0.title },
        .words(Phrase(zh: "说明", en: "Detail")) { $0.detail },
        .words(Phrase(zh: "类型", en: "Kind")) { $0.kind.name },
        .day(Phrase(zh: "到期日", en: "Due")) { $0.due },
        .text(Phrase(zh: "收到时间", en: "Since")) { $0.when },
    ]
}
