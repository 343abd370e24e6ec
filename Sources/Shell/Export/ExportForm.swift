import Kernel
import Markup

/// The kinds of file a list can be exported as.
package enum ExportForm: String, Sendable, CaseIterable {
    case csv
    /// UTF-8 with a byte-order mark, so that Excel shows Chinese at once.
    case csvWithBOM = "csv-bom"
    case xlsx

    var mediaType: String {
        switch self {
        case .csv, .csvWithBOM: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    /// What an export gives.
    static let gives = Route.Gives.file("\(xlsx.mediaType), text/csv")

    var ending: String { self == .xlsx ? "xlsx" : "csv" }

    /// `?form=`
    static let field = FormField(
        "form",
        .choice([
            Choice("csv", Phrase(verbatim: "CSV")), Choice("csv-bom", Phrase(zh: "CSV（Excel）", en: "CSV for Excel")),
            Choice("xlsx", Phrase(verbatim: "XLSX")),
        ]), Phrase(zh: "格式", en: "Format"))
}
