import Foundation
import Kernel
import Testing

@testable import Forecast

@Suite struct DriftTests {
    /// By hand, half a row added per bin: Σ (a − e) ln(a / e).
    @Test func stabilityByHand() {
        let psi = PopulationStability(expected: [99.5, 99.5], actual: [149.5, 49.5])
        let expected = 0.25 * log(0.75 / 0.5) + (-0.25) * log(0.25 / 0.5)
        #expect(abs(psi.psi - expected) < 1e-12)
        #expect(psi.level == .shifted)
        #expect(PopulationStability(expected: [50, 50], actual: [500, 500]).level == .stable)
    }

    @Test func columnsScoreAndMonths() throws {
        var random = SeededRandom(seed: 1)
        let count = 2_000
        func frame(shift: Double, missing: Double, levels: [String]) -> Frame {
            Frame(
                rowCount: count,
                columns: [
                    Column(name: "same", values: .numeric((0..<count).map { _ in random.normal() })),
                    Column(
                        name: "moved",
                        values: .numeric(
                            (0..<count).map { _ in random.unit() < missing ? .nan : random.normal() + shift })),
                    Column(
                        name: "部门",
                        values: .categorical(
                            codes: (0..<count).map { _ in Int32(random.unit() * Double(levels.count)) }, levels: levels)
                    ),
                ])
        }
        let rows = Array(0..<count)
        let before = frame(shift: 0, missing: 0, levels: ["A", "B"])
        let now = frame(shift: 1, missing: 0.2, levels: ["A", "B", "新"])
        let reference = DriftReference(before, rows: rows, scores: rows.map { _ in random.unit() })
        let scores = rows.map { $0 < 1_000 ? random.unit() : 0.5 + random.unit() / 2 }
        let drift = Drift(
            reference, frame: now, rows: rows, scores: scores, periods: rows.map { $0 < 1_000 ? "2025-01" : "2025-02" })
        let found = Dictionary(uniqueKeysWithValues: drift.facts.map { ($0.column, $0) })
        #expect(found["same"]?.stability.level == .stable)
        #expect(found["moved"]?.stability.level == .shifted)
        #expect(try abs(#require(found["moved"]).missingNow - 0.2) < 0.03)
        #expect(found["部门"]?.newCategories == ["新"])
        #expect(try #require(found["部门"]).verdict.en.contains("unknown in training: 新"))
        #expect(drift.periods.map(\.name) == ["2025-01", "2025-02"])
        #expect(drift.periods[0].stability.level == .stable)
        #expect(drift.periods[1].stability.level == .shifted)
        #expect(try JSONDecoder().decode(DriftReference.self, from: JSONEncoder().encode(reference)) == reference)
    }
}
