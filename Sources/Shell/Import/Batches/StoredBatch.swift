import Kernel
import SQL

/// A batch as it is kept.
struct StoredBatch: Sendable {
    enum State: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        /// The file is here; it was not checked with its present mapping.
        case uploaded
        case checked
        case committed
        case undone

        var name: Phrase {
            switch self {
            case .uploaded: Phrase(zh: "待检查", en: "Not checked yet")
            case .checked: Phrase(zh: "已检查", en: "Checked")
            case .committed: Phrase(zh: "已导入", en: "Committed")
            case .undone: Phrase(zh: "已撤销", en: "Undone")
            }
        }
    }

    let id: ID<ImportBatch>
    let kind: String
    var state: State
    let fileName: String
    /// Nil once the file was deleted.
    let storedAs: String?
    let byteCount: Int
    let account: ID<Account>
    let accountName: String
    let uploadedAt: Instant
    let mapping: ImportMapping
    let options: [String: [String]]
    let takesGoodRows: Bool
    let checkedAt: Instant?
    let rowCount: Int
    let refusedRows: Int
    let problemCount: Int
    let noteCount: Int
    let counts: ImportCounts?
    let committedAt: Instant?
    let committedBy: String?
    let reconciliation: Reconciliation?
    let undoneAt: Instant?
    let undoneBy: String?
    /// Until when it can be undone.
    let traceUntil: Instant?

    static let columns: Query = """
        id, kind, state, file_name, stored_as, byte_count, account_id, account_name, uploaded_at, mapping, options,
        takes_good_rows, checked_at, row_count, refused_rows, problem_count, note_count, counts, committed_at,
        committed_by, reconciliation, undone_at, undone_by, trace_until
        """

    init(_ row: inout Row) throws {
        id = try row.value()
        kind = try row.value()
        state = try row.value()
        fileName = try row.value()
        storedAs = try row.value()
        byteCount = try row.value()
        account = try row.value()
        accountName = try row.value()
        uploadedAt = try row.value()
        mapping = try StoredJSON.value(row.value())
        options = try StoredJSON.value(row.value())
        takesGoodRows = try row.value()
        checkedAt = try row.value()
        rowCount = try row.value()
        refusedRows = try row.value()
        problemCount = try row.value()
        noteCount = try row.value()
        counts = try row.value(String?.self).map { try StoredJSON.value($0) }
        committedAt = try row.value()
        committedBy = try row.value()
        reconciliation = try row.value(String?.self).map { try StoredJSON.value($0) }
        undoneAt = try row.value()
        undoneBy = try row.value()
        traceUntil = try row.value()
    }

    var optionFields: FormFields {
        FormFields(options.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } })
    }
}
