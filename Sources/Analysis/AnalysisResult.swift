import Forecast
import Foundation
import Kernel
import Sheets

/// What an analysis leaves behind: the document, every held-out prediction, and the model of all rows.
public struct AnalysisResult: Sendable {
    /// `prediction` is a probability; for survival a risk score (higher leaves sooner); with a treatment the predicted uplift.
    public struct Prediction: Sendable, Equatable {
        public var repetition: Int
        public var fold: Int
        public var row: Int
        public var prediction: Double
    }

    public var document: AnalysisDocument
    public var predictions: [Prediction]
    var model: SavedModel?

    /// Writes `repeat,fold,row,prediction`, ordered by repeat and row.
    public func writePredictions(to path: String) throws {
        var writer = try CSVWriter(path: path)
        try writer.record(["repeat", "fold", "row", "prediction"])
        for entry in predictions.sorted(by: { ($0.repetition, $0.row) < ($1.repetition, $1.row) }) {
            writer.field(entry.repetition)
            writer.field(entry.fold)
            writer.field(entry.row)
            writer.field(entry.prediction)
            try writer.endRecord()
        }
        try writer.close()
    }
}
