import Kernel
import SQL
import Synchronization

/// What person pages need of a model, read once: a model never changes after it was kept.
final class ModelShelf: Sendable {
    struct Brief: Sendable {
        let facts: [ModelFact]
        let leaves: [ModelReport.Leaf]
        let scheme: TrainingFolds.Scheme
        let trainedOn: Day
        let verdict: ModelVerdict
        let baseRate: Double
    }

    private let known = Mutex<[ID<RiskModel>: Brief]>([:])

    /// - Throws: ``Missing`` for a model that is not there.
    func brief(_ id: ID<RiskModel>, _ tx: Transaction) throws -> Brief {
        if let brief = known.withLock({ $0[id] }) { return brief }
        let (line, report) = try RiskModels.line(id, tx)
        let brief = Brief(
            facts: try RiskModels.facts(of: id, tx), leaves: report.leaves, scheme: report.scheme,
            trainedOn: line.trainedOn, verdict: line.verdict, baseRate: report.baseRate)
        known.withLock { known in
            if known.count > 50 { known = [:] }
            known[id] = brief
        }
        return brief
    }
}
