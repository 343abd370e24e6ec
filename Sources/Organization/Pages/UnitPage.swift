import Kernel
import Markup
import Shell

/// One unit: who leads it, who is in it, what is below it, and how it came to be.
struct UnitPage: PageModel {
    let file: UnitFile
    /// The day asked for.
    let asked: Day
    /// The day shown: the one asked for, or the nearest one on which the unit exists.
    let day: Day
    /// The first page of its people, those of the units below included.
    let people: [StaffRow]
    let count: Int
    let places: [PlannedPlaces]
    let mayEdit: Bool

    var title: Phrase { Phrase(verbatim: file.node.name) }
    var trail: [Crumb] {
        [UnitsPage.crumb] + file.above.map { Crumb(Phrase(verbatim: $0.name), "/units/\($0.id)") }
    }

    func heading(_ view: PageView) -> any Heading {
        let path = "/units/\(file.node.id)"
        return RecordHeader(
            name: file.node.name,
            identity: [
                HTML(file.node.kind.name), HTML(file.node.code ?? ""),
                HTML(Phrase(zh: "\(file.node.total) 人", en: "\(file.node.total) people")),
            ],
            state: state, breadcrumbs: trail.steps,
            actions: mayEdit && file.history.last?.days.end == nil
                ? [
                    .link(Phrase(zh: "编辑", en: "Edit"), URLText(path + "/edit"), look: .primary),
                    .link(Phrase(zh: "调整上级", en: "Move"), URLText(path + "/move")),
                ] : [])
    }

    private var state: StatusBadge? {
        if day == asked { return nil }
        return day < asked
            ? StatusBadge(.over, Phrase(zh: "已撤销", en: "Closed"))
            : StatusBadge(.planned, Phrase(zh: "尚未设立", en: "Not open yet"))
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if day != asked {
                Notice(.information) {
                    p {
                        Phrase(
                            zh: "“\(file.node.name)”在 \(asked) 不存在，这里显示 \(day) 的情况。",
                            en: "“\(file.node.name)” does not exist on \(asked); this is \(day).")
                    }
                }
            }
            RecordLayout(asideTitle: Phrase(zh: "沿革", en: "History")) {
                KeyValueList(facts)
                if mayEdit { further }
                below
                staff(view)
            } aside: {
                history(view)
            }
        }
    }

    private var facts: [KeyValueList.Entry] {
        let node = file.node
        func chip(_ person: PersonChip?) -> KeyValueList.Value {
            person.map {
                .part(
                    Markup.PersonChip(
                        $0.name, note: $0.position.map { Phrase(verbatim: $0) }, target: URLText("/people/\($0.id)")))
            }
                ?? .unknown(Self.notGiven)
        }
        return [
            .init(FieldName.head, chip(node.head)), .init(FieldName.partner, chip(node.partner)),
            .init(
                FieldName.parent,
                file.above.last.map { above in
                    .known(HTML { a(.href("/units/\(above.id)")) { file.above.map(\.name).joined(separator: "/") } })
                } ?? .words(Phrase(zh: "（顶层）", en: "(top)"))),
            .init(FieldName.costCentre, node.costCentre, unknown: Self.notGiven),
            .init(FieldName.city, node.city, unknown: Self.notGiven),
            .init(
                Phrase(zh: "人数", en: "People"),
                .words(
                    Phrase(
                        zh: "本级 \(node.own) 人，含下级 \(node.total) 人",
                        en: "\(node.own) here, \(node.total) with the units below"
                    ))),
            .init(Phrase(zh: "编制", en: "Places"), planned),
        ]
    }

    private var planned: KeyValueList.Value {
        guard !places.isEmpty else { return .unknown(Phrase(zh: "没有设置编制", en: "No places planned")) }
        return .known(
            HTML {
                for (index, place) in places.enumerated() {
                    if index > 0 { br() }
                    Phrase(
                        zh:
                            "\(place.name ?? "合计") \(place.places) 人（\(place.days.start) 起\(place.days.last.map { "，至 \($0)" } ?? "")）",
                        en:
                            "\(place.name ?? "All") \(place.places) (from \(place.days.start)\(place.days.last.map { " to \($0)" } ?? ""))"
                    )
                }
            })
    }

    private var further: HTML {
        div(.class("actions")) {
            let path = "/units/\(file.node.id)"
            PageAction.link(Phrase(zh: "设置编制", en: "Plan places"), URLText(path + "/places"))
            PageAction.link(
                Phrase(zh: "新设下级", en: "Open a unit below"),
                URLText(path: "/units/new", query: [("parent", file.node.id.description)]))
            PageAction.link(Phrase(zh: "撤销", en: "Close"), URLText(path + "/closing"), look: .destructive)
        }
    }

    @HTMLBuilder private var below: HTML {
        if !file.below.isEmpty {
            DataTable(
                id: "below", caption: Phrase(zh: "下级单元", en: "Units below"),
                columns: [
                    TableColumn(Phrase(zh: "名称", en: "Name")), TableColumn(FieldName.head, isOnCard: true),
                    TableColumn(Phrase(zh: "类型", en: "Kind"), isOnCard: true),
                    TableColumn(Phrase(zh: "人数", en: "People"), isNumber: true),
                ],
                rows: file.below.map { unit in
                    TableRow(
                        [
                            .text(unit.name), .text(unit.head?.name ?? "—"), .words(unit.kind.name), .count(unit.total),
                        ], target: URLText("/units/\(unit.id)"))
                }, phone: .twoLines)
        }
    }

    @HTMLBuilder private func staff(_ view: PageView) -> HTML {
        if !people.isEmpty {
            DataTable(
                id: "people", caption: Phrase(zh: "人员", en: "People"),
                columns: [
                    TableColumn(FieldName.name), TableColumn(FieldName.position, isOnCard: true),
                    TableColumn(FieldName.unit, isOnCard: true), TableColumn(Phrase(zh: "状态", en: "State")),
                ],
                rows: people.map { row in
                    TableRow(
                        [
                            .text(row.name), .text(row.position ?? "—"), .text(row.unitName ?? "—"),
                            row.work.map { .words($0.status.name) } ?? .masked,
                        ], target: URLText("/people/\(row.id)"))
                }, phone: .twoLines)
            if count > people.count {
                p {
                    a(.href(URLText("/people?unit=\(file.node.id)" + (day == view.today ? "" : "&as_of=\(day.iso)")))) {
                        Phrase(zh: "查看全部 \(count) 人", en: "All \(count) people")
                    }
                }
            }
        } else if file.node.total == 0 {
            p(.class("hint")) { Phrase(zh: "这个单元和下级都没有人员。", en: "Nobody works in this unit or below it.") }
        }
    }

    private func history(_ view: PageView) -> HTML {
        let steps = UnitStep.steps(of: file.history)
        return HTML {
            TimelineList(
                steps.reversed().map { step in
                    .init(
                        step.day, kind: step.kind, title: step.title, detail: step.detail,
                        isPlanned: step.day > view.today)
                })
            if mayEdit {
                for step in steps where step.day > view.today && step.day != file.history.first?.days.start {
                    PageAction.post(
                        Phrase(zh: "取消 \(step.day) 的变更", en: "Cancel the change of \(step.day)"),
                        URLText("/units/\(file.node.id)/changes/\(step.day.iso)/cancellation"), hidden: view.hidden)
                }
            }
        }
    }

    private static let notGiven = Phrase(zh: "未填写", en: "Not given")
}

