import Forecast

extension MetricNote {
    /// The figures people are shown, in order.
    static let shown: [Metric] = [
        .rocAUC, .prAUC, .precisionTop5, .liftTop5, .precisionTop20, .liftTop20, .logLoss, .brier, .ece, .accuracy,
    ]

    static func all(_ report: MetricReport) -> [MetricNote] {
        shown.map { MetricNote($0, Estimate(report[$0]), reference: $0.reference(baseRate: report.baseRate)) }
    }

    /// A figure stored with a model.
    init?(_ figure: ModelCard.Figure) {
        guard let metric = Metric(rawValue: figure.name) else { return nil }
        self.init(metric, Estimate(figure.value, low: figure.low, high: figure.high), reference: nil)
    }

    private init(_ metric: Metric, _ estimate: Estimate, reference: Double?) {
        self.init(
            name: metric.rawValue, title: metric.title, estimate: estimate, reference: reference,
            meaning: metric.meaning, higherIsBetter: metric.higherIsBetter)
    }
}
