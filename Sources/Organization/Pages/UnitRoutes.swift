import Kernel
import Markup
import SQL
import Shell

/// The org chart, its units, and the changes of them.
struct UnitRoutes: Sendable {
    let figures: StaffFigures

    var all: [Route] {
        [
            .page(
                "/units", .needs(.readUnits), Phrase(zh: "组织架构", en: "Org chart"),
                query: UnitsQuestion.fields + [
                    FormField("after", .record, Phrase(zh: "上一页最后一个单元", en: "Last unit of the page before"))
                ],
                chart),
            .page("/units/new", .needs(.editUnits), Phrase(zh: "新设组织单元", en: "Open a unit")) { call in
                try await opening(
                    call,
                    FormState(["from": call.today.iso, "kind": "department", "parent": call.query["parent"] ?? ""]))
            },
            .action(
                "/units/new", .needs(.editUnits), Phrase(zh: "设立组织单元", en: "Open a unit"), form: UnitOpening.self,
                again: opening, open),
            .page(
                "/units/{id}", .needs(.readUnits), Phrase(zh: "组织单元", en: "A unit"),
                query: [FormField("as_of", .day, Phrase(zh: "日期", en: "As of"))], unit),
        ] + forms
    }

    private var forms: [Route] {
        [
            .page("/units/{id}/edit", .needs(.editUnits), Phrase(zh: "编辑组织单元", en: "Edit a unit")) { call in
                try await editing(call, nil)
            },
            .action(
                "/units/{id}/edit", .needs(.editUnits), Phrase(zh: "保存组织单元", en: "Save a unit"), form: UnitEditing.self,
                again: editing, edit),
            .page("/units/{id}/move", .needs(.editUnits), Phrase(zh: "调整组织单元的上级", en: "Move a unit")) { call in
                try await moving(call, nil)
            },
            .action(
                "/units/{id}/move", .needs(.editUnits), Phrase(zh: "移动组织单元", en: "Move a unit"), form: UnitMove.self,
                again: moving, move),
            .page("/units/{id}/closing", .needs(.editUnits), Phrase(zh: "撤销组织单元", en: "Close a unit")) { call in
                try await page(.closing, of: call, FormState(["from": call.today.iso]))
            },
            .action(
                "/units/{id}/closing", .needs(.editUnits), Phrase(zh: "撤销组织单元", en: "Close a unit"),
                form: UnitClosing.self, again: { try await page(.closing, of: $0, $1) }, close),
            .page("/units/{id}/places", .needs(.editUnits), Phrase(zh: "设置编制", en: "Plan places")) { call in
                try await page(.places, of: call, FormState(["from": call.today.iso]))
            },
            .action(
                "/units/{id}/places", .needs(.editUnits), Phrase(zh: "保存编制", en: "Plan places"), form: UnitPlan.self,
                again: { try await page(.places, of: $0, $1) }, plan),
            .button(
                "/units/{id}/changes/{day}/cancellation", .needs(.editUnits),
                Phrase(zh: "取消已安排的变更", en: "Cancel a planned change")
            ) { call in
                let (id, occasion) = (try call.id(of: OrgUnit.self), try Occasion(call))
                guard let day = Day(iso: try call.word("day")) else { throw Missing() }
                try await call.write { tx in try UnitChanges.cancel(id, from: day, occasion, tx) }
                return Outcome("/units/\(id)", Phrase(zh: "已取消该变更。", en: "The change was cancelled."))
            },
        ]
    }

    @Sendable private func chart(_ call: Call) async throws -> UnitsPage {
        let (viewer, question) = (try call.viewer, try UnitsQuestion(call.query, today: call.today))
        return try await call.read { [figures] tx in
            // Without a name to look for it is one of few pages; drawing it is less than finding its units among many.
            guard question.text == nil else {
                return UnitsPage(try UnitStore.tree(asOf: question.day, as: viewer, figures, tx), question)
            }
            let scope = try UnitScope(viewer, .readUnits, tx)
            return try figures.figure("chart \(question.key) in \(scope.condition)", tx) {
                UnitsPage(try UnitStore.tree(asOf: question.day, as: viewer, figures, tx), question)
            }
        }
    }

    @Sendable private func unit(_ call: Call) async throws -> UnitPage {
        let (viewer, id) = (try call.viewer, try call.id(of: OrgUnit.self))
        let asked = try call.query.day("as_of") ?? call.today
        return try await call.read { [figures] tx in
            let day = try UnitStore.day(showing: id, on: asked, tx)
            let file = try UnitStore.file(id, asOf: day, as: viewer, figures, tx)
            var filter = DirectoryFilter()
            filter.unit = id
            let people =
                viewer.can(.readPeople) ? try Directory.page(filter, asOf: day, as: viewer, figures, tx) : nil
            return UnitPage(
                file: file, asked: asked, day: day, people: people?.rows ?? [], count: people?.count ?? 0,
                places: try UnitStore.places(in: id, on: day, tx),
                mayEdit: try UnitScope(viewer, .editUnits, tx).contains(
                    try tx.value("select path from unit_paths where unit_id = \(id)", as: String.self) ?? ""))
        }
    }
}