/// A day on which a unit was opened, changed or closed, said in words.
struct UnitStep: Sendable {
    let day: Day
    let kind: Phrase
    let title: Phrase
    let detail: Phrase?

    static func steps(of history: [UnitChange]) -> [UnitStep] {
        var steps: [UnitStep] = []
        for (index, change) in history.enumerated() {
            let before = index > 0 ? history[index - 1] : nil
            if let before, before.days.end == change.days.start {
                steps.append(changed(from: before, to: change))
            } else {
                steps.append(
                    UnitStep(
                        day: change.days.start, kind: Phrase(zh: "设立", en: "Opened"),
                        title: Phrase(verbatim: change.name),
                        detail: change.parentName.map { Phrase(zh: "上级：\($0)", en: "Under \($0)") }))
            }
            let next = index + 1 < history.count ? history[index + 1].days.start : nil
            if let end = change.days.end, next != end {
                steps.append(
                    UnitStep(
                        day: end, kind: Phrase(zh: "撤销", en: "Closed"), title: Phrase(verbatim: change.name),
                        detail: nil))
            }
        }
        return steps
    }

    private static func changed(from before: UnitChange, to after: UnitChange) -> UnitStep {
        var words: [Phrase] = []
        if before.parentName != after.parentName {
            let top = Phrase(zh: "顶层", en: "the top")
            words.append(
                Phrase(
                    zh: "移到\(after.parentName.map { "“\($0)”之下" } ?? top.zh)",
                    en: "moved to \(after.parentName ?? top.en)"))
        }
        if before.headName != after.headName {
            words.append(
                Phrase(zh: "负责人：\(after.headName ?? "无")", en: "head: \(after.headName ?? "nobody")"))
        }
        if before.city != after.city {
            words.append(Phrase(zh: "城市：\(after.city ?? "无")", en: "city: \(after.city ?? "none")"))
        }
        let isRenamed = before.name != after.name
        if words.isEmpty, !isRenamed { words.append(Phrase(zh: "其他资料变更", en: "other facts")) }
        return UnitStep(
            day: after.days.start, kind: isRenamed ? Phrase(zh: "更名", en: "Renamed") : Phrase(zh: "变更", en: "Changed"),
            title: isRenamed
                ? Phrase(zh: "\(before.name) → \(after.name)", en: "\(before.name) → \(after.name)")
                : Phrase(verbatim: after.name),
            detail: words.isEmpty
                ? nil
                : Phrase(
                    zh: words.map(\.zh).joined(separator: "；"), en: words.map(\.en).joined(separator: "; ")))
    }
}
