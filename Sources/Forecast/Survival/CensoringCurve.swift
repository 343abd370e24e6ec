/// G(t): the share not yet censored, the Kaplan–Meier curve with events and censorings exchanged.
struct CensoringCurve: Sendable {
    private let curve: KaplanMeier

    init(_ outcome: SurvivalOutcome) {
        curve = KaplanMeier(SurvivalOutcome(times: outcome.times, events: outcome.events.map { !$0 }))
    }

    /// G(t−).
    func uncensored(before time: Double) -> Double { curve.survivingBefore(time) }

    /// G(t).
    func uncensored(at time: Double) -> Double { curve.surviving(at: time).value }

    /// The last time at which inverse weights stay below 20.
    var horizon: Double {
        curve.steps.last { $0.surviving.value >= 0.05 }?.time ?? curve.steps.first?.time ?? 0
    }
}
