import Forecast
import Kernel

extension DriftNote {
    /// The score first, then the facts that moved most.
    static func notes(
        _ reference: DriftReference, frame: Frame, rows: [Int], scores: [Double]? = nil
    ) -> [DriftNote] {
        let drift = Drift(reference, frame: frame, rows: rows, scores: scores)
        let score = drift.score.map {
            DriftNote(column: "score", psi: $0.stability.psi, verdict: $0.verdict)
        }
        return (score.map { [$0] } ?? [])
            + drift.facts.map { DriftNote(column: $0.column, psi: $0.stability.psi, verdict: $0.verdict) }
    }
}
