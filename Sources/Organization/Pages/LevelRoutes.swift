import Kernel
import Markup
import SQL
import Shell

/// The list of levels and their form.
enum LevelRoutes {
    static let all: [Route] = [
        .page("/levels", .needs(.editPositions), Phrase(zh: "职级", en: "Levels"), query: [CatalogueTabs.showField]) {
            call in
            let all = CatalogueTabs.showsRetired(call.query)
            return try await call.read { tx in LevelsPage(rows: try PositionStore.levels(showsRetired: all, tx)) }
        },
        .page("/levels/new", .needs(.editPositions), Phrase(zh: "新建职级", en: "A new level")) { call in
            try await form(call, FormState())
        },
        .action(
            "/levels/new", .needs(.editPositions), Phrase(zh: "新建职级", en: "Make a level"), form: LevelForm.self,
            again: form
        ) { call, form in
            let occasion = try Occasion(call)
            _ = try await refusedAtField {
                try await call.write { tx in try PositionChanges.save(form, as: nil, occasion, tx) as ID<Level> }
            }
            return Outcome("/levels", Phrase(zh: "已新建“\(form.name)”。", en: "“\(form.name)” was made."))
        },
        .page("/levels/{id}", .needs(.editPositions), Phrase(zh: "一个职级", en: "A level")) { call in
            try await form(call, nil)
        },
        .action(
            "/levels/{id}", .needs(.editPositions), Phrase(zh: "保存职级", en: "Save a level"), form: LevelForm.self,
            again: form
        ) { call, form in
            let (id, occasion) = (try call.id(of: Level.self), try Occasion(call))
            _ = try await refusedAtField {
                try await call.write { tx in try PositionChanges.save(form, as: id, occasion, tx) }
            }
            return Outcome("/levels", Phrase(zh: "已保存“\(form.name)”。", en: "“\(form.name)” was saved."))
        },
        .button("/levels/{id}/retirement", .needs(.editPositions), Phrase(zh: "停用职级", en: "Retire a level")) { call in
            try await retire(call, true)
        },
        .button("/levels/{id}/reinstatement", .needs(.editPositions), Phrase(zh: "恢复职级", en: "Use a level again")) {
            call in try await retire(call, false)
        },
    ]

    @Sendable private static func form(_ call: Call, _ state: FormState) async throws -> CatalogueFormPage {
        try await form(call, Optional(state))
    }

    @Sendable private static func form(_ call: Call, _ state: FormState?) async throws -> CatalogueFormPage {
        let id: ID<Level>? = call.parameter("id") == nil ? nil : try call.id()
        return try await call.read { tx in
            let row = try id.map { try PositionStore.level($0, tx) }
            let known = row.map { FormState(["name": $0.name, "family": $0.family ?? "", "rank": "\($0.rank)"]) }
            return CatalogueFormPage(
                tab: .levels, record: id?.rawValue, name: row?.name, retired: row?.retired != nil, levels: [],
                seesPay: false, form: state ?? known ?? FormState())
        }
    }

    private static func retire(_ call: Call, _ isRetired: Bool) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: Level.self), try Occasion(call))
        try await call.write { tx in try PositionChanges.retire(id, isRetired, occasion, tx) }
        return Outcome("/levels", CatalogueWords.settled(isRetired))
    }
}
