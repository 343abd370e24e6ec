import Kernel
import Markup
import Shell

/// Drafts of reorganisations, the newest first.
struct ReorganizationsPage: PageModel {
    let drafts: [ReorganizationDraft]
    let next: ID<ReorganizationDraft>?

    static let crumb = Crumb(Phrase(zh: "组织调整", en: "Reorganisations"), "/reorganizations")
    var title: Phrase { Self.crumb.title }
    var trail: [Crumb] { [UnitsPage.crumb] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "先起草，看清谁会变动、谁的权限会变化，再一次实施。",
                en: "Draft first, see who moves and whose access changes, then apply it all at once."),
            breadcrumbs: trail.steps,
            actions: [.link(Phrase(zh: "起草组织调整", en: "Draft a reorganisation"), "/reorganizations/new", look: .primary)]
        )
    }

    func content(_ view: PageView) -> HTML {
        ListPage(
            table: DataTable(
                id: "reorganizations", caption: title,
                columns: [
                    TableColumn(Phrase(zh: "名称", en: "Name")), TableColumn(FieldName.from, isOnCard: true),
                    TableColumn(Phrase(zh: "步骤", en: "Steps"), isNumber: true),
                    TableColumn(Phrase(zh: "起草人", en: "Drafted by"), isOnCard: true),
                    TableColumn(Phrase(zh: "状态", en: "State")),
                ],
                rows: drafts.map { draft in
                    TableRow(
                        [
                            .text(draft.name), .day(draft.day), .count(draft.steps), .text(draft.by),
                            TableCell { StatusBadge(draft.state.badge, draft.state.name) },
                        ], target: URLText("/reorganizations/\(draft.id)"))
                }, phone: .twoLines, hidesCaption: true),
            pages: Pagination(
                previous: view.query["after"] == nil ? nil : "/reorganizations",
                next: next.map { view.address(with: "after", $0.description) }),
            empty: EmptyState(
                title: Phrase(zh: "还没有组织调整", en: "No reorganisation yet"),
                explanation: Phrase(
                    zh: "需要同时移动、合并或撤销多个单元时，在这里起草。",
                    en: "When several units move, merge or close at once, draft it here."))
        ).html
    }
}

/// The form that opens a draft.
struct ReorganizationFormPage: PageModel {
    let form: FormState

    var title: Phrase { Phrase(zh: "起草组织调整", en: "Draft a reorganisation") }
    var trail: [Crumb] { [UnitsPage.crumb, ReorganizationsPage.crumb] }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action("/reorganizations/new"), .class("stack")) {
            view.formMark
            form.problemList
            for field in ReorganizationForm.fields {
                field.name == "day" ? form.part(field, as: .day(form.value("day"))) : form.part(field)
            }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "新建草案", en: "Open the draft") }
                a(.href("/reorganizations")) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }
}

extension ReorganizationDraft.State {
    var badge: StatusBadge.Kind {
        switch self {
        case .draft: .running
        case .applied: .good
        case .discarded: .over
        }
    }
}
