import HTTPTypes
import Kernel
import Markup
import SQL

enum SavedViewRoutes {
    static let saved = AuditAction("views.save", Phrase(zh: "保存视图", en: "Saved a view"))
    static let removed = AuditAction("views.remove", Phrase(zh: "删除视图", en: "Removed a view"))
    static let record = AuditRecordKind("view", Phrase(zh: "视图", en: "View"))

    static let all: [Route] = [
        .action(
            "/views", .signedIn, Phrase(zh: "保存视图", en: "Save a view"), form: SavedViewForm.self,
            again: { _, state in SavedViewPage(state: state) }
        ) { call, draft in
            let (viewer, house) = (try call.viewer, call.house)
            guard house.rooms.flatMap(\.routes).contains(where: { $0.method == .get && $0.path == draft.list }) else {
                throw SavedViewRefusal.noSuchList
            }
            try await call.write { tx in
                try SavedViewStore.keep(draft.name, draft.query, of: viewer, for: draft.list, tx)
                try Audit.record(AuditEntry(saved, reason: draft.list), by: call, in: tx)
            }
            return Outcome(
                draft.query.isEmpty ? draft.list : draft.list + "?" + draft.query,
                Phrase(zh: "视图“\(draft.name)”已保存。", en: "The view “\(draft.name)” is saved."))
        },
        .button("/views/{id}/deletion", .signedIn, Phrase(zh: "删除视图", en: "Remove a view")) { call in
            let (viewer, id) = (try call.viewer, try call.id(of: SavedView.self))
            let list = try await call.write { tx in
                let list = try SavedViewStore.remove(id, of: viewer, tx)
                try Audit.record(AuditEntry(removed, of: AuditRecord(record, id), reason: list), by: call, in: tx)
                return list
            }
            return Outcome(list, Phrase(zh: "视图已删除。", en: "The view is removed."))
        },
    ]
}

/// A name for a list as it is.
struct SavedViewForm: Form {
    static let fields = [
        FormField("name", .text(maximum: 40), Phrase(zh: "视图名称", en: "Name of the view"), isRequired: true),
        FormField("list", .text(), Phrase(zh: "列表地址", en: "Address of the list"), isRequired: true),
        FormField("query", .text(maximum: 2_000), Phrase(zh: "筛选条件", en: "Filters")),
    ]

    let name: String
    let list: String
    /// Without the place in the list, so that the view always starts at its beginning.
    let query: String

    init(_ input: inout FormInput) {
        name = input.text("name")
        list = input.text("list")
        query = FormFields(urlEncoded: input.text("query")).ofList.urlEncoded
    }
}

/// The form by itself, when what was sent could not be kept.
struct SavedViewPage: PageModel {
    let state: FormState

    var title: Phrase { Phrase(zh: "保存视图", en: "Save a view") }

    func content(_ view: PageView) -> HTML {
        form(.class("stack"), .method(.post), .action("/views")) {
            view.formMark
            for problem in state.problems where problem.field != "name" {
                Notice(.bad, title: problem.problem) {}
            }
            state.part(SavedViewForm.fields[0])
            HiddenField("list", state.value("list"))
            HiddenField("query", state.value("query"))
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
            }
        }
    }
}
