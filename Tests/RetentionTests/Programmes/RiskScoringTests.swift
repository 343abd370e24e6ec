import Forecast
import Foundation
import Kernel
import Shell
import Testing

@testable import Retention

/// Scores of a trained model: ranks, sums, what is not known, and models that do not fit.
struct RiskScoringTests {
    private static let population = PlantedPopulation(seed: 2)
    private static let trained = Result { try population.trained() }

    private func scoring() throws -> RiskScoring {
        let trained = try Self.trained.get()
        return RiskScoring(
            verdict: trained.verdict, report: trained.report, facts: trained.facts,
            file: try ModelFile(try #require(trained.file).encoded()), tree: trained.tree, shares: .usual)
    }

    private func snapshot() throws -> Snapshot { try #require(Self.population.snapshots.last) }

    @Test("Tiers have their shares, the highest probabilities on top")
    func tiers() throws {
        let people = try scoring().scores(snapshot(), without: [], earlier: [:]).people
        let known = people.filter { $0.tier != .unknown }
        for (tier, share) in zip(RiskTier.ranked, TierShares.usual.shares) {
            #expect(abs(known.count { $0.tier == tier } - Int(share * Double(known.count))) <= 1)
        }
        let probabilities = known.compactMap(\.probability)
        #expect(probabilities == probabilities.sorted(by: >))
        for person in known {
            #expect(person.low! <= person.probability! && person.probability! <= person.high!)
            #expect(person.drivers.count <= 3)
        }
    }

    @Test("Base, parts and rest add up to the score")
    func sums() throws {
        let people = try scoring().scores(snapshot(), without: [], earlier: [:]).people
        #expect(people.contains { $0.detail != nil })
        for person in people {
            guard let detail = person.detail, let probability = person.probability else { continue }
            let sum = detail.parts.reduce(Double(detail.base) + Double(detail.rest)) { $0 + Double($1.amount) }
            #expect(abs(sum - logOdds(of: probability)) < 1e-3)
            #expect(ScoreDetail(detail.bytes)?.parts == detail.parts || detail.parts.contains { $0.value.isNaN })
        }
    }

    @Test("Too little known is unknown, never a guess; who left already is not listed")
    func unknown() throws {
        let whole = try snapshot()
        let thin = Snapshot(
            population: whole.population, day: whole.day, subjects: whole.subjects,
            columns: whole.columns.enumerated().map { place, column in
                var values = column.values
                if place != 0 { values[0] = .nan }
                if place == 0 { values[0] = 0.5 }
                return SnapshotColumn(code: column.code, name: column.name, unit: column.unit, values: values)
            })
        let gone = whole.subjects[1]
        let people = try scoring().scores(thin, without: [gone], earlier: [:]).people
        let first = try #require(people.first { $0.subject == whole.subjects[0] })
        #expect(first.tier == .unknown && first.probability == nil)
        #expect(people.last?.tier == .unknown)
        #expect(!people.contains { $0.subject == gone })
    }

    @Test("Another run is compared with the one before")
    func changes() throws {
        let people = try scoring().scores(snapshot(), without: [], earlier: [:]).people
        let top = try #require(people.first)
        let again = try scoring().scores(
            snapshot(), without: [],
            earlier: [top.subject: EarlierScore(tier: .medium, probability: top.probability! - 0.1)]
        ).people
        let same = try #require(again.first { $0.subject == top.subject })
        #expect(abs((same.change ?? 0) - 0.1) < 1e-9)
        #expect(same.hasRisen)
        #expect(again.count(where: \.hasRisen) == 1)
    }

    @Test("A snapshot of other facts is refused")
    func otherSchema() throws {
        let whole = try snapshot()
        let other = Snapshot(
            population: whole.population, day: whole.day, subjects: whole.subjects,
            columns: whole.columns.map {
                SnapshotColumn(code: "other_" + $0.code, name: $0.name, unit: $0.unit, values: $0.values)
            })
        #expect(throws: RiskRefusal.self) { try scoring().scores(other, without: [], earlier: [:]) }
        let model = try scoring()
        #expect(throws: RiskRefusal.self) {
            try model.check(against: whole.columns.map { (code: $0.code, isKind: true) })
        }
    }

    @Test("A damaged model file is refused")
    func damaged() throws {
        var bytes = try #require(try Self.trained.get().file).encoded()
        bytes[bytes.count / 2] ^= 1
        #expect(throws: ModelFileRefusal.self) { try ModelFile<CalibratedModel>(bytes) }
    }

    @Test("Reasons come back as they were kept")
    func drivers() {
        let lines = [
            DriverLine(
                code: "training", raises: true, sentence: Phrase(zh: "培训 52%", en: "Training\t52%"), fieldClass: .work),
            DriverLine(code: "mentor", raises: false, sentence: Phrase(zh: "导师 9 分", en: "Mentor 9"), fieldClass: .pay),
        ]
        let read = DriverLine.lines(DriverLine.text(lines))
        #expect(read.map(\.code) == ["training", "mentor"])
        #expect(read.map(\.raises) == [true, false])
        #expect(read.map(\.sentence.zh) == lines.map(\.sentence.zh))
        #expect(read[0].sentence.en == "Training 52%")
        #expect(read[1].fieldClass == .pay)
        #expect(!read[1].seen(with: [.public, .work]).sentence.zh.contains("9"))
        #expect(read[1].seen(with: [.pay]) == read[1])
    }

    @Test(
        "Shares make a hundred",
        arguments: [("5,15,25,35,20", true), ("5,15,25,35,21", false), ("5,15,25,55", false), ("0,0,0,0,100", true)])
    func shares(text: String, isRight: Bool) { #expect((TierShares(text) != nil) == isRight) }
}
