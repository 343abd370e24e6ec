extension Money {
    /// How the fen that do not divide evenly find their owner. Either way the parts add up to the whole.
    public enum Allocation: String, Sendable, Hashable, Codable {
        /// Every part is cut off to the fen; the fen left over go one each to the parts that lost most, the
        /// earlier part first on a tie. No part is a full fen away from its exact share. (Hare, Hamilton.)
        case largestRemainder
        /// Every running total is rounded to the nearest fen and a part is the step between two of them. Adding
        /// parts at the end never moves earlier ones, so instalments stay as they were announced.
        case runningTotal
    }

    /// Splits the amount in proportion to whole weights; no fen is lost or made. A negative amount splits like
    /// its positive twin. A weight of zero receives nothing.
    ///
    /// - Throws: ``MoneyRefusal/noWeights`` when there are no weights or all are zero,
    ///   ``MoneyRefusal/negativeWeight`` when one is below zero.
    public func allocate(
        by weights: [Int64], _ allocation: Allocation = .largestRemainder
    ) throws(MoneyRefusal) -> [Money] {
        guard weights.allSatisfy({ $0 >= 0 }) else { throw .negativeWeight }
        let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0 else { throw .noWeights }
        let whole = Int128(fen.magnitude)
        let shares: [Int128]
        switch allocation {
        case .largestRemainder: shares = Self.largestRemainder(of: whole, weights, total)
        case .runningTotal: shares = Self.runningTotal(of: whole, weights, total)
        }
        // A share never exceeds the whole, so it always fits.
        return shares.map { Money(fen: Int64(isNegative ? -$0 : $0)) }
    }

    /// Splits the amount in proportion to rates, for example the credit shares of a deal.
    public func allocate(
        by weights: [Rate], _ allocation: Allocation = .largestRemainder
    ) throws(MoneyRefusal) -> [Money] {
        try allocate(by: weights.map(\.billionths), allocation)
    }

    /// Splits the amount in proportion to other amounts, for example a payment over open invoices.
    public func allocate(
        by weights: [Money], _ allocation: Allocation = .largestRemainder
    ) throws(MoneyRefusal) -> [Money] {
        try allocate(by: weights.map(\.fen), allocation)
    }

    private static func largestRemainder(of whole: Int128, _ weights: [Int64], _ total: Int128) -> [Int128] {
        var shares: [Int128] = []
        var rests: [Int128] = []
        for weight in weights {
            let (share, rest) = (whole * Int128(weight)).quotientAndRemainder(dividingBy: total)
            shares.append(share)
            rests.append(rest)
        }
        let left = Int(whole - shares.reduce(0, +))
        let takers = weights.indices.sorted { (rests[$0], $1) > (rests[$1], $0) }
        for index in takers.prefix(left) { shares[index] += 1 }
        return shares
    }

    private static func runningTotal(of whole: Int128, _ weights: [Int64], _ total: Int128) -> [Int128] {
        var seen: Int128 = 0
        var paid: Int128 = 0
        return weights.map { weight in
            seen += Int128(weight)
            let due = nearest(whole, seen, total)
            defer { paid = due }
            return due - paid
        }
    }

    /// `whole × part / total` to the nearest, a half upwards. Exact although the product may pass 128 bits.
    private static func nearest(_ whole: Int128, _ part: Int128, _ total: Int128) -> Int128 {
        let product = whole.magnitude.multipliedFullWidth(by: part.magnitude)
        let (quotient, rest) = total.magnitude.dividingFullWidth((high: product.high, low: product.low))
        return Int128(quotient) + (rest >= total.magnitude - rest ? 1 : 0)
    }
}
