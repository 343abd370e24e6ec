import Kernel

/// H28 to H35: customers lost and kept. The room of customers shows them.
enum CustomerFormula {
    /// H28: customers lost over customers at start; those gained in the period are in neither part.
    static func logoChurn(lost: Int, atStart: Int) -> Fraction? { .share(lost, of: atStart) }

    /// What happened to the recurring revenue of the customers there at the start. New customers are left out.
    struct Revenue: Sendable, Hashable {
        let opening: Money
        var expansion: Money = .zero
        var contraction: Money = .zero
        var churn: Money = .zero

        /// H29.
        var grossChurn: Fraction? { get throws(MoneyRefusal) { .share(try churn + contraction, of: opening) } }

        /// H30.
        var netRetention: Fraction? {
            get throws(MoneyRefusal) { .share(try opening + expansion - contraction - churn, of: opening) }
        }

        /// H31: never above 100 %.
        var grossRetention: Fraction? {
            get throws(MoneyRefusal) { .share(try opening - contraction - churn, of: opening) }
        }
    }

    /// H32: nil without new customers.
    static func acquisitionCost(_ spent: Money, customers: Int) throws -> Money? { try each(spent, customers) }

    /// H33: programme cost for each customer kept who was at risk. Where there is a hold-out group, only the difference
    /// against it is kept.
    static func retentionCost(_ spent: Money, saved: Int) throws -> Money? { try each(spent, saved) }

    /// H34: revenue per customer × margin / churn per period; nil when nobody churns, for it would be infinite.
    static func lifetimeValue(revenue: Money, margin: Rate, churn: Rate) throws -> Money? {
        churn > .zero
            ? try revenue.multiplied(by: Fraction(margin) / Fraction(churn), rounding: .halfAwayFromZero) : nil
    }

    /// H35: months until a customer has paid back what winning it cost; nil without margin.
    static func payback(cost: Money, revenue: Money, margin: Rate) throws -> Fraction? {
        guard let share = Fraction.share(cost, of: revenue), margin > .zero else { return nil }
        return try share / Fraction(margin)
    }

    /// What keeping customers saved against winning new ones.
    static func saving(saved: Int, programme: Money, acquisition: Money) throws(MoneyRefusal) -> (
        avoided: Money, net: Money
    ) {
        let avoided = try acquisition * Int64(saved)
        return (avoided, try avoided - programme)
    }

    private static func each(_ whole: Money, _ count: Int) throws -> Money? {
        count > 0 ? try whole.multiplied(by: Fraction(1, over: Int128(count)), rounding: .halfAwayFromZero) : nil
    }
}
