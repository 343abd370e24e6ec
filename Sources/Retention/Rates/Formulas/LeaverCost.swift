import Kernel

/// H10: what one leaver costs, item by item.
struct LeaverCost: Sendable, Hashable {
    var separation: Money = .zero
    /// Margin lost on each day the place is empty.
    var dailyMargin: Money = .zero
    var vacantDays: Int = 0
    var recruiting: Money = .zero
    var training: Money = .zero
    /// Weeks until the successor reaches full output.
    var rampWeeks: Int = 0
    var weeklyOutput: Money = .zero
    /// Mean share of output missing in those weeks.
    var rampLoss: Rate = .zero

    var vacancy: Money { get throws(MoneyRefusal) { try dailyMargin * Int64(vacantDays) } }

    var lostProductivity: Money {
        get throws(MoneyRefusal) {
            try (weeklyOutput * Int64(rampWeeks)).multiplied(by: rampLoss, rounding: .halfAwayFromZero)
        }
    }

    var total: Money {
        get throws(MoneyRefusal) {
            try Money.sum([separation, vacancy, recruiting, training, lostProductivity])
        }
    }

    /// The short way where the items are not known: a multiple of yearly pay (150 %, key talent 500 % in the source).
    static func replacement(yearlyPay: Money, multiple: Rate) throws(MoneyRefusal) -> Money {
        try yearlyPay.multiplied(by: multiple, rounding: .halfAwayFromZero)
    }
}
