import Kernel
import Shell

/// Positions, levels and custom fields.
extension ListExport {
    static let positions = ListExport(
        "positions", of: "/positions", Phrase(zh: "导出岗位", en: "Export positions"), reading: .editPositions,
        query: PositionRoutes.query
    ) { asked in
        let (viewer, family) = (asked.viewer, asked.query["family"])
        let all = CatalogueTabs.showsRetired(asked.query)
        return Export(
            CatalogueTabs.Tab.positions.crumb.title,
            columns: PositionsPage.columns(seesPay: PositionStore.seesPay(viewer))
        ) { cursor, tx in
            let batch = Export<PositionRow>.batch
            let rows = try PositionStore.positions(
                family: family, showsRetired: all, after: cursor.map { ID<Position>($0) }, limit: batch, as: viewer, tx)
            return (rows, rows.count < batch ? nil : rows.last?.id.rawValue)
        }
    }

    static let levels = ListExport(
        "levels", of: "/levels", Phrase(zh: "导出职级", en: "Export levels"), reading: .editPositions,
        query: [CatalogueTabs.showField]
    ) { asked in
        let all = CatalogueTabs.showsRetired(asked.query)
        return Export(CatalogueTabs.Tab.levels.crumb.title, columns: LevelsPage.columns) { tx in
            try PositionStore.levels(showsRetired: all, tx)
        }
    }

    static let customFields = ListExport(
        "custom-fields", of: "/custom-fields", Phrase(zh: "导出自定义字段", en: "Export custom fields"),
        reading: .editCustomFields, query: [CatalogueTabs.showField]
    ) { asked in
        let all = CatalogueTabs.showsRetired(asked.query)
        return Export(CatalogueTabs.Tab.customFields.crumb.title, columns: CustomFieldsPage.columns) { tx in
            try CustomFieldStore.all(showsRetired: all, tx)
        }
    }
}
