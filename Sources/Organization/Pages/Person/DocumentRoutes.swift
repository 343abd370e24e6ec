import Foundation
import Kernel
import SQL
import Shell

/// Files of one person.
enum DocumentRoutes {
    static let all: [Route] = [
        .page("/people/{id}/documents", .needs(.readPeople), Phrase(zh: "文件", en: "Documents of a person")) { call in
            try await page(call, FormState())
        },
        .upload(
            "/people/{id}/documents", .needs(.editPeople), Phrase(zh: "上传文件", en: "Add a document"),
            form: DocumentForm.self, limit: DocumentForm.limit, again: page, add),
        .download(
            "/people/{id}/documents/{document_id}/file", .needs(.readPeople),
            Phrase(zh: "下载文件", en: "Download a document"), download),
        .picture(
            "/people/{id}/documents/{document_id}/photo", .needs(.readPeople),
            Phrase(zh: "照片", en: "Photo of a person"), photo),
        .page(
            "/people/{id}/documents/{document_id}/deletion", .needs(.editPeople),
            Phrase(zh: "删除文件", en: "Delete a document")
        ) { call in try await removalPage(call, FormState()) },
        .action(
            "/people/{id}/documents/{document_id}/deletion", .needs(.editPeople),
            Phrase(zh: "删除文件", en: "Delete a document"), form: RemovalForm.self, again: removalPage, remove),
    ]

    @Sendable private static func page(_ call: Call, _ state: FormState) async throws -> DocumentsPage {
        let (viewer, id, house) = (try call.viewer, try call.id(of: Person.self), call.house)
        return try await call.read { tx in try DocumentsPage.load(id, state, house, as: viewer, tx) }
    }

    @Sendable private static func add(
        _ call: Call, _ form: DocumentForm, _ file: UploadedFile
    ) async throws -> Outcome {
        let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
        // Nothing is kept for those who may not keep it.
        try await call.read { tx in
            guard try Visibility.classes(of: id, occasion.viewer, for: .editPeople, tx) != nil else { throw Missing() }
        }
        guard form.kind != .photo || ImageKind(of: file.content) != nil else {
            throw FormProblem(field: "file", problem: DocumentForm.noImage)
        }
        let shelf = try Documents.shelf(call.house)
        // The row only after the bytes: what the store does not take is not listed.
        let hash = try await shelf.keep(file.content)
        do {
            try await call.write { tx in
                _ = try Documents.add(
                    Documents.Draft(
                        kind: form.kind, fieldClass: form.fieldClass, fileName: file.name, hash: hash,
                        byteCount: file.content.count, expires: form.expires), to: id, occasion, tx)
            }
        } catch {
            await sweep(hash, shelf, call)
            throw error
        }
        // Somebody may have deleted the last other copy meanwhile.
        do { try await shelf.keep(file.content) } catch {
            call.house.noteFileFault("bytes of a document may be gone", error)
        }
        return Outcome(
            "/people/\(id)/documents", Phrase(zh: "“\(file.name)”已上传。", en: "\(file.name) is kept."))
    }

    /// Recorded before the first byte leaves.
    @Sendable private static func download(_ call: Call) async throws -> FileAnswer {
        let (viewer, id) = (try call.viewer, try call.id(of: Person.self))
        let wanted = try call.id("document_id", of: Document.self)
        let document = try await call.write { tx in
            let document = try Documents.find(wanted, of: id, as: viewer, tx)
            let change = FieldChange(
                "document", Phrase(zh: "文件", en: "Document"), document.fieldClass, before: nil,
                after: "\(document.kind.name.zh)：\(document.fileName)")
            try Audit.record(
                AuditEntry(.readDocument, of: AuditRecord(.person, id), about: id.subject, changes: [change]),
                by: call, in: tx)
            return document
        }
        return FileAnswer(
            name: document.fileName, content: try await Documents.shelf(call.house).content(document.hash))
    }

    /// What the head of the record shows. As work facts are, it is seen without being recorded; a photo of another
    /// class is a document like any other.
    @Sendable private static func photo(_ call: Call) async throws -> Data {
        let (viewer, id) = (try call.viewer, try call.id(of: Person.self))
        let wanted = try call.id("document_id", of: Document.self)
        let document = try await call.read { tx in try Documents.find(wanted, of: id, as: viewer, tx) }
        guard document.kind == .photo, document.fieldClass == .work else { throw Missing() }
        return try await Documents.shelf(call.house).content(document.hash)
    }

    @Sendable private static func removalPage(_ call: Call, _ state: FormState) async throws -> DocumentRemovalPage {
        let (viewer, id) = (try call.viewer, try call.id(of: Person.self))
        let wanted = try call.id("document_id", of: Document.self)
        return try await call.read { tx in
            let document = try Documents.find(wanted, of: id, as: viewer, for: .editPeople, tx)
            return DocumentRemovalPage(
                head: try PersonHead.load(id, viewer, tx), id: wanted, fileName: document.fileName,
                kind: document.kind, form: state)
        }
    }

    @Sendable private static func remove(_ call: Call, _ form: RemovalForm) async throws -> Outcome {
        let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
        let wanted = try call.id("document_id", of: Document.self)
        let hash = try await call.write { tx in try Documents.remove(wanted, of: id, occasion, tx) }
        if let hash { await sweep(hash, try Documents.shelf(call.house), call) }
        return Outcome("/people/\(id)/documents", Phrase(zh: "文件已删除。", en: "The document is deleted."))
    }

    /// Takes bytes away that no document speaks of. The row is gone already: a store that is away does not bring it
    /// back, so what stays there is told to the administrator.
    private static func sweep(_ hash: String, _ shelf: FileShelf, _ call: Call) async {
        do {
            if try await call.read({ tx in try !Documents.isKept(hash, tx) }) { try await shelf.remove(hash) }
        } catch {
            call.house.noteFileFault("bytes no document speaks of stay in the store: \(hash)", error)
        }
    }
}
