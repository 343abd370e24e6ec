import Forecast
import Kernel
import Shell

/// Scores a population with a model: probabilities, tiers by rank, reasons, and what would change them. Pure.
struct RiskScoring: Sendable {
    let verdict: ModelVerdict
    let report: ModelReport
    let facts: [ModelFact]
    let file: ModelFile<CalibratedModel>
    let tree: ModelFile<TreeModel>?
    let shares: TierShares

    /// Everybody of this many gets reasons; of larger populations the upper two tiers and a fifth at least.
    static let explainedFully = 200_000
    /// Below this share of the usual facts too little is known about somebody.
    static let leastKnown = 0.5

    static let unknownRule = Phrase(
        zh: "模型常用的数据项（至少一半人员有记录的）中，此人有记录的不到一半时，归入“未知”，不给出概率。",
        en: "Who has less than half of the facts that most people have is “unknown” and gets no probability.")

    /// - Throws: ``RiskRefusal/otherSchema(_:)`` when the snapshot lacks most of what the model looks at.
    func scores(
        _ snapshot: Snapshot, without announced: Set<Int64>, earlier: [Int64: EarlierScore],
        report: (Double) throws -> Void = { _ in }
    ) throws -> (people: [ScoredPerson], drift: [DriftLine]) {
        let ranks = try ranks(snapshot, without: announced)
        let (frame, rows, probabilities) = (ranks.frame, ranks.rows, ranks.probabilities)
        var people = ranks.subjects.map { ScoredPerson($0) }
        for (place, row) in rows.enumerated() {
            people[row].tier = ranks.tiers[place]
            people[row].probability = probabilities[place]
            let interval = interval(around: probabilities[place])
            (people[row].low, people[row].high) = (interval?.low, interval?.high)
        }
        try report(0.2)
        if verdict == .predicts { try explain(&people, frame, chosen(ranks), report) }
        for row in people.indices {
            guard let before = earlier[people[row].subject] else { continue }
            guard let now = people[row].probability, let then = before.probability else { continue }
            people[row].change = now - then
            // Among equals the border of a tier is arbitrary: who is as likely as before has not risen.
            people[row].hasRisen = now > then && people[row].tier.rank > before.tier.rank
        }
        let drift = file.drift.map {
            DriftLine.lines(Drift($0, frame: frame, rows: rows, scores: probabilities), facts)
        }
        return (Self.ranked(people), drift ?? [])
    }

    /// What is said of everybody for the facts of an earlier day, without reasons.
    func earlier(_ snapshot: Snapshot, without announced: Set<Int64>) throws -> [Int64: EarlierScore] {
        let ranks = try ranks(snapshot, without: announced)
        var found = Dictionary(
            uniqueKeysWithValues: ranks.subjects.map { ($0, EarlierScore(tier: .unknown, probability: nil)) })
        for (place, row) in ranks.rows.enumerated() {
            found[ranks.subjects[row]] = EarlierScore(
                tier: ranks.tiers[place], probability: ranks.probabilities[place])
        }
        return found
    }

    private struct Ranks {
        let frame: Frame
        /// Of every row of the frame.
        let subjects: [Int64]
        /// Those of whom enough is known; probabilities and tiers in their order.
        let rows: [Int]
        let probabilities: [Double]
        let tiers: [RiskTier]
    }

    private func ranks(_ snapshot: Snapshot, without announced: Set<Int64>) throws -> Ranks {
        let (frame, subjects) = try frame(snapshot, without: announced)
        let known = knownShare(frame)
        let rows = subjects.indices.filter { known[$0] >= Self.leastKnown }
        // Nothing known to tell people apart: nobody stands out.
        guard verdict == .predicts else {
            return Ranks(
                frame: frame, subjects: subjects, rows: rows,
                probabilities: [Double](repeating: report.baseRate, count: rows.count),
                tiers: [RiskTier](repeating: .medium, count: rows.count))
        }
        let probabilities = try file.model.margins(frame, rows: rows).map(probability(ofLogOdds:))
        return Ranks(
            frame: frame, subjects: subjects, rows: rows, probabilities: probabilities,
            tiers: TierTable.assign(probabilities, shares: shares.shares).map { RiskTier.ranked[$0] })
    }

