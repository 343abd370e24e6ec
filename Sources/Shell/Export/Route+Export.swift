import HTTPTypes
import Hummingbird
import Kernel

extension Route {
    /// Rows that are no list page as CSV or XLSX; list pages use ``ListExport``: `?form=csv|csv-bom|xlsx`. Written to a temporary file, noted in the audit log, then sent.
    package static func export<Record>(
        _ path: String, _ access: Access, _ summary: Phrase, query: [FormField] = [],
        _ make: @escaping @Sendable (Call) async throws -> Export<Record>
    ) -> Route {
        Route(
            .get, path, access, summary, query: [ExportForm.field] + query, gives: ExportForm.gives
        ) { _, call in
            let form = try call.query["form"].map { text in
                guard let form = ExportForm(rawValue: text) else { throw Missing() }
                return form
            }
            return try await make(call).answer(ExportQuestion(call), as: form ?? .xlsx, call)
        }
    }
}
