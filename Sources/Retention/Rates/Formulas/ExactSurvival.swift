import Kernel

/// H09, the product-limit estimate without rounding: S(t) = Π (1 − dᵢ/nᵢ). Charts with bands use `Forecast.KaplanMeier`.
enum ExactSurvival {
    struct Observation: Sendable {
        let days: Int
        /// Otherwise still there when last seen.
        let left: Bool
    }

    struct Step: Sendable, Hashable {
        let day: Int
        /// Who is censored on a day is still at risk on it.
        let atRisk: Int
        let events: Int
        let survival: Fraction
    }

    /// One step per day on which somebody left.
    /// - Throws: when the product needs more than 128 bits.
    static func curve(_ observations: [Observation]) throws(FractionRefusal) -> [Step] {
        let sorted = observations.sorted { $0.days < $1.days }
        var steps: [Step] = []
        var (survival, start) = (Fraction.one, 0)
        while start < sorted.count {
            let day = sorted[start].days
            let end = sorted[start...].firstIndex { $0.days != day } ?? sorted.count
            let (atRisk, events) = (sorted.count - start, sorted[start..<end].count { $0.left })
            if events > 0 {
                survival = try survival * Fraction(Int128(atRisk - events), over: Int128(atRisk))
                steps.append(Step(day: day, atRisk: atRisk, events: events, survival: survival))
            }
            start = end
        }
        return steps
    }
}
