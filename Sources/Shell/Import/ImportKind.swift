import Kernel
import SQL

/// One kind of file a room takes in: its columns, its rules, and how its rows become records.
///
/// The engine does everything that is the same for all files: reading, guessing the header, matching columns,
/// converting cells, naming problems by row and column, pages, one transaction, reconciliation, undoing. A room gives
/// it to ``Room/imports`` and writes two functions:
///
/// ```swift
/// struct SiteImport: ImportKind {
///     let code = "sites"
///     let name = Phrase(zh: "工作地点", en: "Sites")
///     let needs = Capability.manageSites
///     let naturalKey = ["code"]
///     let fields = [
///         ImportField("code", .code, Phrase(zh: "地点编码", en: "Site code"), isRequired: true),
///         ImportField("city", .text(), Phrase(zh: "城市", en: "City"), synonyms: ["所在城市", "location"]),
///     ]
///     struct Plan: ImportPlan { var counts = ImportCounts(); var inserts: [SQLValue] = [] }
///
///     func check(_ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction) throws -> Plan {
///         var known: Set<String> = []
///         try tx.each("select code from sites") { row in known.insert(try row.value()) }
///         var plan = Plan()
///         let (codes, cities) = (rows["code"], rows["city"])
///         for row in rows.indices {
///             guard let code = codes.text(row), let city = cities.text(row) else { continue }
///             if known.contains(code) { plan.counts.unchanged += 1; continue }
///             plan.counts.created += 1
///             plan.inserts += [code.sqlValue, city.sqlValue]
///         }
///         return plan
///     }
///
///     func commit(_ plan: Plan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction) throws -> Reconciliation {
///         let first = try tx.newIDs(plan.inserts.count / 2).lowerBound
///         …
///         try writer.insert(into: "sites", ["id", "code", "city"], values: values)
///         return Reconciliation(plan.counts)
///     }
/// }
/// ```
package protocol ImportKind: Sendable {
    /// What `check` found out and `commit` writes: rows to insert and to change, held compactly.
    associatedtype Plan: ImportPlan

    /// `staff`: in addresses, stored with batches and typed at the command line; never renamed.
    var code: String { get }
    var name: Phrase { get }
    /// What the file is and what happens to it, in one or two sentences.
    var summary: Phrase { get }
    /// Who may bring in such files.
    var needs: Capability { get }
    var fields: [ImportField] { get }
    /// The fields that together tell one record from another; a second run finds records by them. Two rows of a file
    /// with the same values here are refused by the engine.
    var naturalKey: [String] { get }
    /// What the person who imports may decide beside the columns: checkboxes and selects of the check page.
    var options: [FormField] { get }
    /// What the tables written to are called when a batch cannot be undone: `["people": 人员]`.
    var tables: [String: Phrase] { get }

    /// Looks at all rows against each other and against the database, with a few questions for all rows and none per
    /// row. Writes nothing. Cells that could not be converted are already refused and read as missing here; so are
    /// blank required ones.
    ///
    /// It runs for the dry run and once more inside the committing transaction, so a plan is never out of date.
    func check(_ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction) throws
        -> Plan

    /// Writes the plan, every row through the writer: what goes past it cannot be undone.
    func commit(_ plan: Plan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction) throws
        -> Reconciliation

    /// Brings what is derived from the tables written to (search columns, counters) up to date; the last step of the
    /// committing and of the undoing transaction. It may write past the writer.
    func settle(_ context: ImportContext, _ tx: Transaction) throws

    /// What records of a table are called by people, for the list of what keeps a batch from being undone.
    func names(of table: String, ids: [Int64], _ tx: Transaction) throws -> [Int64: String]
}

extension ImportKind {
    package var summary: Phrase { Phrase(verbatim: "") }
    package var options: [FormField] { [] }
    package var tables: [String: Phrase] { [:] }

    package func settle(_ context: ImportContext, _ tx: Transaction) throws {}

    package func names(of table: String, ids: [Int64], _ tx: Transaction) throws -> [Int64: String] { [:] }

    func field(_ name: String) -> ImportField? { fields.first { $0.name == name } }
}

/// What a check found out, as far as the engine needs to know it.
package protocol ImportPlan {
    /// What committing it would do.
    var counts: ImportCounts { get }
}
