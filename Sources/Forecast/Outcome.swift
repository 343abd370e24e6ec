import Foundation

/// What learners need to know about an outcome before they start.
enum Outcome {
    /// The fewest rows of the rarer class a model is built on.
    static let leastEvents = 30

    /// - Throws: ``ForecastRefusal/outcomeNotBinary(row:)`` for the first row of `rows` that is neither 0 nor 1.
    static func check(_ outcome: [Double], rows: [Int]) throws {
        for row in rows where outcome[row] != 0 && outcome[row] != 1 {
            throw ForecastRefusal.outcomeNotBinary(row: row)
        }
    }

    /// - Throws: ``ForecastRefusal/tooFewEvents(found:needed:)``.
    static func checkEvents(_ outcome: [Double], rows: [Int], needed: Int = leastEvents) throws {
        let positives = rows.reduce(0) { $0 + (outcome[$1] == 1 ? 1 : 0) }
        let rarer = min(positives, rows.count - positives)
        guard rarer >= needed else {
            throw ForecastRefusal.tooFewEvents(found: rarer, needed: needed)
        }
    }
}

/// Loss of a log-odds score against a 0/1 outcome, without overflow.
@inlinable func logLoss(margin: Double, outcome: Double) -> Double {
    let wrong = outcome > 0.5 ? -margin : margin
    return wrong > 0 ? wrong + log1p(exp(-wrong)) : log1p(exp(wrong))
}

/// Mean log loss, weighted if weights are given; rows with a NaN margin do not count.
func meanLogLoss<Margin: BinaryFloatingPoint>(margins: [Margin], outcome: [Double], weights: [Double]? = nil) -> Double
{
    var (sum, total) = (0.0, 0.0)
    for index in margins.indices where !margins[index].isNaN {
        let weight = weights?[index] ?? 1
        sum += weight * logLoss(margin: Double(margins[index]), outcome: outcome[index])
        total += weight
    }
    return sum / total
}
