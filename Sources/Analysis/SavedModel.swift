import Forecast
import Foundation
import Kernel

/// A model with what is needed to use it on another sheet.
struct SavedModel: Sendable {
    let file: ModelFile<CalibratedModel>

    /// - Parameter heldOut: a probability per row of the table from models that had not seen it; NaN where there is none.
    init(
        _ model: CalibratedModel, facts: Facts, explained: Explaining, document: AnalysisDocument, heldOut: [Double]
    ) {
        let rows = heldOut.indices.filter { !heldOut[$0].isNaN }
        file = ModelFile(
            card: ModelCard(
                target: document.outcome.column, positive: document.outcome.positive,
                kind: document.model?.chosen ?? "", trainedOn: Instant(Date()).day(in: .current).iso,
                rowCount: document.size.rowsUsed,
                eventCount: document.size.events, seed: document.validation.seed,
                figures: document.metrics.map {
                    .init(name: $0.name, value: $0.estimate.value, low: $0.estimate.low, high: $0.estimate.high)
                },
                findings: facts.findings, libraries: ["xgboost": Booster.libraryVersion]),
            preparation: facts.preparation, profile: explained.profile, model: model,
            drift: DriftReference(facts.frame, rows: rows, scores: rows.map { heldOut[$0] }))
    }

    init(contentsOf path: String) throws {
        do {
            file = try ModelFile(contentsOf: URL(fileURLWithPath: path))
        } catch let refusal as ModelFileRefusal {
            throw refusal
        } catch {
            throw AnalysisRefusal.cannotRead(path: path, reason: (error as NSError).localizedDescription)
        }
    }
}

extension AnalysisResult {
    /// Writes the model of all rows; refused where the question has no single model to keep.
    public func saveModel(to path: String) throws {
        guard let model else { throw AnalysisRefusal.noModelToSave }
        do {
            try model.file.write(to: URL(fileURLWithPath: path))
        } catch {
            throw AnalysisRefusal.cannotWrite(path: path, reason: (error as NSError).localizedDescription)
        }
    }

    public var hasModel: Bool { model != nil }
}
