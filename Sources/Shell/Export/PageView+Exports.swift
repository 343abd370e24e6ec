import Kernel
import Markup

extension PageView {
    /// The files a list page offers: those of its ``ListExport``, with the filters and the order of the page.
    /// - Parameters:
    ///   - list: the list's address; this page's without.
    ///   - isOwn: the rows are the viewer's own, so that no capability is asked for.
    package func exports(of list: String? = nil, isOwn: Bool = false) -> ExportMenu? {
        guard isOwn || can(.exportData) else { return nil }
        func target(_ form: ExportForm) -> URLText {
            var fields = listQuery
            fields.set("form", form.rawValue)
            return URLText((list ?? path) + "/export?" + fields.urlEncoded)
        }
        return ExportMenu(csv: target(.csv), csvWithBOM: target(.csvWithBOM), xlsx: target(.xlsx))
    }
}
