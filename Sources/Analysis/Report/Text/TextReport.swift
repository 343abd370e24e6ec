import Kernel
import Markup

/// An analysis as text for a terminal or a plain file.
///
/// ```swift
/// print(TextReport.text(document, in: .zh))
/// ```
///
/// Chinese characters count as two cells; nothing from the file can steer the terminal.
public struct TextReport: Sendable {
    public struct Options: Sendable {
        /// Cells per line, at least 40.
        public var width = 100
        /// Emphasis by terminal codes; leave it off for files and pipes.
        public var usesColour = false
        /// Rows of the risk list to show.
        public var listRows = 10

        public init() {}

        public init(width: Int = 100, usesColour: Bool = false, listRows: Int = 10) {
            self.width = width
            self.usesColour = usesColour
            self.listRows = listRows
        }
    }

    let document: AnalysisDocument
    let language: Language
    let options: Options
    let words: OutcomeWords

    /// - Parameter language: the document's own when nil.
    public init(_ document: AnalysisDocument, language: Language? = nil, options: Options = Options()) {
        self.document = document
        self.language = language ?? document.language
        self.options = options
        words = OutcomeWords(of: document)
    }

    /// The text with the usual options.
    public static func text(_ document: AnalysisDocument, in language: Language) -> String {
        TextReport(document, language: language).text
    }

    /// The whole text, ended by a line end.
    public var text: String {
        var sheet = TextSheet(width: options.width, usesColour: options.usesColour)
        conclusion(&sheet)
        hygiene(&sheet)
        size(&sheet)
        model(&sheet)
        metrics(&sheet)
        calibration(&sheet)
        tree(&sheet)
        drivers(&sheet)
        tiers(&sheet)
        riskList(&sheet)
        survival(&sheet)
        effect(&sheet)
        fairness(&sheet)
        drift(&sheet)
        limits(&sheet)
        return sheet.lines.joined(separator: "\n") + "\n"
    }

    func say(_ phrase: Phrase) -> String { phrase[language] }
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    func number(_ value: Double, _ format: NumberFormat) -> String { format.text(value, in: language) }
    func count(_ value: Int) -> String { NumberFormat.count.text(Double(value), in: language) }
    func percent(_ value: Double) -> String { number(value, .percent(1)) }

    func column(_ title: Phrase, isNumber: Bool = false, least: Int = 12) -> TextSheet.Column {
        TextSheet.Column(title: title[language], isNumber: isNumber, least: least)
    }
}
