import Markup
import Shell

extension PageView {
    /// The list of this page as files, as it is filtered; nil for who may not export.
    /// - Parameter path: where the export is.
    func exportMenu(_ path: String) -> ExportMenu? {
        guard can(.exportData) else { return nil }
        func file(_ form: String) -> URLText {
            var query = query
            // The whole list leaves, whatever page of it is shown.
            for name in ["after", "first"] { query.set(name, nil) }
            query.set("form", form)
            return URLText(path + "?" + query.urlEncoded)
        }
        return ExportMenu(csv: file("csv"), csvWithBOM: file("csv-bom"), xlsx: file("xlsx"))
    }
}
