import Kernel
import Testing

@testable import Forecast

@Suite struct TreeTests {
    /// 40 rows below 7 leave in 9 of 10 cases, 80 others in 1 of 10.
    private var steps: (frame: Frame, outcome: [Double]) {
        var (score, noise, outcome) = ([Double](), [Double](), [Double]())
        for row in 0..<120 {
            let low = row < 40
            score.append(Double((low ? 4 : 7) + row % 3))
            noise.append(Double((row * 7) % 11))
            outcome.append(low == (row % 10 == 0) ? 0 : 1)
        }
        let frame = Frame(
            rowCount: 120,
            columns: [
                Column(name: "noise", values: .numeric(noise)),
                Column(
                    name: "score", label: Phrase(zh: "导师评分", en: "mentor rating"), values: .numeric(score)
                ),
            ]
        )
        return (frame, outcome)
    }

    private func tree(_ frame: Frame, _ outcome: [Double]) throws -> TreeModel {
        let fit = try TreeLearner().fitValidated(
            frame, rows: Array(0..<frame.rowCount), outcome: outcome, weights: nil, seed: 1
        )
        guard case .tree(let model) = fit.model else { throw ForecastRefusal.noFeatures }
        return model
    }

    @Test func `The exact threshold of a step is found and nothing else`() throws {
        let (frame, outcome) = steps
        let model = try tree(frame, outcome)
        guard case .branch(_, let condition, .leaf(let low), .leaf(let high)) = model.root else {
            Issue.record("expected one branch, got \(model.root)")
            return
        }
        #expect(condition == TreeCondition(feature: 1, test: .below(7), missingIsYes: false))
        #expect(low.count == 40 && low.rate == 0.9)
        #expect(high.count == 80 && high.rate == 0.1)
    }

    @Test func `A path reads as a sentence in both languages`() throws {
        let (frame, outcome) = steps
        let model = try tree(frame, outcome)
        let sentence = model.rules[0].sentence(rateName: Phrase(zh: "离职率", en: "attrition"))
        #expect(sentence.zh == "导师评分 < 7 → 离职率 90%（n=40）")
        #expect(sentence.en == "mentor rating < 7 → attrition 90% (n=40)")
    }

    @Test func `Categories are split by the order of their rates and missing ones go to the better side`() throws {
        let codes = (0..<200).map { Int32($0 % 5) - 1 }
        // Levels 1 and 3 and the missing leave.
        let outcome = codes.map { [1, 3, -1].contains($0) ? 1.0 : 0 }
        let frame = Frame(
            rowCount: 200,
            columns: [Column(name: "team", values: .categorical(codes: codes, levels: ["a", "b", "c", "d"]))]
        )
        let model = try tree(frame, outcome)
        guard case .branch(_, let condition, .leaf(let yes), .leaf(let no)) = model.root else {
            Issue.record("expected one branch")
            return
        }
        #expect(condition.test == .among([0, 2]))
        #expect(!condition.missingIsYes)
        #expect(yes.rate == 0 && no.rate == 1)
        #expect(model.rules[0].conditions[0].zh == "team 为 b、d（或缺失）")
    }

    @Test func `A missing value is mentioned only where training rows lacked the fact`() throws {
        let codes = (0..<200).map { Int32($0 % 4) }
        let frame = Frame(
            rowCount: 200,
            columns: [Column(name: "team", values: .categorical(codes: codes, levels: ["a", "b", "c", "d"]))])
        let model = try tree(frame, codes.map { $0 == 1 || $0 == 3 ? 1 : 0 })
        #expect(model.rules.map(\.conditions[0].zh) == ["team 为 b、d", "team 为 a、c"])
        #expect(model.rules.map(\.conditions[0].en) == ["team is b, d", "team is a, c"])
    }

    /// Of 12 levels `leaving` leave; the condition names them, or the rest when that is shorter.
    @Test(arguments: [
        (4, "team 为 00、01、02、03", "team is 00, 01, 02, 03"),
        (5, "team 为 00、01、02 及另外 2 类", "team is 00, 01, 02 or 2 others"),
        (7, "team 不为 07、08、09 及另外 2 类", "team is not 07, 08, 09 or 2 others"),
    ])
    func `Of many levels three are named and the others counted`(leaving: Int32, zh: String, en: String) throws {
        let codes = (0..<600).map { Int32($0 % 12) }
        let names = (0..<12).map { ($0 < 10 ? "0" : "") + String($0) }
        let frame = Frame(
            rowCount: 600, columns: [Column(name: "team", values: .categorical(codes: codes, levels: names))])
        let model = try tree(frame, codes.map { $0 < leaving ? 1 : 0 })
        #expect(model.rules[0].conditions == [Phrase(zh: zh, en: en)])
    }

    @Test func `Noise is pruned to a single leaf`() throws {
        var random = SeededRandom(seed: 12)
        let frame = Frame(
            rowCount: 400,
            columns: (0..<4).map { column in
                Column(name: "n\(column)", values: .numeric((0..<400).map { _ in random.unit() }))
            }
        )
        let outcome = (0..<400).map { _ in random.unit() < 0.3 ? 1.0 : 0 }
        #expect(try tree(frame, outcome).root.depth <= 1)
    }

    @Test func `Pruning strengths rise and shrink the tree`() throws {
        let planted = PlantedFrame(rows: 500, seed: 4)
        let schema = FeatureSchema(planted.frame)
        let grown = TreeGrower(
            columns: try schema.resolve(planted.frame), levelCounts: schema.levelCounts, outcome: planted.outcome,
            weights: [Double](repeating: 1, count: 500), maximumDepth: 4, leastLeaf: 20
        )
        .grow(planted.rows)
        let alphas = grown.alphas
        #expect(zip(alphas, alphas.dropFirst()).allSatisfy { $0 <= $1 })
        let sizes = alphas.map { grown.pruned(alpha: $0).node(prior: 0.5).leaves.count }
        #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 > $1 })
        #expect(sizes.last == 1)
        for leaf in grown.node(prior: 0.5).leaves { #expect(leaf.count >= 20) }
        #expect(grown.node(prior: 0.5).depth <= 4)
    }
}
