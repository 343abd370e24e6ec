import Kernel
import SQL

/// Jobs as people see them.
enum JobStore {
    private static let columns: Query = """
        j.id, j.kind, j.state, j.share, j.step_zh, j.step_en, j.created_at, j.run_at, j.started_at, j.ended_at,
        j.attempts, j.failure_zh, j.failure_en
        """

    /// All jobs for those who may see them, else one's own.
    static func scope(_ viewer: Viewer) -> Query {
        viewer.canSeeRecords(.readJobs) ? "1 = 1" : "j.account_id = \(viewer.account)"
    }

    /// The jobs of one state, at most so many: the next to begin first, otherwise the newest. Of what nobody asked
    /// for the last run of each kind that was done stands for all; a job that comes every few minutes, or with every
    /// event, would push the rest out.
    static func list(_ state: JobState, as viewer: Viewer, _ house: House, _ tx: Transaction) throws -> [JobRow] {
        let order: Query = state == .waiting ? "order by j.run_at, j.id" : "order by j.id desc"
        let folded: Query =
            state != .done
            ? .empty
            : """
            and (j.account_id is not null or j.id in (
                select max(d.id) from jobs d where d.state = 'done' and d.account_id is null group by d.kind))
            """
        return try tx.rows(
            "select \(columns) from jobs j where j.state = \(state) and \(scope(viewer)) \(folded) \(order) limit 50"
        ) { row in try read(&row, house) }
    }

    /// Jobs of every state, the newest first.
    static func all(
        before id: Int64?, limit: Int, as viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> [JobRow] {
        let older: Query = id.map { "and j.id < \($0)" } ?? .empty
        return try tx.rows(
            "select \(columns) from jobs j where \(scope(viewer)) \(older) order by j.id desc limit \(limit)"
        ) { row in try read(&row, house) }
    }

    static func job(_ id: ID<Job>, as viewer: Viewer, _ house: House, _ tx: Transaction) throws -> JobRow {
        let found = try tx.first("select \(columns) from jobs j where j.id = \(id) and \(scope(viewer))") { row in
            try read(&row, house)
        }
        guard let found else { throw Missing() }
        return found
    }

    private static func read(_ row: inout Row, _ house: House) throws -> JobRow {
        let (id, code) = (try row.value(ID<Job>.self), try row.value(String.self))
        let (state, share) = (try row.value(JobState.self), try row.value(Double?.self))
        let (stepZH, stepEN) = (try row.value(String?.self), try row.value(String?.self))
        let moments = try (0..<4).map { _ in (try row.value(Instant?.self)).map(house.clockText) }
        let attempts: Int = try row.value()
        let (whyZH, whyEN) = (try row.value(String?.self), try row.value(String?.self))
        return JobRow(
            id: id, name: house.jobs.first { $0.code == code }?.name ?? Phrase(verbatim: code), state: state,
            share: share, step: stepZH.map { Phrase(zh: $0, en: stepEN ?? $0) }, created: moments[0] ?? "",
            next: moments[1] ?? "", started: moments[2], ended: moments[3], attempts: attempts,
            failure: whyZH.map { Phrase(zh: $0, en: whyEN ?? $0) })
    }
}

/// One job on a page.
struct JobRow: Codable, Sendable {
    let id: ID<Job>
    let name: Phrase
    let state: JobState
    let share: Double?
    let step: Phrase?
    let created: String
    let next: String
    let started: String?
    let ended: String?
    let attempts: Int
    let failure: Phrase?
}
