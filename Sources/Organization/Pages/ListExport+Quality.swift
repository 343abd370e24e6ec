import Kernel
import Shell

extension ListExport {
    /// One line per person and check. The cursor holds both: the check in its last six bits.
    static func quality(_ figures: StaffFigures) -> ListExport {
        ListExport(
            "quality", of: "/quality", Phrase(zh: "导出数据质量问题", en: "Export what is to be mended"),
            reading: .readQuality, query: QualityRoutes.query
        ) { asked in
            let (viewer, today) = (asked.viewer, asked.house.today)
            let checks = try QualityRoutes.check(asked.query).map { [$0] } ?? QualityCheck.allCases
            return Export(Phrase(zh: "数据质量", en: "Data quality"), columns: QualityPage.columns) { cursor, tx in
                let place = Int((cursor ?? 0) & 63)
                guard checks.indices.contains(place) else { return ([], nil) }
                let after = (cursor ?? 0) >> 6
                let board = try QualityBoard.load(
                    checks[place], after: after == 0 ? nil : ID<Person>(after), limit: 2_000, today: today,
                    as: viewer, figures, tx)
                let rows = board.rows.map { QualityFinding(check: checks[place], row: $0) }
                if let next = board.next { return (rows, next.rawValue << 6 | Int64(place)) }
                return (rows, place + 1 < checks.count ? Int64(place + 1) : nil)
            }
        }
    }
}

/// One line of the exported list.
struct QualityFinding: Sendable {
    let check: QualityCheck
    let row: StaffRow
}
