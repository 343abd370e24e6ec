import Foundation
import Kernel
import Testing

@testable import Forecast

/// A known model: 2·(rating below 7) + (branch is B), other facts do nothing.
private struct Known: Model {
    var features: [String] { ["rating", "branch", "noise"] }

    func parts(_ frame: Frame, _ row: Int) -> [Double] {
        var parts = [0.0, 0, 0]
        if case .numeric(let rating)? = frame["rating"]?.values { parts[0] = rating[row] < 7 ? 2 : 0 }
        if case .categorical(let codes, let levels)? = frame["branch"]?.values, codes[row] >= 0 {
            parts[1] = levels[Int(codes[row])] == "B" ? 1 : 0
        }
        return parts
    }

    func margins(_ frame: Frame, rows: [Int]) -> [Double] { rows.map { parts(frame, $0).reduce(-1, +) } }

    func contributions(_ frame: Frame, rows: [Int]) -> Contributions {
        Contributions(features: features, base: -1, parts: rows.flatMap { parts(frame, $0) })
    }
}

private struct Sample {
    let frame: Frame
    let outcome: [Double]
    var rows: [Int] { Array(0..<frame.rowCount) }

    init(count: Int = 600) {
        var random = SeededRandom(seed: 7)
        let rating = (0..<count).map { _ in (random.unit() * 100).rounded() / 10 }
        let branch = (0..<count).map { _ in Int32(random.unit() * 3) }
        let noise = (0..<count).map { _ in random.unit() }
        frame = Frame(
            rowCount: count,
            columns: [
                Column(
                    name: "rating", label: Phrase(zh: "导师评分", en: "Mentor rating"), values: .numeric(rating)),
                Column(name: "branch", values: .categorical(codes: branch, levels: ["A", "B", "C"])),
                Column(name: "noise", values: .numeric(noise)),
            ])
        let model = Known()
        outcome = model.margins(frame, rows: Array(0..<count)).map {
            random.unit() < probability(ofLogOdds: $0) ? 1 : 0
        }
    }
}

struct DriversTests {
    @Test func sentencesStateValueAndComparison() {
        let frame = Frame(
            rowCount: 5,
            columns: [
                Column(
                    name: "rating", label: Phrase(zh: "导师评分", en: "Mentor rating"),
                    values: .numeric([5.8, 8.2, 8.2, 9, .nan])),
                Column(name: "done", values: .numeric([0.8, 0.9, 0.9, 1, 1])),
                Column(name: "hired", values: .numeric([10, 20, 30, 40, 50])),
                Column(name: "overtime", values: .numeric([1, 0, 0, 0, 0])),
                Column(name: "role", values: .categorical(codes: [0, 1, 1, 1, 0], levels: ["销售", "研发"])),
            ])
        let profile = ReferenceProfile(
            frame, rows: Array(0..<5), kinds: ["done": .percentage, "hired": .day, "overtime": .yesNo], snapshot: 19_100
        )
        let told = FactSentences(snapshot: 19_100)
        func say(_ index: Int, _ row: Int) -> Phrase {
            told.sentence(profile.facts[index], frame.columns[index], row: row)
        }
        #expect(say(0, 0) == Phrase(zh: "导师评分 5.8，低于中位数 8.2", en: "Mentor rating 5.8, below the median of 8.2"))
        #expect(say(0, 1).en == "Mentor rating 8.2, equal to the median")
        #expect(say(0, 4).en == "Mentor rating is not filled in (as in 20% of the records)")
        #expect(say(1, 0).en == "done 80%, below the median of 90%")
        #expect(say(2, 0).en == "hired 2022-04-08, later than the median of 2022-03-19")
        #expect(say(3, 0).zh == "overtime：是（占 20%）")
        #expect(say(4, 0).zh == "role为“销售”（占 40%），最常见的是“研发”（占 60%）")
    }

    @Test func strongestFirstAndGroupsAsOne() {
        let x = (0..<50).map { Double(($0 * 7) % 50) }
        let frame = Frame(
            rowCount: 50,
            columns: [
                Column(name: "monthly", values: .numeric(x)),
                Column(name: "yearly", values: .numeric(x.map { $0 * 12 + sin($0) })),
                Column(name: "dept_a", values: .numeric(x.map { $0 < 20 ? 1 : 0 })),
                Column(name: "dept_b", values: .numeric(x.map { $0 >= 30 ? 1 : 0 })),
                Column(name: "other", values: .numeric(x.map { sin($0 * 3) })),
            ])
        let profile = ReferenceProfile(frame, rows: Array(0..<50))
        #expect(profile.facts.map(\.group) == [0, 0, 2, 2, 4])
        let parts = Contributions(
            features: frame.columns.map(\.name), base: 0, parts: [0.3, 0.4, -0.5, -0.3, 0.75])
        let drivers = Drivers(profile: profile).strongest(2, parts, frame, rows: [4])[0]
        #expect(drivers.map(\.features) == [["dept_a", "dept_b"], ["other"]])
        #expect(drivers.map(\.direction) == [.lowers, .raises])
        let raising = Drivers(profile: profile).strongest(3, parts, frame, rows: [4], direction: .raises)[0]
        #expect(raising.map(\.features) == [["other"], ["yearly", "monthly"]])
    }
}

struct MedianTests {
    @Test("selection agrees with sorting", arguments: [1, 2, 3, 10, 101, 1000])
    func agrees(_ count: Int) throws {
        var random = SeededRandom(seed: UInt64(count))
        let numbers = (0..<count).map { _ in (random.unit() * 20).rounded() }
        let sorted = numbers.sorted()
        let expected = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
        #expect(Median.of(numbers) == expected)
        #expect(Median.of([]) == nil)
    }
}

struct GlobalExplanationTests {
    @Test("shuffling hurts by how much a fact matters", arguments: [PermutationImportance.Measure.area, .logLoss])
    func importance(_ measure: PermutationImportance.Measure) throws {
        let sample = Sample()
        let found = try PermutationImportance(
            Known(), sample.frame, rows: sample.rows, outcome: sample.outcome, measure: measure, seed: 3)
        #expect(found.facts.map(\.features) == [["rating"], ["branch"], ["noise"]])
        #expect(found.facts[0].interval.lowerBound > 0)
        #expect(found.facts[2].loss == 0)
        let again = try PermutationImportance(
            Known(), sample.frame, rows: sample.rows, outcome: sample.outcome, measure: measure, seed: 3)
        #expect(found == again)
    }

    @Test func dependenceFollowsTheModel() throws {
        let sample = Sample()
        let rating = try #require(
            try PartialDependence(Known(), sample.frame, rows: sample.rows, feature: "rating"))
        let (low, high) = (try #require(rating.points.first), try #require(rating.points.last))
        #expect(low.mean > high.mean + 0.3)
        #expect(abs(rating.points.map(\.share).reduce(0, +) - 1) < 1e-9)
        #expect(low.band.lowerBound == probability(ofLogOdds: 1))
        let branch = try #require(
            try PartialDependence(Known(), sample.frame, rows: sample.rows, feature: "branch"))
        #expect(Set(branch.points.map(\.level)) == ["A", "B", "C"])
        #expect(try PartialDependence(Known(), sample.frame, rows: sample.rows, feature: "none") == nil)
    }
}
