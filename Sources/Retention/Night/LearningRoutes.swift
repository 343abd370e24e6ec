import Kernel
import SQL
import Shell

/// Where learning is begun by a person.
enum LearningRoutes {
    static let begin = Route.button(
        "/risk/learning", .needs(.manageRisk), Phrase(zh: "用现有数据训练模型", en: "Start learning from what is there")
    ) { call in
        let (account, house) = (try call.viewer.account, call.house)
        let job = try await call.write { tx in
            try Audit.record(AuditEntry(.trainModel, reason: "learning"), by: call, in: tx)
            return try RiskLearning.begin(by: account, in: tx, house)
        }
        guard job != nil else { throw Missing() }
        return Outcome("/risk", Phrase(zh: "已开始训练。", en: "Learning has begun."))
    }

    /// Nil once a model predicts: learning again is decided beside the models.
    static func notice(
        _ run: RiskRuns.Line?, as viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> LearningNotice? {
        guard run?.verdict != .predicts else { return nil }
        let standing = try RiskLearning.standing(house, tx)
        let seesJob = standing.map { viewer.canSeeRecords(.readJobs) || $0.account == viewer.account } ?? false
        return LearningNotice(
            standing: standing,
            people: try tx.value("select count(*) from staff where is_employed = 1", as: Int.self) ?? 0,
            seesJob: seesJob)
    }
}
