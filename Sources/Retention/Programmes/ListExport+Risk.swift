import Kernel
import Organization
import SQL
import Shell

extension ListExport {
    /// The list of risks as filtered. Who takes it along stands in the audit log, as with every export.
    static let risk = ListExport(
        "risk", of: "/risk", Phrase(zh: "导出离职风险", en: "Export the risk of leaving"), reading: .readRisk,
        query: RiskFilter.fields
    ) { asked in
        let (viewer, query, today) = (asked.viewer, asked.query, asked.house.today)
        guard !viewer.grants(for: .readRisk, showing: .risk).isEmpty else { throw Missing() }
        let seesPay = !viewer.grants(for: .readPeople, showing: .pay).isEmpty
        return Export(
            RiskWords.list, columns: columns + (seesPay ? [.money(RiskWords.payAtStake) { $0.yearlyPay }] : [])
        ) { cursor, tx in
            let filter = try RiskFilter(query, viewer, tx)
            let programme = try RiskProgramme.named(filter.programme, tx)
            guard let run = try programme.run.flatMap({ try RiskRuns.line($0, tx) }) else { return ([], nil) }
            let page = try RiskList.page(
                filter, run, after: Int(cursor ?? 0), limit: 5_000, today: today, as: viewer, tx)
            return (page.rows, page.next.map { Int64($0) })
        }
    }

    private static var columns: [ExportColumn<RiskRow>] {
        [
            .text(RiskWords.number, .public) { $0.number }, .text(RiskWords.person, .public) { $0.name },
            .text(RiskWords.unit, .public) { $0.unit }, .words(RiskWords.tier, .risk) { $0.tier.name },
            .words(RiskWords.likely, .risk) { $0.probability == nil ? nil : RiskWords.share($0.probability) },
            .words(Phrase(zh: "95% 区间", en: "95% interval"), .risk) { RiskWords.interval($0.low, $0.high) },
            .words(RiskWords.changed, .risk) { $0.probability == nil ? nil : RiskWords.change($0.change) },
        ]
            + (0..<3).map { place in
                .words(Phrase(zh: "因素 \(place + 1)", en: "Driver \(place + 1)"), .risk) { row in
                    row.drivers.indices.contains(place) ? row.drivers[place].sentence : nil
                }
            }
    }
}
