import HTTPTypes
import Kernel
import SQL

/// The audit log as auditors read it.
enum AuditStore {
    /// What a list is narrowed to.
    struct Filter: Sendable {
        var actor: String?
        var kind: String?
        var record: Int64?
        var about: Int64?
        var action: String?
        var from: Day?
        var through: Day?
        /// Entries before this number.
        var before: Int64?

        init(_ query: FormFields) {
            actor = query["actor"]
            kind = query["kind"]
            record = query["record"].flatMap { Int64($0) }
            about = query["about"].flatMap { Int64($0) }
            action = query["action"]
            from = query["from"].flatMap { try? Day($0) }
            through = query["through"].flatMap { try? Day($0) }
            before = query["before"].flatMap { Int64($0) }
        }

        func condition(_ house: House) -> Query {
            var parts: [Query] = []
            if let actor { parts.append("e.actor = \(actor)") }
            if let kind { parts.append("e.record_kind = \(kind)") }
            if let record { parts.append("e.record_id = \(record)") }
            if let about { parts.append("e.about_id = \(about)") }
            if let action { parts.append("e.action = \(action)") }
            if let from { parts.append("e.at >= \(Instant(startOf: from, in: house.timeZone))") }
            if let through { parts.append("e.at < \(Instant(startOf: through + 1, in: house.timeZone))") }
            if let before { parts.append("e.number < \(before)") }
            return .all(of: parts)
        }
    }

    static let pageLength = 50

    /// - Throws: not found unless the viewer may read the log of the whole company.
    static func check(_ viewer: Viewer) throws {
        guard viewer.grants.contains(where: { $0.capability == .readAudit && $0.reach == .company && $0.unit == nil })
        else { throw Missing() }
    }

    static func rows(
        _ filter: Filter, limit: Int = pageLength + 1, _ house: House, _ tx: Transaction
    ) throws -> [AuditPage.Row] {
        try tx.rows(
            """
            select e.number, e.at, e.actor, e.address, coalesce(a.zh, e.action), coalesce(a.en, e.action),
                coalesce(r.zh, e.record_kind), coalesce(r.en, e.record_kind), e.record_id
            from audit_entries e
            left join audit_words a on a.kind = 'action' and a.code = e.action
            left join audit_words r on r.kind = 'record' and r.code = e.record_kind
            where \(filter.condition(house)) order by e.number desc limit \(limit)
            """
        ) { row in
            AuditPage.Row(
                number: try row.value(), when: house.clockText(try row.value()), actor: try row.value(),
                address: try row.value(), action: Phrase(zh: try row.value(), en: try row.value()),
                record: Phrase(zh: try row.value(), en: try row.value()), recordID: try row.value())
        }
    }

    static func words(_ kind: String, _ tx: Transaction) throws -> [AuditPage.Word] {
        try tx.rows("select code, zh, en from audit_words where kind = \(kind) order by code") { row in
            AuditPage.Word(code: try row.value(), name: Phrase(zh: try row.value(), en: try row.value()))
        }
    }

    static func entry(_ number: Int64, as viewer: Viewer, _ house: House, _ tx: Transaction) throws -> AuditEntryPage {
        let link = try tx.first("select \(AuditLink.selection) from audit_entries where number = \(number)") { row in
            try AuditLink(&row)
        }
        guard let link else { throw Missing() }
        let names = try tx.rows(
            """
            select kind, zh, en, path from audit_words
            where (kind = 'action' and code = \(link.action)) or (kind = 'record' and code = \(link.kind))
            """
        ) { row in
            (
                kind: try row.value(String.self), name: Phrase(zh: try row.value(), en: try row.value()),
                path: try row.value(String?.self)
            )
        }
        let record = names.first { $0.kind == "record" }
        let seen = Set(viewer.grants(for: .readAudit).flatMap(\.classes)).union([.public])
        return AuditEntryPage(
            number: number, when: house.clockText(link.at), actor: link.actor, address: link.address,
            action: names.first { $0.kind == "action" }?.name ?? Phrase(verbatim: link.action),
            record: record?.name ?? Phrase(verbatim: link.kind), recordID: link.record,
            path: record?.path.flatMap { path in
                leads(to: path + "{id}", viewer, house) ? link.record.map { path + String($0) } : nil
            }, reason: link.reason,
            changes: try link.changes(openedBy: house.sealing).map { change in
                let isSeen = seen.contains(change.fieldClass)
                return AuditEntryPage.Change(
                    name: change.name, before: isSeen ? change.before : nil, after: isSeen ? change.after : nil,
                    isHidden: !isSeen)
            })
    }

    /// Whether pages of that kind are for this viewer at all.
    private static func leads(to pattern: String, _ viewer: Viewer, _ house: House) -> Bool {
        house.rooms.contains { room in
            room.routes.contains {
                $0.method == .get && $0.path == pattern && Doorway.isOpen($0.access, to: viewer)
            }
        }
    }
}
