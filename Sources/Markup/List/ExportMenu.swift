import Kernel

/// The list as filtered, as a file.
public struct ExportMenu: Part {
    public struct Format: Sendable {
        public let name: Phrase
        public let target: URLText

        public init(_ name: Phrase, _ target: URLText) {
            self.name = name
            self.target = target
        }
    }

    public let formats: [Format]

    public init(_ formats: [Format]) {
        self.formats = formats
    }

    /// The three usual formats.
    public init(csv: URLText, csvWithBOM: URLText, xlsx: URLText) {
        formats = [
            Format(Words.asWorkbook, xlsx), Format(Words.asCSVForExcel, csvWithBOM), Format(Words.asCSV, csv),
        ]
    }

    public var html: HTML {
        details(.class("menu", "export")) {
            summary(.class("button")) {
                Icon.download
                Words.export
            }
            ul(.class("panel")) {
                for format in formats { li { a(.href(format.target), .download("")) { format.name } } }
            }
        }
    }
}
