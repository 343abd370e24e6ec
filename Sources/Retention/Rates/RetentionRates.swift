import Kernel
import Markup
import Organization
import SQL
import Shell

extension Capability {
    /// Rates of groups for those who see figures only; with a line or the company also the people behind them.
    static let readTurnover = Capability(
        "turnover.read", Phrase(zh: "查看离职分析", en: "See turnover"), reaches: [.company, .line, .aggregates])
    static let editTurnover = Capability(
        "turnover.edit", Phrase(zh: "维护流失成本与行业基准", en: "Maintain cost multiples and benchmarks"),
        reaches: [.company], showsFields: false)
}

/// What this part of the room brings: turnover, cohorts, survival and what leaving costs.
///
/// Means of pay over a level stand on the cost page only, for grants that show the class pay; a line never does.
enum RetentionRates {
    static let migrations: [Migration] = [.turnoverMultiples, .turnoverBenchmarks]
    static let capabilities: [Capability] = [.readTurnover, .editTurnover]
    static let grants: [DefaultGrant] =
        DefaultGrant.each([.hr], .readTurnover, .company, [.work, .personal, .pay])
        + DefaultGrant.each([.hr], .editTurnover)
        + DefaultGrant.each([.manager], .readTurnover, .line, [.work])
        + DefaultGrant.each([.executive], .readTurnover, .aggregates, [.work, .pay])
    static let menu: [MenuPage] = [
        MenuPage(TurnoverTabs.title, path: "/turnover", icon: .trend, needs: .readTurnover, group: .analysis)
    ]

    /// The pages and the files, over one set of kept counts for the application.
    static func pages() -> (routes: [Route], exports: [ListExport]) {
        let desk = TurnoverDesk()
        let exports = [
            ListExport.turnover(desk), .turnoverPeople(desk), .turnoverCohorts(desk), .turnoverSurvival(desk),
            .turnoverCost(desk), .turnoverBenchmarks,
        ]
        let routes =
            TurnoverRoutes(desk: desk).all + CohortRoutes(desk: desk).all + CostRoutes(desk: desk).all
            + TurnoverSettingsRoutes.all
        return (routes + exports.flatMap(\.routes), exports)
    }
}
