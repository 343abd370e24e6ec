import HTTPTypes
import Hummingbird
import Kernel
import SQL

/// An export of whatever records.
protocol AnyExport: Sendable {
    func write(
        _ asked: ExportQuestion, as form: ExportForm, to path: String, in language: Language, place: String,
        by actor: Actor
    ) async throws -> Int

    func answer(_ asked: ExportQuestion, as form: ExportForm, _ call: Call) async throws -> Response
}

extension Export: AnyExport {
    func write(
        _ asked: ExportQuestion, as form: ExportForm, to path: String, in language: Language, place: String,
        by actor: Actor
    ) async throws -> Int {
        let house = asked.house
        let count = try await house.database.read { tx in
            try ExportFile.write(self, as: form, to: path, in: language, tx)
        }
        let entry = note(asked, form, count, place)
        // Personal data that leaves the house is noted before anybody gets it.
        try await house.database.write { tx in try Audit.record([entry], by: actor, house, in: tx) }
        return count
    }

    func answer(_ asked: ExportQuestion, as form: ExportForm, _ call: Call) async throws -> Response {
        let file = TemporaryFile()
        _ = try await write(asked, as: form, to: file.path, in: call.language, place: call.path, by: call.actor)
        let name = title[call.language] + "-" + call.today.iso
        return Response(
            status: .ok,
            headers: [
                .contentType: form.mediaType,
                .contentDisposition: DownloadName(whole: name + "." + form.ending, plain: "export." + form.ending)
                    .header,
            ], body: try file.body())
    }

    /// Which list, how many rows, narrowed to what, and which columns.
    private func note(
        _ asked: ExportQuestion, _ form: ExportForm, _ count: Int, _ place: String
    ) -> AuditEntry {
        var filters = asked.query
        filters.set("form", nil)
        return AuditEntry(
            .listExported,
            changes: FieldChange.real([
                // What was searched for may be a name or a part of a phone number.
                FieldChange(
                    "filter", Phrase(zh: "筛选条件", en: "Filters"), .personal, before: nil,
                    after: filters.isEmpty ? nil : filters.readable),
                FieldChange(
                    "columns", Phrase(zh: "列", en: "Columns"), .public, before: nil,
                    after: columns.map { FieldChange.words($0.title) }.joined(separator: "；")),
            ]), reason: "\(place) · \(form.rawValue) · \(count)")
    }
}

extension AuditAction {
    static let listExported = AuditAction("data.export", Phrase(zh: "导出数据", en: "Exported data"))
}
