import Kernel
import Markup
import SQL
import Shell

/// The list of positions and their form.
enum PositionRoutes {
    static let all: [Route] = [
        .page(
            "/positions", .needs(.editPositions), Phrase(zh: "岗位", en: "Positions"),
            query: query + [
                FormField("after", .record, Phrase(zh: "上一页最后一个岗位", en: "Last position of the page before"))
            ]
        ) { call in
            let (viewer, family, all) = (
                try call.viewer, call.query["family"], CatalogueTabs.showsRetired(call.query)
            )
            let after = call.query["after"].flatMap { ID<Position>($0) }
            return try await call.read { tx in
                let rows = try PositionStore.positions(
                    family: family, showsRetired: all, after: after, limit: 51, as: viewer, tx)
                let shown = Array(rows.prefix(50))
                return PositionsPage(
                    rows: shown, next: rows.count > shown.count ? shown.last?.id : nil,
                    families: try PositionStore.families(tx), seesPay: PositionStore.seesPay(viewer))
            }
        },
        .page("/positions/new", .needs(.editPositions), Phrase(zh: "新建岗位", en: "A new position")) { call in
            try await form(call, FormState(["weight": "ordinary"]))
        },
        .action(
            "/positions/new", .needs(.editPositions), Phrase(zh: "新建岗位", en: "Make a position"),
            form: PositionForm.self,
            again: form
        ) { call, form in
            let occasion = try Occasion(call)
            _ = try await refusedAtField {
                try await call.write { tx in try PositionChanges.save(form, as: nil, occasion, tx) }
            }
            return Outcome("/positions", Phrase(zh: "已新建“\(form.name)”。", en: "“\(form.name)” was made."))
        },
        .page("/positions/{id}", .needs(.editPositions), Phrase(zh: "一个岗位", en: "A position")) { call in
            try await form(call, nil)
        },
        .action(
            "/positions/{id}", .needs(.editPositions), Phrase(zh: "保存岗位", en: "Save a position"),
            form: PositionForm.self,
            again: form
        ) { call, form in
            let (id, occasion) = (try call.id(of: Position.self), try Occasion(call))
            _ = try await refusedAtField {
                try await call.write { tx in try PositionChanges.save(form, as: id, occasion, tx) }
            }
            return Outcome("/positions", Phrase(zh: "已保存“\(form.name)”。", en: "“\(form.name)” was saved."))
        },
        .button("/positions/{id}/retirement", .needs(.editPositions), Phrase(zh: "停用岗位", en: "Retire a position")) {
            call in try await retire(call, true)
        },
        .button("/positions/{id}/reinstatement", .needs(.editPositions), Phrase(zh: "恢复岗位", en: "Use a position again"))
        {
            call in try await retire(call, false)
        },
    ]

    static let query = [
        FormField("family", .text(maximum: 50), Phrase(zh: "序列", en: "Family")), CatalogueTabs.showField,
    ]

    @Sendable private static func form(_ call: Call, _ state: FormState) async throws -> CatalogueFormPage {
        try await form(call, Optional(state))
    }

    @Sendable private static func form(_ call: Call, _ state: FormState?) async throws -> CatalogueFormPage {
        let viewer = try call.viewer
        let id: ID<Position>? = call.parameter("id") == nil ? nil : try call.id()
        return try await call.read { tx in
            let row = try id.map { try PositionStore.position($0, as: viewer, tx) }
            return CatalogueFormPage(
                tab: .positions, record: id?.rawValue, name: row?.name, retired: row?.retired != nil,
                levels: try PositionStore.levels(showsRetired: false, tx), seesPay: PositionStore.seesPay(viewer),
                form: state ?? row?.form ?? FormState())
        }
    }

    private static func retire(_ call: Call, _ isRetired: Bool) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: Position.self), try Occasion(call))
        try await call.write { tx in try PositionChanges.retire(id, isRetired, occasion, tx) }
        return Outcome("/positions", CatalogueWords.settled(isRetired))
    }
}

enum CatalogueWords {
    static func settled(_ isRetired: Bool) -> Phrase {
        isRetired ? Phrase(zh: "已停用。", en: "Retired.") : Phrase(zh: "已恢复使用。", en: "In use again.")
    }
}

/// A refusal comes back at the field that has to change.
func refusedAtField<T>(_ body: () async throws -> T) async throws -> T {
    do { return try await body() } catch let refusal as CatalogueRefusal {
        throw FormProblem(field: refusal.field, problem: refusal.explanation)
    }
}

extension PositionRow {
    /// As its form shows it.
    fileprivate var form: FormState {
        FormState([
            "name": name, "code": code ?? "", "family": family ?? "", "level": level?.description ?? "",
            "weight": weight.rawValue, "probation_months": probationMonths.map { "\($0)" } ?? "",
            "pay_least": payLeast?.plain ?? "", "pay_most": payMost?.plain ?? "",
        ])
    }
}
