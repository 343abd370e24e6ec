import Kernel
import Markup
import Shell

/// A form about a unit: open, edit, move, close, plan places.
struct UnitFormPage: PageModel {
    enum Task: String, Codable, Sendable, CaseIterable {
        case opening, editing, moving, closing, places
    }

    let task: Task
    /// Nil while it is being opened.
    let unit: UnitNode?
    /// Fields with somebody who has left: they may stay for now and should be replaced.
    let left: [String]
    /// Parents that can be picked; empty where there are too many for a list.
    let parents: [UnitChoice]
    let positions: [PositionChoice]
    let form: FormState

    /// More than these are not offered in one list.
    static let longest = 400

    var trail: [Crumb] {
        [UnitsPage.crumb] + (unit.map { [Crumb(Phrase(verbatim: $0.name), "/units/\($0.id)")] } ?? [])
    }

    var title: Phrase {
        let name = unit?.name ?? ""
        return switch task {
        case .opening: Phrase(zh: "新设组织单元", en: "Open a unit")
        case .editing: Phrase(zh: "编辑“\(name)”", en: "Edit “\(name)”")
        case .moving: Phrase(zh: "调整“\(name)”的上级", en: "Move “\(name)”")
        case .closing: Phrase(zh: "撤销“\(name)”", en: "Close “\(name)”")
        case .places: Phrase(zh: "设置“\(name)”的编制", en: "Plan places of “\(name)”")
        }
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if task == .closing, let unit { consequences(unit) }
            Markup.form(.method(.post), .action(URLText(address)), .class("stack")) {
                view.formMark
                form.problemList
                for field in fields { part(field) }
                div(.class("actions")) {
                    button(.type("submit"), .class(task == .closing ? "destructive" : "primary")) { verb }
                    a(.href(URLText(unit.map { "/units/\($0.id)" } ?? "/units"))) { Phrase(zh: "取消", en: "Cancel") }
                }
            }
        }
    }

    private var address: String {
        guard let unit else { return "/units/new" }
        return switch task {
        case .opening: "/units/new"
        case .editing: "/units/\(unit.id)/edit"
        case .moving: "/units/\(unit.id)/move"
        case .closing: "/units/\(unit.id)/closing"
        case .places: "/units/\(unit.id)/places"
        }
    }

    private var fields: [FormField] {
        switch task {
        case .opening: UnitOpening.fields
        case .editing: UnitEditing.fields
        case .moving: UnitMove.fields
        case .closing: UnitClosing.fields
        case .places: UnitPlan.fields
        }
    }

    private var verb: Phrase {
        switch task {
        case .opening: Phrase(zh: "设立", en: "Open it")
        case .editing: Phrase(zh: "保存", en: "Save")
        case .moving: Phrase(zh: "移动", en: "Move it")
        case .closing: Phrase(zh: "撤销", en: "Close it")
        case .places: Phrase(zh: "保存编制", en: "Save the plan")
        }
    }

    private func part(_ field: FormField) -> Field {
        switch field.name {
        case "from": form.part(field, as: .day(form.value("from")))
        case "parent" where !parents.isEmpty:
            form.part(
                field,
                as: .select(
                    [Choice("", Phrase(zh: "（顶层）", en: "(top)"))] + parents.map(\.choice), chosen: form.value("parent")),
                hint: nil)
        case "position":
            form.part(
                field,
                as: .select(
                    [Choice("", Phrase(zh: "全部岗位合计", en: "All positions together"))] + positions.map(\.choice),
                    chosen: form.value("position")))
        case let name where left.contains(name):
            form.part(
                field, as: .text(form.value(name)),
                hint: Phrase(
                    zh: "此人已离职。可以暂时保留，请尽快改填现任人员的工号。",
                    en: "This person has left. They may stay for now; enter who took over soon."))
        default: form.part(field)
        }
    }

    private func consequences(_ unit: UnitNode) -> HTML {
        Notice(unit.total > 0 ? .warning : .information) {
            p {
                unit.total > 0
                    ? Phrase(
                        zh: "“\(unit.name)”及下级还有 \(unit.total) 人。请先调动人员、撤销下级，或用“组织调整”把它并入其他单元。",
                        en: "“\(unit.name)” and below still have \(unit.total) people. Transfer them and close what is "
                            + "below first, or merge it into another unit with a reorganisation.")
                    : Phrase(
                        zh: "撤销后，“\(unit.name)”从该日起不再出现在组织架构中；历史记录保留。",
                        en: "From that day on “\(unit.name)” is no longer in the org chart; its history stays.")
            }
            if unit.total > 0 {
                p { a(.href("/reorganizations/new")) { Phrase(zh: "发起组织调整", en: "Draft a reorganisation") } }
            }
        }
        .html
    }
}

/// A position that can be picked.
struct PositionChoice: Codable, Sendable {
    let id: ID<Position>
    let name: String

    var choice: Choice { Choice(id.description, Phrase(verbatim: name)) }
}
