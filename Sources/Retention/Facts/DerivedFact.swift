import Kernel
import SQL
import Shell

/// What is made of the values of a metric for programmes and signals.
enum DerivedFact: String, CaseIterable {
    /// The newest value, if it is not stale.
    case last
    /// How far the recent mean lies from the mean before.
    case change
    /// How many values in a row were no better than the one before.
    case flat

    static func of(_ metric: Metric) -> [DerivedFact] {
        metric.better == .none ? [.last, .change] : allCases
    }

    func code(_ metric: Metric) -> String { "m_\(metric.code)_\(rawValue)" }

    func fact(of metric: Metric) -> PublishedFact {
        PublishedFact(
            code(metric), name(metric), self == .flat ? .count : metric.unit, grain: metric.grain,
            purpose: metric.purpose, basis: metric.basis, keptMonths: metric.keptMonths, audience: metric.audience
        ) { day, tx in try MetricWindow(metric, on: day, tx).column(self) }
    }

    private func name(_ metric: Metric) -> Phrase {
        let (zh, en) = (metric.name.zh, metric.name.en)
        return switch (self, metric.grain) {
        case (.last, _): metric.name
        case (.change, .day), (.change, .week):
            Phrase(zh: "\(zh)：近四周与此前四周之差", en: "\(en): last four weeks against the four before")
        case (.change, .month):
            Phrase(zh: "\(zh)：近一个月与此前三个月均值之差", en: "\(en): last month against the three before")
        case (.change, .quarter):
            Phrase(zh: "\(zh)：近一季度与此前三季度均值之差", en: "\(en): last quarter against the three before")
        case (.flat, .day): Phrase(zh: "\(zh)：连续无增长天数", en: "\(en): days in a row without growth")
        case (.flat, .week): Phrase(zh: "\(zh)：连续无增长周数", en: "\(en): weeks in a row without growth")
        case (.flat, .month): Phrase(zh: "\(zh)：连续无增长月数", en: "\(en): months in a row without growth")
        case (.flat, .quarter): Phrase(zh: "\(zh)：连续无增长季数", en: "\(en): quarters in a row without growth")
        }
    }
}

/// How far back the facts of a metric look, in days, by how often its values come.
struct MetricSpans {
    /// Behind this a value says nothing about today.
    let stale: Int
    /// How long the newest value may be away for a change to be told. Values of a month come when it is over, and later.
    let late: Int
    /// Counted back from the newest value, so that a change is made of as many values whenever it is asked for.
    let recent: Int
    let before: Int
    /// The longest run of values that is told.
    let run: Int

    init(_ grain: FactGrain) {
        (stale, late, recent, before, run) =
            switch grain {
            case .day: (14, 7, 28, 28, 10)
            case .week: (35, 14, 28, 28, 8)
            case .month: (62, 45, 27, 93, 6)
            case .quarter: (184, 120, 88, 276, 4)
            }
    }

    /// Days one scan covers.
    var all: Int { max(late + recent + before, stale) }
}
