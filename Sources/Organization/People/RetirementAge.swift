import Kernel

/// The statutory retirement age, which rises from 2025 on.
///
/// Source: Decision of the Standing Committee of 2024-09-13, art. 1; rule L-22.
package enum RetirementAge: String, Sendable, Hashable, Codable, CaseIterable {
    case male
    /// Women whose former age was 55: cadres, as a rule posts in management and technology.
    case female55 = "female_55"
    /// Women whose former age was 50: workers.
    case female50 = "female_50"

    /// Former age in years, the first birth month concerned, months of birth per month of delay, the largest delay.
    private var steps: (years: Int, birthYear: Int, every: Int, most: Int) {
        switch self {
        case .male: (60, 1965, 4, 36)
        case .female55: (55, 1970, 4, 36)
        case .female50: (50, 1975, 2, 60)
        }
    }

    /// Months by which retirement moves for people born in that month.
    package func delay(bornIn month: Month) -> Int {
        guard let first = Month(year: steps.birthYear, month: 1), month >= first else { return 0 }
        return min(first.distance(to: month) / steps.every + 1, steps.most)
    }

    /// The month in which people born in that month reach retirement age.
    package func month(bornIn month: Month) -> Month {
        month.adding(steps.years * 12 + delay(bornIn: month))
    }
}
