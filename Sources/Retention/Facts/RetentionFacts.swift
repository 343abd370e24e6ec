import Kernel
import Markup
import SQL
import Shell

extension Capability {
    /// Metrics: defining them and sending their values.
    package static let editFacts = Capability(
        "facts.edit", Phrase(zh: "维护指标数据", en: "Maintain metrics"), reaches: [.company], showsFields: false)
}

/// Metrics and snapshots, as pieces of the room.
enum RetentionFacts {
    static let migrations: [Migration] = [.metrics, .snapshots]
    static let capabilities: [Capability] = [.editFacts]
    static let grants: [DefaultGrant] = DefaultGrant.each([.hr], .editFacts)
    static let imports: [any ImportKind] = [MetricsImport()]
    static let exports: [ListExport] = [.metrics]
    static let jobs: [JobKind] = [SnapshotJob.job]
    static let menu: [MenuPage] = [
        MenuPage(MetricWords.metrics, path: "/facts", icon: .chart, needs: .editFacts, group: .analysis)
    ]

    /// - Parameter published: what the rooms publish.
    static func routes(_ published: [PublishedFact]) -> [Route] {
        MetricRoutes.all(published) + exports.flatMap(\.routes)
    }
}