    /// Highest first; people of equal scores in a steady order.
    static func ranked(_ people: [ScoredPerson]) -> [ScoredPerson] {
        struct Key {
            let rank: Int
            let probability: Double
            let points: Int
            let subject: Int64
            let place: Int
        }
        // Sorted by what decides alone: a score with its reasons is heavy to move. Unknown has the lowest rank.
        var keys = people.enumerated().map { place, person in
            Key(
                rank: person.tier.rank, probability: person.probability ?? 0, points: person.points ?? 0,
                subject: person.subject, place: place)
        }
        keys.sort { left, right in
            if left.rank != right.rank { return left.rank > right.rank }
            if left.probability != right.probability { return left.probability > right.probability }
            return left.points != right.points ? left.points > right.points : left.subject < right.subject
        }
        return keys.map { people[$0.place] }
    }

    private func frame(_ snapshot: Snapshot, without announced: Set<Int64>) throws -> (Frame, [Int64]) {
        let given = Set(snapshot.columns.filter { $0.missing == nil }.map(\.code))
        let lacking = file.model.features.filter { !given.contains($0) }
        guard lacking.count * 2 <= file.model.features.count else { throw RiskRefusal.otherSchema(lacking) }
        let places = snapshot.subjects.indices.filter { !announced.contains(snapshot.subjects[$0]) }
        let wanted = Set(file.model.features)
        var table = FactTable(without: Set(snapshot.columns.map(\.code)).subtracting(wanted))
        table.append(snapshot, rows: places)
        let frame = table.frame
        for feature in file.preparation.features {
            guard let column = frame[feature.name] else { continue }
            if column.isNumeric != (feature.levels == nil) { throw RiskRefusal.otherSchema([feature.name]) }
        }
        return (file.preparation.prepare(frame).frame, places.map { snapshot.subjects[$0] })
    }

    /// Per row, how much is known of what most people have.
    private func knownShare(_ frame: Frame) -> [Double] {
        var counts = [Double](repeating: 0, count: frame.rowCount)
        let usual = file.profile.facts.filter { $0.missingShare < 0.5 }
        for fact in usual {
            switch frame[fact.name]?.values {
            case .numeric(let numbers)?: for row in numbers.indices where !numbers[row].isNaN { counts[row] += 1 }
            case .categorical(let codes, _)?: for row in codes.indices where codes[row] >= 0 { counts[row] += 1 }
            case nil: continue
            }
        }
        guard !usual.isEmpty else { return [Double](repeating: 1, count: frame.rowCount) }
        return counts.map { $0 / Double(usual.count) }
    }

    private func interval(around probability: Double) -> (low: Double, high: Double)? {
        guard verdict == .predicts else {
            let spread = Proportion(events: report.baseRate * Double(report.people), count: Double(report.people))
                .wilson
            return (spread.low, spread.high)
        }
        return report.interval(around: probability)
    }

    /// Rows whose scores are explained, with their probabilities.
    private func chosen(_ ranks: Ranks) -> [(row: Int, probability: Double)] {
        let (rows, probabilities) = (ranks.rows, ranks.probabilities)
        guard rows.count > Self.explainedFully else { return Array(zip(rows, probabilities)).map { ($0, $1) } }
        let bound = probabilities.sorted(by: >)[rows.count / 5]
        return rows.indices.filter { ranks.tiers[$0].rank >= RiskTier.high.rank || probabilities[$0] >= bound }.map {
            (rows[$0], probabilities[$0])
        }
    }

    private static let block = 20_000
    /// Rows one core takes at a time.
    private static let strip = 1_000

