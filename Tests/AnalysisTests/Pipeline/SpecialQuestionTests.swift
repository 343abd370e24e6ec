import Forecast
import Foundation
import Testing

@testable import Analysis

@Suite struct SpecialQuestionTests {
    /// Time until leaving falls with the rating; two in five are still there.
    private static var tenures: PlantedSheet {
        var sheet = PlantedSheet()
        var random = SeededRandom(seed: 9)
        var (months, events) = ([Double](), [Bool]())
        for row in sheet.records.indices {
            let rating = Double(sheet[row, "导师评分"]) ?? 0
            let leaving = -log(1 - random.unit()) * exp((rating - 7) * 0.6) * 20
            let observed = 5 + random.unit() * 50
            months.append(max(1, min(leaving, observed).rounded()))
            events.append(leaving <= observed)
        }
        sheet.remove("离职")
        sheet.add("在职月数") { _, row in String(Int(months[row])) }
        sheet.add("已离开") { _, row in events[row] ? "1" : "0" }
        return sheet
    }

    @Test func `Time to event makes a document and a risk for every row`() throws {
        var sheet = Self.tenures
        sheet[3, "在职月数"] = ""
        let result = try sheet.analysed {
            $0.duration = "在职月数"
            $0.event = "已离开"
        }
        let document = result.document
        #expect(document.task == .survival)
        #expect(Set(result.predictions.map(\.row)) == Set(0..<300).subtracting([3]))
        #expect(result.predictions.allSatisfy { $0.prediction.isFinite })
        #expect(document.size.skipped.map(\.count) == [1])
        let c = try #require(document.metrics.first { $0.name == "c_harrell" })
        #expect(c.estimate.value > 0.6)
        let survival = try #require(document.survival)
        #expect(zip(survival.curve, survival.curve.dropFirst()).allSatisfy { $0.surviving.value >= $1.surviving.value })
        #expect(!survival.byTier.isEmpty)
        #expect(!document.facts.contains("在职月数") && !document.facts.contains("已离开"))
        #expect(!document.conclusion.isEmpty && !document.limits.isEmpty)
        #expect(throws: AnalysisRefusal.noModelToSave) { try result.saveModel(to: "/dev/null") }
    }

    /// A mentoring offer given mostly to those with low ratings: it lowers leaving by about a fifth, yet the treated leave more often.
    private static var offers: PlantedSheet {
        var sheet = PlantedSheet(rows: 1_200)
        var random = SeededRandom(seed: 4)
        var (offered, left) = ([Bool](), [Bool]())
        for row in sheet.records.indices {
            let rating = Double(sheet[row, "导师评分"]) ?? 0
            offered.append(random.unit() < 1 / (1 + exp((rating - 7) * 0.8)))
            let rate = min(0.95, max(0.22, 0.5 + (7 - rating) * 0.15))
            left.append(random.unit() < rate - (offered[row] ? 0.2 : 0))
        }
        sheet.remove("离职")
        sheet.add("谈话") { _, row in offered[row] ? "有" : "无" }
        sheet.add("流失") { _, row in left[row] ? "1" : "0" }
        return sheet
    }

    @Test func `The naive figure stands beside the adjusted one, which is nearer to the truth`() throws {
        let result = try Self.offers.analysed {
            $0.treatment = "谈话"
            $0.treated = "有"
            $0.target = "流失"
            $0.positive = "1"
        }
        let document = result.document
        #expect(document.task == .effect)
        #expect(Set(result.predictions.map(\.row)) == Set(0..<1_200))
        let effect = try #require(document.effect)
        #expect(effect.treatedCount + effect.controlCount == 1_200)
        #expect(abs(effect.effect.value + 0.2) < abs(effect.naive.value + 0.2))
        #expect(abs(effect.effect.value + 0.2) < 0.1, "\(effect.effect) against \(effect.naive)")
        #expect(!document.facts.contains("谈话") && !document.facts.contains("流失"))
        #expect(effect.balance.contains { $0.column.contains("导师评分") && abs($0.after) < abs($0.before) })
        #expect(document.metrics.map(\.name) == ["qini", "auuc"])
        #expect(!result.hasModel)
    }
}
