import Kernel
import Markup
import SQL
import Shell

/// What is kept about somebody as files.
struct DocumentsPage: RecordPage {
    struct Line: Codable, Sendable {
        let id: ID<Document>
        let kind: DocumentKind
        let fileName: String
        let byteCount: Int
        let added: Day
        let expires: Day?
        let fieldClass: FieldClass
        let mayRemove: Bool
    }

    let head: PersonHead
    /// The latest first; those the viewer may see.
    let documents: [Line]
    /// Of what classes the viewer may add one; nobody else is asked for a file.
    let classes: [FieldClass]
    let form: FormState

    static var tab: PersonTab { .documents }

    func content(_ view: PageView) -> HTML {
        HTML {
            head.tabBar(Self.tab)
            if documents.isEmpty {
                EmptyState(
                    title: Phrase(zh: "没有文件", en: "No documents"),
                    explanation: Phrase(
                        zh: "证件、合同、学历和健康证明等会列在这里；60 天内到期的会列入数据质量。",
                        en: "Papers, contracts, diplomas and permits are listed here; data quality names those that "
                            + "expire within 60 days."))
            } else {
                table(view.today)
            }
            if !classes.isEmpty { upload(view) }
        }
    }

    private func table(_ today: Day) -> DataTable {
        DataTable(
            caption: Phrase(zh: "文件", en: "Documents"),
            columns: [
                TableColumn(Phrase(zh: "文件名", en: "File")), TableColumn(Phrase(zh: "类型", en: "Kind")),
                TableColumn(Phrase(zh: "可见范围", en: "Who may see it")),
                TableColumn(Phrase(zh: "大小", en: "Size"), isNumber: true),
                TableColumn(Phrase(zh: "上传日期", en: "Added on")), TableColumn(Phrase(zh: "有效期至", en: "Valid until")),
            ] + (documents.contains(where: \.mayRemove) ? [TableColumn(Phrase(zh: "操作", en: "Action"))] : [])
                + [TableColumn(Phrase(zh: "状态", en: "State"))],
            rows: documents.map { line in
                let path = "\(head.path)/documents/\(line.id)"
                return TableRow(
                    [
                        TableCell { a(.href(URLText(path + "/file")), .download("")) { line.fileName } },
                        .words(line.kind.name), .words(line.fieldClass.name), .text(Self.size(line.byteCount)),
                        .day(line.added), line.expires.map { .day($0) } ?? .text("—"),
                    ]
                        + (documents.contains(where: \.mayRemove)
                            ? [
                                TableCell {
                                    if line.mayRemove {
                                        a(.href(URLText(path + "/deletion"))) { Phrase(zh: "删除", en: "Delete") }
                                    } else {
                                        "—"
                                    }
                                }
                            ] : []) + [TableCell { Self.state(line.expires, today) }])
            })
    }

    private static func state(_ expires: Day?, _ today: Day) -> StatusBadge {
        guard let expires else { return StatusBadge(.good, Phrase(zh: "长期有效", en: "No end")) }
        if expires < today { return StatusBadge(.bad, Phrase(zh: "已过期", en: "Expired")) }
        let left = expires - today
        return left <= 60
            ? StatusBadge(
                .attention,
                left == 0
                    ? Phrase(zh: "今天到期", en: "Expires today")
                    : Phrase(zh: "\(left) 天后到期", en: left == 1 ? "1 day left" : "\(left) days left"))
            : StatusBadge(.good, Phrase(zh: "有效", en: "Valid"))
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1_024 ? "\(bytes) B" : bytes < 1 << 20 ? "\((bytes + 512) >> 10) KB" : "\((bytes + (1 << 19)) >> 20) MB"
    }

    private func upload(_ view: PageView) -> HTML {
        HTML {
            h2 { Phrase(zh: "上传文件", en: "Add a document") }
            Markup.form(
                .method(.post), .action(URLText(head.path + "/documents")), .multipart, .class("stack")
            ) {
                view.formMark
                form.problemList
                Field(
                    id: "file", label: Phrase(zh: "文件", en: "File"),
                    hint: Phrase(zh: "扫描件或照片，最大 20 MB。下载会写入审计日志。", en: "Up to 20 MB. Downloads are audited."),
                    problem: form.problems.first { $0.field == "file" }?.problem, isRequired: true,
                    control: .file(accept: ""))
                form.part(DocumentForm.named("document_kind"), choices: nil)
                form.part(
                    DocumentForm.named("class"),
                    choices: [Choice("", Phrase(zh: "按文件类型", en: "By the kind"))]
                        + classes.map { Choice($0.rawValue, $0.name) })
                form.part(DocumentForm.named("expires"), choices: nil)
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "上传", en: "Upload") }
                }
            }
        }
    }
}

extension DocumentsPage {
    /// - Throws: ``Missing``.
    static func load(
        _ person: ID<Person>, _ state: FormState, _ house: House, as viewer: Viewer, _ tx: Transaction
    ) throws -> DocumentsPage {
        let head = try PersonHead.load(person, viewer, tx)
        guard head.tabs.contains(.documents), let seen = try Visibility.classes(of: person, viewer, tx) else {
            throw Missing()
        }
        let edited = try Visibility.classes(of: person, viewer, for: .editPeople, tx) ?? []
        return DocumentsPage(
            head: head,
            documents: try PersonStore.documents(of: person, seen, tx).reversed().map { document in
                Line(
                    id: document.id, kind: document.kind, fileName: document.fileName,
                    byteCount: document.byteCount, added: document.added.day(in: house.timeZone),
                    expires: document.expires, fieldClass: document.fieldClass,
                    mayRemove: edited.contains(document.fieldClass))
            }, classes: Documents.classes.filter(edited.contains), form: state)
    }
}

/// Deleting a document: says which one is lost.
struct DocumentRemovalPage: PageModel {
    let head: PersonHead
    let id: ID<Document>
    let fileName: String
    let kind: DocumentKind
    let form: FormState

    var title: Phrase { Phrase(zh: "删除文件", en: "Delete a document") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        HTML {
            Notice(.warning, title: Phrase(verbatim: fileName)) {
                p {
                    Phrase(
                        zh: "“\(kind.name.zh)”会从服务器上删除，不能恢复；备份中的副本不受影响。",
                        en:
                            "The file (\(kind.name.en)) is deleted from the server and cannot be brought back; copies in "
                            + "backups stay.")
                }
            }
            GroupedForm(
                state: form, action: "\(head.path)/documents/\(id)/deletion", mark: view.formMark, groups: [],
                submit: title, cancel: head.path + "/documents", look: .destructive)
        }
    }
}
