import Kernel
import Markup
import Shell

/// One draft: its steps, what they would do, and the two ways on.
struct ReorganizationPage: PageModel {
    let draft: ReorganizationDraft
    let steps: [ReorganizationStep]
    /// Nil without steps, after the draft was settled, or when it cannot be applied.
    let effects: ReorganizationEffects?
    /// Why it cannot be applied as it is.
    let problem: Phrase?
    /// Units that can be picked; empty where there are too many for a list.
    let units: [UnitChoice]
    let form: FormState

    var title: Phrase { Phrase(verbatim: draft.name) }
    var trail: [Crumb] { [UnitsPage.crumb, ReorganizationsPage.crumb] }
    private var isOpen: Bool { draft.state == .draft }
    private var path: String { "/reorganizations/\(draft.id)" }

    func heading(_ view: PageView) -> any Heading {
        RecordHeader(
            name: draft.name,
            identity: [
                HTML(Phrase(zh: "\(draft.day) 生效", en: "takes effect on \(draft.day)")), HTML(draft.by),
            ], state: StatusBadge(draft.state.badge, draft.state.name), breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let remark = draft.remark { p { remark } }
            form.problemList
            stepTable(view)
            if let problem {
                Notice(.bad, title: Phrase(zh: "这样还不能实施", en: "It cannot be applied like this")) { p { problem } }
            }
            if let effects { preview(effects, view) }
            if isOpen {
                decisions(view)
                adding(view)
            }
        }
    }

    private func stepTable(_ view: PageView) -> HTML {
        DataTable(
            id: "steps", caption: Phrase(zh: "要做的调整", en: "What is to be done"),
            columns: [TableColumn(Phrase(zh: "调整", en: "Step"))]
                + (isOpen ? [TableColumn(Phrase(zh: "操作", en: "Action"))] : []),
            rows: steps.map { step in
                TableRow(
                    [.words(step.sentence)]
                        + (isOpen
                            ? [
                                TableCell {
                                    PageAction.post(
                                        Phrase(zh: "删去", en: "Take out"), "\(path)/steps/\(step.id)/deletion",
                                        hidden: view.hidden, look: .quiet)
                                }
                            ] : []))
            }, empty: Phrase(zh: "还没有任何一步。请在下面添加。", en: "No step yet. Add one below.")
        ).html
    }

    private func preview(_ effects: ReorganizationEffects, _ view: PageView) -> HTML {
        section(.id("preview")) {
            h2 { Phrase(zh: "实施后会怎样？", en: "What would happen?") }
            SummaryFigures([
                .init(Phrase(zh: "更换部门的人", en: "People changing unit")) { Self.people(effects.changing) },
                .init(
                    Phrase(zh: "只是路径变化的人", en: "People whose path alone changes")
                ) { Self.people(effects.renamed) },
                .init(Phrase(zh: "权限范围变化的账号", en: "Accounts whose access changes")) {
                    NumberFormat.count.phrase(Double(effects.access.count))
                },
            ])
            p(.class("hint")) {
                Phrase(
                    zh: "直属上级、岗位和薪酬不变；需要更换上级的，请实施后另行办理。",
                    en: "Managers, positions and pay stay; change managers afterwards where needed.")
            }
            if !effects.access.isEmpty { access(effects.access) }
            if !effects.moves.isEmpty { moves(effects, view) }
        }
    }

    private func access(_ changes: [ReorganizationEffects.Access]) -> DataTable {
        DataTable(
            id: "access", caption: Phrase(zh: "谁的权限会变化", en: "Whose access changes"),
            columns: [
                TableColumn(Phrase(zh: "账号", en: "Account")),
                TableColumn(Phrase(zh: "新看到的人", en: "Sees in addition"), isNumber: true),
                TableColumn(Phrase(zh: "不再看到的人", en: "No longer sees"), isNumber: true),
            ],
            rows: changes.map { TableRow([.text($0.account), .count($0.gains), .count($0.loses)]) }, phone: .scrolls)
    }

    @HTMLBuilder private func moves(_ effects: ReorganizationEffects, _ view: PageView) -> HTML {
        DataTable(
            id: "moves", caption: Phrase(zh: "谁会变动", en: "Who moves"),
            columns: [
                TableColumn(FieldName.name), TableColumn(FieldName.number),
                TableColumn(Phrase(zh: "调整前", en: "Before"), isOnCard: true),
                TableColumn(Phrase(zh: "调整后", en: "After"), isOnCard: true),
            ],
            rows: effects.moves.map { move in
                TableRow(
                    [.text(move.name), .text(move.number), .text(move.before), .text(move.after)],
                    target: URLText("/people/\(move.person)"))
            })
        let all = effects.changing + effects.renamed
        if all > effects.moves.count {
            p(.class("hint")) {
                Phrase(
                    zh: "共 \(all) 人，这里列出 \(effects.moves.count) 人；全部名单请导出。",
                    en: "\(all) people in all, \(effects.moves.count) shown; export the list for everybody.")
            }
        }
        view.exports(of: path + "/people")
    }

    private func decisions(_ view: PageView) -> HTML {
        div(.class("actions")) {
            if effects != nil {
                PageAction.post(
                    Phrase(zh: "实施这份调整", en: "Apply it"), "\(path)/application", hidden: view.hidden, look: .primary)
            }
            PageAction.post(
                Phrase(zh: "放弃草案", en: "Give it up"), "\(path)/discarding", hidden: view.hidden, look: .destructive)
        }
    }

    private func adding(_ view: PageView) -> HTML {
        section(.id("adding")) {
            h2 { Phrase(zh: "添加一步", en: "Add a step") }
            Markup.form(.method(.post), .action("\(path)/steps"), .class("stack")) {
                view.formMark
                form.part(ReorganizationStepForm.kind)
                unit(ReorganizationStepForm.unit)
                unit(ReorganizationStepForm.target)
                form.part(ReorganizationStepForm.name)
                form.part(ReorganizationStepForm.person)
                div(.class("actions")) { button(.type("submit")) { Phrase(zh: "添加", en: "Add") } }
            }
        }
    }

    private func unit(_ field: FormField) -> Field {
        units.isEmpty
            ? form.part(field)
            : form.part(
                field,
                as: .select([Choice("", Phrase(verbatim: "—"))] + units.map(\.choice), chosen: form.value(field.name)),
                hint: field.name == "target" ? field.hint : nil)
    }

    private static func people(_ count: Int) -> Phrase {
        let number = NumberFormat.count.phrase(Double(count))
        return Phrase(zh: "\(number.zh) 人", en: number.en)
    }
}
