import Foundation
import Kernel
import Retention
import Testing

@testable import Retention
@testable import Showcase

/// What programmes learn from companies whose truth is known: issue 4, “It must show”. A few seeds always, twenty with
/// `TENURE_FULL=1`; the command on the same with every kind of model: `Tests/Command/risk.py`.
@Suite(.serialized)
struct FindingsTests {
    private static let isFull = ProcessInfo.processInfo.environment["TENURE_FULL"] == "1"
    private static let seeds: ClosedRange<UInt64> = isFull ? 1...20 : 1...2
    /// Of twenty.
    private static let wanted = isFull ? 18 : 2

    @Test("The planted rule is found, the planted null is not, and shares come true")
    func planted() async throws {
        var (found, misled) = (0, [UInt64]())
        var (weighted, weights) = (0.0, 0.0)
        var bands = [(count: Double, predicted: Double, actual: Double)](repeating: (0, 0, 0), count: 10)
        for seed in Self.seeds {
            let company = try await LearnedCompany.of(people: 600, months: 24, seed: seed, effect: .planted)
            #expect(company.trained.verdict == .predicts, "seed \(seed)")
            #expect(company.report.scheme == .timeOrdered)
            if company.hasFoundRule { found += 1 }
            if company.takesTheNullForSomething { misled.append(seed) }
            let slope = try #require(company.report.slope)
            let (low, high) = (try #require(slope.low), try #require(slope.high))
            // Seed by seed as far as its interval allows.
            #expect(low <= 1.2 && high >= 0.8, "seed \(seed): slope \(slope.value), \(low) to \(high)")
            let weight = 1 / ((high - low) * (high - low))
            weighted += weight * slope.value
            weights += weight
            for (place, bin) in company.calibration.enumerated() where bands.indices.contains(place) {
                let count = Double(bin.count)
                bands[place].count += count
                bands[place].predicted += count * bin.predicted
                bands[place].actual += count * bin.observed.value
            }
        }
        #expect(found >= Self.wanted)
        #expect(misled.count <= Self.seeds.count - Self.wanted, "the null mattered in \(misled)")
        guard Self.isFull else { return }
        let slope = weighted / weights
        #expect((0.8...1.2).contains(slope), "pooled slope \(slope)")
        for (place, band) in bands.enumerated() where band.count > 0 {
            let (predicted, actual) = (band.predicted / band.count, band.actual / band.count)
            #expect(abs(predicted - actual) < max(0.01, 0.25 * predicted), "band \(place): \(predicted), \(actual)")
        }
    }

    @Test("Without any effect nothing is predictable, and nobody stands above medium")
    func without() async throws {
        var claimed: [UInt64] = []
        for seed in Self.seeds {
            let company = try await LearnedCompany.of(people: 600, months: 24, seed: seed, effect: .none)
            guard company.trained.verdict == .nothing else {
                claimed.append(seed)
                continue
            }
            #expect(company.report.importance.isEmpty)
            #expect(company.scored.allSatisfy { $0.tier.rank <= RiskTier.medium.rank && $0.drivers.isEmpty })
        }
        // One in forty by chance alone.
        #expect(claimed.count <= (Self.isFull ? 1 : 0), "\(claimed)")
    }
}
