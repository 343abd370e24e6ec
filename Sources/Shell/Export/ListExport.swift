import HTTPTypes
import Hummingbird
import Kernel

/// A list page as a file, said once: the address `<list>/export`, the ticked rows, and `tenure export` are made of it.
///
/// ```swift
/// extension ListExport {
///     static let levels = ListExport(
///         "levels", of: "/levels", Phrase(zh: "导出职级", en: "Export the levels"), reading: .readUnits
///     ) { asked in
///         Export(
///             Phrase(zh: "职级", en: "Levels"),
///             columns: [
///                 .text(Phrase(zh: "名称", en: "Name"), .public) { $0.name },
///                 .money(Phrase(zh: "月薪上限", en: "Most pay")) { $0.most },
///             ].seen(by: asked.viewer, .readUnits)
///         ) { cursor, tx in try LevelStore.page(after: cursor, limit: Export<Level>.batch, as: asked.viewer, tx) }
///     }
/// }
/// ```
/// The room says `room.exports = [.levels]` and `room.routes += room.exports.flatMap(\.routes)`; the page shows
/// `ListPage(…, export: view.exports())`.
package struct ListExport: Sendable {
    /// `people`: what the command calls it.
    package let code: String
    /// The address of the list page.
    package let list: String
    package let title: Phrase
    /// What the viewer must hold beside the permission to export; nil for a list of the viewer's own rows, which
    /// everybody may take along.
    package let reading: Capability?
    /// The filters of the list.
    package let query: [FormField]
    /// Whether the page lets rows be ticked.
    package let takesTicks: Bool
    private let make: @Sendable (ExportQuestion) async throws -> any AnyExport

    package init<Record>(
        _ code: String, of list: String, _ title: Phrase, reading: Capability?, query: [FormField] = [],
        takesTicks: Bool = false, make: @escaping @Sendable (ExportQuestion) async throws -> Export<Record>
    ) {
        (self.code, self.list, self.title, self.reading) = (code, list, title, reading)
        (self.query, self.takesTicks) = (query, takesTicks)
        self.make = make
    }

    /// Writes the list to a file and notes it in the audit log.
    /// - Returns: how many rows were written.
    /// - Throws: ``Missing`` when the list, or exporting it, is not for the viewer.
    package func write(
        _ asked: ExportQuestion, as form: ExportForm, to path: String, in language: Language, by actor: Actor
    ) async throws -> Int {
        try check(asked.viewer)
        return try await make(asked).write(asked, as: form, to: path, in: language, place: list, by: actor)
    }

    /// `GET <list>/export?form=csv|csv-bom|xlsx` with the filters of the page, and `POST` with the ids of ticked rows.
    package var routes: [Route] {
        let access: Route.Access = reading == nil ? .signedIn : .needs(.exportData)
        let kind = ExportForm.gives
        let whole = Route(.get, list + "/export", access, title, query: [ExportForm.field] + query, gives: kind) {
            _, call in
            try await answer(ExportQuestion(call), try Self.form(call.query), call)
        }
        guard takesTicks else { return [whole] }
        let ids = FormField("id", .record, Phrase(zh: "选中的记录", en: "Records ticked"), isRequired: true)
        let ticked = Route(.post, list + "/export", access, title, body: [ids, ExportForm.field], gives: kind) {
            request, call in
            let fields = try await call.fields(of: request)
            let chosen = Set(fields.all("id").compactMap { Int64($0) }).sorted()
            if chosen.isEmpty { throw ExportRefusal.nothingTicked }
            return try await answer(ExportQuestion(call, ticked: chosen), try Self.form(fields), call)
        }
        return [whole, ticked]
    }

    private func check(_ viewer: Viewer) throws {
        guard let reading else { return }
        guard viewer.can(.exportData), viewer.can(reading) else { throw Missing() }
    }

    private static func form(_ fields: FormFields) throws -> ExportForm {
        guard let text = fields["form"] else { return .xlsx }
        guard let form = ExportForm(rawValue: text) else { throw Missing() }
        return form
    }

    private func answer(_ asked: ExportQuestion, _ form: ExportForm, _ call: Call) async throws -> Response {
        try check(asked.viewer)
        return try await make(asked).answer(asked, as: form, call)
    }
}

/// What a list is asked for: by whom, narrowed to what.
package struct ExportQuestion: Sendable {
    package let viewer: Viewer
    /// The filters and the order, as they stand in the address of the list.
    package let query: FormFields
    package let house: House
    /// The ticked rows; nil for all.
    package let ticked: [Int64]?
    /// The record whose list it is, where the address of the list names one: `/reorganizations/{id}/people`. Nil for the
    /// command, which asks for those of all records.
    package let record: Int64?

    package init(
        viewer: Viewer, query: FormFields, house: House, ticked: [Int64]? = nil, record: Int64? = nil
    ) {
        (self.viewer, self.query, self.house) = (viewer, query, house)
        (self.ticked, self.record) = (ticked, record)
    }

    init(_ call: Call, ticked: [Int64]? = nil) throws {
        self.init(
            viewer: try call.viewer, query: call.query, house: call.house, ticked: ticked,
            record: call.parameter("id") == nil ? nil : try call.id(of: ListExport.self).rawValue)
    }

    /// The day asked for with `as_of`; the company's day without.
    package var asOf: Day { query["as_of"].flatMap { try? Day($0) } ?? house.today }
}
