import Kernel

/// A file that an analysis keeps beside its entry.
enum Artifact: Sendable, Equatable {
    case sheet
    case document
    case predictions
    case model
    case list(Language)
    case report(Language)
    /// The report as part of a page, ready to send.
    case body(Language)

    /// The names of what a visitor may download.
    static let downloads = ["list.xlsx", "report.html", "predictions.csv", "result.json", "model.json"]

    /// What a visitor may download, by the name in the address; the language is the visitor's.
    init?(download name: String, in language: Language) {
        switch name {
        case "list.xlsx": self = .list(language)
        case "report.html": self = .report(language)
        case "predictions.csv": self = .predictions
        case "result.json": self = .document
        case "model.json": self = .model
        default: return nil
        }
    }

    var fileName: String {
        switch self {
        case .sheet: "sheet"
        case .document: "result.json"
        case .predictions: "predictions.csv"
        case .model: "model.json"
        case .list(let language): "list.\(language.rawValue).xlsx"
        case .report(let language): "report.\(language.rawValue).html"
        case .body(let language): "body.\(language.rawValue).html"
        }
    }

    var mediaType: String {
        switch self {
        case .list: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .report, .body: "text/html; charset=utf-8"
        case .predictions: "text/csv; charset=utf-8"
        case .document, .model: "application/json"
        case .sheet: "application/octet-stream"
        }
    }
}
