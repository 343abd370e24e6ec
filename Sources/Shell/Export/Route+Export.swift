import HTTPTypes
import Hummingbird
import Kernel

extension Route {
    /// A list as CSV or XLSX: `?form=csv|csv-bom|xlsx`. Written to a temporary file, noted in the audit log, then sent.
    package static func export<Record>(
        _ path: String, _ access: Access, _ summary: Phrase, query: [FormField] = [],
        _ make: @escaping @Sendable (Call) async throws -> Export<Record>
    ) -> Route {
        Route(
            .get, path, access, summary, query: [ExportForm.field] + query, gives: .file("application/octet-stream")
        ) { _, call in
            let form = try call.query["form"].map { text in
                guard let form = ExportForm(rawValue: text) else { throw Missing() }
                return form
            }
            return try await call.answer(with: try await make(call), as: form ?? .xlsx)
        }
    }
}

extension Call {
    func answer<Record>(with export: Export<Record>, as form: ExportForm) async throws -> Response {
        let (file, language, viewer, house) = (TemporaryFile(), language, try viewer, house)
        let count = try await read { tx in
            try ExportFile.write(export, as: form, to: file.path, in: language, tx)
        }
        // Personal data that leaves the house is noted before the first byte does.
        let (address, path) = (context.address, path)
        try await write { tx in
            let words = "\(path) · \(form.rawValue) · \(count)"
            try Audit.record(
                AuditEntry(.listExported, reason: words), by: viewer, from: address, house, in: tx)
        }
        let name = export.title[language] + "-" + today.iso
        return Response(
            status: .ok,
            headers: [
                .contentType: form.mediaType,
                .contentDisposition: DownloadName(whole: name + "." + form.ending, plain: "export." + form.ending)
                    .header,
            ], body: try file.body())
    }
}

extension AuditAction {
    static let listExported = AuditAction("data.export", Phrase(zh: "导出数据", en: "Exported data"))
}