    private func explain(
        _ people: inout [ScoredPerson], _ frame: Frame, _ chosen: [(row: Int, probability: Double)],
        _ report: (Double) throws -> Void
    ) throws {
        let drivers = Drivers(profile: file.profile)
        let leaves = Dictionary(self.report.leaves.enumerated().map { ($1.margin.bitPattern, $0) }) { first, _ in first
        }
        let places = Dictionary(facts.enumerated().map { ($1.code, $0) }) { first, _ in first }
        for start in stride(from: 0, to: chosen.count, by: Self.block) {
            let part = chosen[start..<min(start + Self.block, chosen.count)]
            let rows = part.map(\.row)
            let shares = try file.model.contributions(frame, rows: rows)
            let reasons = drivers.strongest(3, shares, frame, rows: rows)
            let branches = try tree?.model.margins(frame, rows: rows)
            let known = shares.features.map { places[$0] ?? 0 }
            let columns = shares.features.map { frame[$0] }
            let parts = try Parallel.map((rows.count + Self.strip - 1) / Self.strip) { strip in
                (strip * Self.strip..<min((strip + 1) * Self.strip, rows.count)).map {
                    Self.parts(shares, $0, known, columns, row: rows[$0])
                }
            }.flatMap { $0 }
            let changes = try changes(frame, rows, parts)
            for (place, row) in rows.enumerated() {
                people[row].drivers = reasons[place].map { reason in
                    DriverLine(
                        code: reason.features[0], raises: reason.direction == .raises, sentence: reason.sentence,
                        fieldClass: strictest(reason.features.compactMap { places[$0] }))
                }
                people[row].detail = ScoreDetail(
                    base: Float(shares.base), parts: parts[place].parts, rest: parts[place].rest,
                    changes: changes[place], leaf: branches.flatMap { leaves[$0[place].bitPattern] })
            }
            try report(0.2 + 0.7 * Double(start + part.count) / Double(chosen.count))
        }
    }

    /// Of facts told as one, the class the fewest see.
    private func strictest(_ told: [Int]) -> FieldClass {
        told.map { facts[$0].audience }.max { left, right in left.privacy < right.privacy } ?? .work
    }

    /// The strongest parts of one row, and what is left of the others.
    private static func parts(
        _ shares: Contributions, _ place: Int, _ known: [Int], _ columns: [Column?], row: Int
    ) -> (parts: [ScoreDetail.Part], rest: Float) {
        let order = shares.features.indices.sorted { abs(shares[place, $0]) > abs(shares[place, $1]) }
        let strongest = order.prefix(ScoreDetail.shown).filter { abs(shares[place, $0]) > 1e-5 }
        let parts = strongest.map { feature -> ScoreDetail.Part in
            let value: Float =
                switch columns[feature]?.values {
                case .numeric(let numbers)?: Float(numbers[row])
                case .categorical(let codes, _)?: codes[row] < 0 ? .nan : Float(codes[row])
                case nil: .nan
                }
            return .init(fact: known[feature], amount: Float(shares[place, feature]), value: value)
        }
        let whole = shares.features.indices.reduce(0) { $0 + shares[place, $1] }
        return (parts, Float(whole - strongest.reduce(0) { $0 + shares[place, $1] }))
    }

    /// What the score would be with one fact as it usually is: for the facts that raise a score most and can change.
    private func changes(
        _ frame: Frame, _ rows: [Int], _ parts: [(parts: [ScoreDetail.Part], rest: Float)]
    ) throws -> [[ScoreDetail.Change]] {
        var asked: [Int: [Int]] = [:]
        for place in rows.indices {
            let raising = parts[place].parts.filter {
                $0.amount > 0.05 && facts[$0.fact].canChange && $0.value.isFinite
            }
            for part in raising.prefix(3) { asked[part.fact, default: []].append(place) }
        }
        var found = [[ScoreDetail.Change]](repeating: [], count: rows.count)
        for (fact, places) in asked.sorted(by: { $0.key < $1.key }) {
            guard let median = facts[fact].median else { continue }
            var usual = frame.taking(places.map { rows[$0] })
            usual.rewrite(facts[fact].code) { column in
                guard case .numeric(let numbers) = column.values else { return }
                column.values = .numeric([Double](repeating: median, count: numbers.count))
            }
            let margins = try file.model.margins(usual, rows: Array(places.indices))
            for (place, margin) in zip(places, margins) {
                found[place].append(.init(fact: fact, probability: Float(probability(ofLogOdds: margin))))
            }
        }
        return found.map { $0.sorted { $0.probability < $1.probability } }
    }
}

extension ModelFact {
    /// Whether anybody could do something about it: time that passed and days that come near are as they are.
    var canChange: Bool {
        guard kind != .text else { return false }
        return !Self.givenByTime.contains { code.contains($0) }
    }

    private static let givenByTime = [
        "tenure", "_months", "months_since", "days_since", "days_left", "months_left", "on_probation",
    ]
}

extension FieldClass {
    /// How private: the later in the list, the fewer see it.
    fileprivate var privacy: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
