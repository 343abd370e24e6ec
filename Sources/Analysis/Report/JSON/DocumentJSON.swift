import Foundation
import Kernel

/// An analysis as JSON and back: what `--json` writes. Every field is described in `docs/analysis-json.md`.
///
/// Canonical: keys are `snake_case` and sorted, numbers are the shortest text that reads back as the same `Double`, and a
/// number that is not known is `null`, never `NaN`. Equal documents give equal bytes.
public enum DocumentJSON {
    public enum Problem: Refusal, Equatable {
        case notAnAnalysis
        case otherFormat(String)

        public var explanation: Phrase {
            switch self {
            case .notAnAnalysis:
                Phrase(
                    zh: "这个文件不是分析结果。请选择由 --json 写出的文件。",
                    en: "This file is not an analysis. Choose one written by --json.")
            case .otherFormat(let format):
                Phrase(
                    zh: "分析结果的格式是「\(format)」，这个版本只能读取「\(AnalysisDocument.currentFormat)」。请重新分析。",
                    en:
                        "The analysis has the format “\(format)”; this version reads “\(AnalysisDocument.currentFormat)”. "
                        + "Run the analysis again.")
            }
        }
    }

    /// Stands for an unknown number between the encoder, which has no `null` for a `Double`, and the file. It begins with
    /// a character that no text file may contain.
    private static let unknown = "\u{10FFFF}unknown"

    /// The document as UTF-8 JSON in one line, ended by a line end.
    public static func encode(_ document: AnalysisDocument) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: unknown, negativeInfinity: unknown, nan: unknown)
        var bytes = JSONBytes(try encoder.encode(document))
            .replacing("\"\(unknown)\"", by: "null", spelling: JSONKey.snakeCase)
        bytes.append(0x0A)
        return bytes
    }

    /// Reads back what `encode` wrote; unknown numbers become NaN.
    /// - Throws: `Problem` when the bytes are no analysis or one of another format.
    public static func decode(_ data: Data) throws -> AnalysisDocument {
        struct Head: Decodable { var format: String }
        guard let head = try? JSONDecoder().decode(Head.self, from: data) else { throw Problem.notAnAnalysis }
        guard head.format == AnalysisDocument.currentFormat else { throw Problem.otherFormat(head.format) }
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: unknown + "+", negativeInfinity: unknown + "-", nan: unknown)
        let marked = JSONBytes(data).replacing("null", by: "\"\(unknown)\"", spelling: JSONKey.camelCase)
        do { return try decoder.decode(AnalysisDocument.self, from: marked) } catch { throw Problem.notAnAnalysis }
    }
}
