import Kernel
import SQL
import Shell

/// The rows of documents; the bytes lie on the shelf ``shelf(_:)``.
package enum Documents {
    package struct Draft: Sendable {
        package var kind: DocumentKind
        package var fieldClass: FieldClass
        package var fileName: String
        /// SHA-256 of the bytes, in hexadecimal.
        package var hash: String
        package var byteCount: Int
        package var expires: Day?
    }

    /// The classes a document may have.
    package static let classes: [FieldClass] = [.work, .personal, .sensitive, .pay]

    package static func shelf(_ house: House) throws -> FileShelf { try FileShelf(house, "documents") }

    /// - Throws: ``StaffRefusal/mayNotChange(_:)`` for a class the viewer may not edit, ``Missing``.
    @discardableResult
    package static func add(
        _ draft: Draft, to person: ID<Person>, _ occasion: Occasion, _ tx: Transaction
    ) throws -> ID<Document> {
        guard let classes = try Visibility.classes(of: person, occasion.viewer, for: .editPeople, tx) else {
            throw Missing()
        }
        guard classes.contains(draft.fieldClass), self.classes.contains(draft.fieldClass) else {
            throw StaffRefusal.mayNotChange(draft.fieldClass.name)
        }
        let id: ID<Document> = try tx.newID()
        try tx.execute(
            """
            insert into documents (id, person_id, kind, file_name, hash, byte_count, added_at, expires_on, field_class,
                added_by)
            values (\(id), \(person), \(draft.kind), \(draft.fileName), \(draft.hash), \(draft.byteCount),
                \(occasion.now), \(draft.expires), \(draft.fieldClass), \(occasion.actor.account))
            """)
        try note(.addDocument, draft.kind, draft.fileName, draft.fieldClass, isThere: true, person, occasion, tx)
        return id
    }

    /// - Returns: the hash, when no other document has the same bytes.
    /// - Throws: ``Missing``.
    package static func remove(
        _ id: ID<Document>, of person: ID<Person>, _ occasion: Occasion, _ tx: Transaction
    ) throws -> String? {
        let document = try find(id, of: person, as: occasion.viewer, for: .editPeople, tx)
        try tx.execute("delete from documents where id = \(id)")
        try note(
            .removeDocument, document.kind, document.fileName, document.fieldClass, isThere: false, person, occasion,
            tx)
        return try isKept(document.hash, tx) ? nil : document.hash
    }

    /// Whether any document has these bytes.
    package static func isKept(_ hash: String, _ tx: Transaction) throws -> Bool {
        try tx.value("select 1 from documents where hash = \(hash) limit 1", as: Int.self) != nil
    }

    /// One document as far as the viewer may see it. - Throws: ``Missing``.
    package static func find(
        _ id: ID<Document>, of person: ID<Person>, as viewer: Viewer, for capability: Capability = .readPeople,
        _ tx: Transaction
    ) throws -> Document {
        guard let classes = try Visibility.classes(of: person, viewer, for: capability, tx),
            let found = try PersonStore.documents(of: person, classes, tx).first(where: { $0.id == id })
        else { throw Missing() }
        return found
    }

    private static func note(
        _ action: AuditAction, _ kind: DocumentKind, _ fileName: String, _ fieldClass: FieldClass, isThere: Bool,
        _ person: ID<Person>, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        let text = "\(kind.name.zh)：\(fileName)"
        let change = FieldChange(
            "document", Phrase(zh: "文件", en: "Document"), fieldClass, before: isThere ? nil : text,
            after: isThere ? text : nil)
        try occasion.keep(
            AuditEntry(action, of: AuditRecord(.person, person), about: person.subject, changes: [change]),
            OrganizationEvents.RecordChanged(person: person.subject), changed: [person], tx)
    }
}
