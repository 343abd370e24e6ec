import Kernel
import Testing

@Suite struct AllocationTests {
    @Test(
        arguments: [
            (100, [1, 1, 1], [34, 33, 33], [33, 34, 33]), (-100, [1, 1, 1], [-34, -33, -33], [-33, -34, -33]),
            (5, [0, 3, 7], [0, 2, 3], [0, 2, 3]), (1, [1, 1], [1, 0], [1, 0]), (0, [5, 5], [0, 0], [0, 0]),
            (1000, [50, 30, 20], [500, 300, 200], [500, 300, 200]), (10, [2, 5, 7], [1, 4, 5], [1, 4, 5]),
        ] as [(Int64, [Int64], [Int64], [Int64])])
    func shares(fen: Int64, weights: [Int64], largest: [Int64], running: [Int64]) throws {
        #expect(try Money(fen: fen).allocate(by: weights).map(\.fen) == largest)
        #expect(try Money(fen: fen).allocate(by: weights, .runningTotal).map(\.fen) == running)
    }

    @Test func refusals() {
        let none: [Int64] = []
        #expect(throws: MoneyRefusal.noWeights) { try Money(fen: 1).allocate(by: none) }
        #expect(throws: MoneyRefusal.noWeights) { try Money(fen: 1).allocate(by: [0, 0] as [Int64]) }
        #expect(throws: MoneyRefusal.negativeWeight) { try Money(fen: 1).allocate(by: [2, -1] as [Int64]) }
    }

    @Test func ratesAndAmountsAreWeightsToo() throws {
        let shares = try Money(yuan: 100).allocate(by: [Rate("60%"), Rate("0.4")])
        #expect(shares == [Money(yuan: 60), Money(yuan: 40)])
        #expect(try Money(yuan: 3).allocate(by: [Money(yuan: 2), Money(yuan: 1)]) == [Money(yuan: 2), Money(yuan: 1)])
    }

    /// Parts add up, carry the sign of the whole, and lie within one fen of the exact share.
    @Test(arguments: [Money.Allocation.largestRemainder, .runningTotal])
    func noFenIsLost(allocation: Money.Allocation) throws {
        var dice = Dice(seed: 2026)
        for round in 0..<5000 {
            let huge = round % 10 == 0
            let fen = huge ? dice.roll(Int64.min...Int64.max) : dice.roll(-10_000_000...10_000_000)
            let limit: Int64 = huge ? .max : 1000
            var weights = (0..<dice.roll(1...12)).map { _ in dice.roll(0...limit) }
            weights[0] = max(weights[0], 1)
            let parts = try Money(fen: fen).allocate(by: weights, allocation)
            #expect(try Money.sum(parts).fen == fen)
            let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
            for (part, weight) in zip(parts, weights) {
                #expect(part.fen == 0 || (part.fen < 0) == (fen < 0))
                if weight == 0 { #expect(part.fen == 0) }
                let exact = Double(fen) * Double(weight) / Double(total)
                if !huge { #expect(abs(Double(part.fen) - exact) < 1.000_001) }
            }
        }
    }

    /// Instalments that were announced stay when more are added behind them.
    @Test func runningTotalsAreConsistent() throws {
        var dice = Dice(seed: 5)
        for _ in 0..<500 {
            let fen = dice.roll(Int64(0)...1_000_000)
            let weights = (0..<6).map { _ in dice.roll(Int64(1)...99) }
            let parts = try Money(fen: fen).allocate(by: weights, .runningTotal)
            let tail = weights[3...].reduce(0, +)
            let merged = try Money(fen: fen).allocate(by: Array(weights[..<3]) + [tail], .runningTotal)
            #expect(Array(parts[..<3]) == Array(merged[..<3]))
        }
    }
}
