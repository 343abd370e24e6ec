import Foundation
import Kernel
import Testing

@testable import Retention

/// Every case of hr_examples.csv, to the last digit.
@Suite struct FormulaExampleTests {
    @Test func theFileIsWhole() throws {
        let ids = try HRExample.all().map(\.id)
        #expect(ids == (1...24).map { "HE" + ($0 < 10 ? "0" : "") + "\($0)" })
    }

    @Test(arguments: try HRExample.all())
    func example(_ example: HRExample) throws {
        let (expected, found) = (try example.expected, try answer(example.kind, example.inputs))
        #expect(!expected.isEmpty)
        for (key, value) in expected {
            let answer = try #require(found[key], "\(key) is not answered")
            #expect(Self.plain(answer) == Self.plain(value), "\(key)")
        }
    }

    /// As JSON writes it, with its keys in order.
    private static func plain(_ value: Any?) -> String {
        switch value {
        case nil, is NSNull: return "null"
        case let text as String: return "\"\(text)\""
        case let number as Int: return "\(number)"
        case let list as [Any]: return "[" + list.map { plain($0) }.joined(separator: ",") + "]"
        case let object as [String: Any]:
            return "{" + object.keys.sorted().map { "\($0):\(plain(object[$0]))" }.joined(separator: ",") + "}"
        case let value?: return "?\(value)"
        }
    }

    private func orNull(_ fraction: Fraction?, _ places: Int) -> Any { fraction?.decimal(places) ?? NSNull() }

    private func orNull(_ money: Money?) -> Any {
        money.map { Self.twoPlaces($0) } ?? NSNull()
    }

    /// `26660.00`
    private static func twoPlaces(_ money: Money) -> String {
        let fen = money.fen.magnitude
        let rest = fen % 100
        return (money.isNegative ? "-" : "") + "\(fen / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private func answer(_ kind: String, _ inputs: [String: Any]) throws -> [String: Any] {
        switch kind {
        case "turnover_variants": try turnover(inputs)
        case "annualise": try annualised(inputs)
        case "early_attrition": try early(inputs)
        case "kaplan_meier": try survival(inputs)
        case "cost_of_turnover": try cost(inputs)
        case "phillips_roi", "phillips_isolated": try returns(inputs)
        case "normalised_gain":
            [
                "gain": orNull(
                    try LearningFormula.normalisedGain(
                        pre: try inputs.rate("pre"), post: try inputs.rate("post"), max: try inputs.rate("max")), 4)
            ]
        case "enps": try promoters(inputs)
        case "span_of_control": try span(inputs)
        case "nine_box":
            [
                "cell": WorkforceFormula.nineBox(
                    performance: try inputs.count("performance"), potential: try inputs.count("potential")) ?? NSNull()
            ]
        case "customer_churn":
            [
                "logo_churn": orNull(
                    CustomerFormula.logoChurn(
                        lost: try inputs.count("lost"), atStart: try inputs.count("customers_start")), 4)
            ]
        case "revenue_retention": try revenue(inputs)
        case "cac_ltv": try lifetime(inputs)
        case "retention_vs_acquisition": try saving(inputs)
        case "hcroi":
            [
                "hcroi": orNull(
                    try WorkforceFormula.returnOnHumanCapital(
                        revenue: try inputs.money("revenue"), operating: try inputs.money("operating_cost"),
                        labour: try inputs.money("labour_cost")), 4)
            ]
        case "psi":
            [
                "psi": MonitoringFormula.stability(
                    expected: try inputs.rates("expected"), actual: try inputs.rates("actual")
                ).map { String(format: "%.6f", $0) } ?? NSNull()
            ]
        default: [:]
        }
    }

    private func turnover(_ inputs: [String: Any]) throws -> [String: Any] {
        let names: [TurnoverDefinition: String] = [
            .opening: "opening", .average: "average", .cumulative: "cumulative_base",
        ]
        var answer: [String: Any] = [:]
        for (definition, name) in names {
            answer[name] = orNull(
                definition.rate(
                    leavers: try inputs.count("leavers"), opening: try inputs.count("start"),
                    closing: try inputs.count("end"), entered: try inputs.count("joiners")), 4)
        }
        return answer
    }

    private func annualised(_ inputs: [String: Any]) throws -> [String: Any] {
        if inputs["monthly_rate"] != nil {
            let rate = Fraction(try inputs.rate("monthly_rate"))
            return [
                "simple": orNull(Annualising.simple.yearly(rate, months: 1), 4),
                "compound": orNull(Annualising.compound.yearly(rate, months: 1), 4),
            ]
        }
        let rate = Fraction.share(try inputs.count("quarter_leavers"), of: try inputs.count("quarter_start"))
        return ["simple": orNull(rate.flatMap { Annualising.simple.yearly($0, months: 3) }, 4)]
    }

    private func early(_ inputs: [String: Any]) throws -> [String: Any] {
        let day = try Day(inputs.text("as_of"))
        let stretches = try inputs.rows("staff").map { row in
            EarlyAttrition.Stretch(
                start: try Day(row.text("start")), lastDay: try (row["last_day"] as? String).map { try Day($0) })
        }
        return Dictionary(
            uniqueKeysWithValues: EarlyAttrition.windows.map { days in
                let share = EarlyAttrition.left(within: days, asOf: day, stretches)
                return (
                    "d\(days)",
                    ["eligible": share.eligible, "left": share.count, "rate": orNull(share.rate, 4)] as [String: Any]
                )
            })
    }

    private func survival(_ inputs: [String: Any]) throws -> [String: Any] {
        let seen = try inputs.rows("observations").map { row in
            ExactSurvival.Observation(days: try row.count("days"), left: try #require(row["left"] as? Bool))
        }
        let curve: [[String: Any]] = try ExactSurvival.curve(seen).map { step in
            ["day": step.day, "at_risk": step.atRisk, "events": step.events, "survival": step.survival.decimal(6)]
        }
        return ["curve": curve]
    }

    private func cost(_ inputs: [String: Any]) throws -> [String: Any] {
        let cost = LeaverCost(
            separation: try inputs.money("separation"), dailyMargin: try inputs.money("vacancy_daily_margin"),
            vacantDays: try inputs.count("vacancy_days"), recruiting: try inputs.money("recruiting"),
            training: try inputs.money("training"), rampWeeks: try inputs.count("ramp_weeks"),
            weeklyOutput: try inputs.money("weekly_full_output"), rampLoss: try inputs.rate("average_ramp_loss"))
        return ["total": orNull(try cost.total)]
    }

    private func returns(_ inputs: [String: Any]) throws -> [String: Any] {
        let cost = try inputs.money("cost")
        guard inputs["observed_gain"] != nil else {
            let benefit = try inputs.money("benefit")
            return [
                "roi": orNull(try LearningFormula.returnOnInvestment(benefit: benefit, cost: cost), 4),
                "bcr": orNull(LearningFormula.benefitCostRatio(benefit: benefit, cost: cost), 4),
            ]
        }
        let benefit = try LearningFormula.isolated(
            gain: try inputs.money("observed_gain"), share: try inputs.rate("share_due_to_training"),
            confidence: try inputs.rate("confidence"))
        return [
            "benefit": orNull(benefit),
            "roi": orNull(try LearningFormula.returnOnInvestment(benefit: benefit, cost: cost), 4),
        ]
    }

    private func promoters(_ inputs: [String: Any]) throws -> [String: Any] {
        let counts = inputs["scores"] as? [String: Any] ?? inputs
        return [
            "enps": WorkforceFormula.employeeNetPromoters(
                promoters: try counts.count("promoters"), passives: try counts.count("passives"),
                detractors: try counts.count("detractors")) ?? NSNull()
        ]
    }

    private func span(_ inputs: [String: Any]) throws -> [String: Any] {
        let edges = try #require(inputs["edges"] as? [[String]])
        let span = WorkforceFormula.span(edges.map { (manager: $0[0], report: $0[1]) })
        return [
            "managers": span.managers, "mean": orNull(span.mean, 2), "median": orNull(span.median, 0),
            "layers": span.layers,
        ]
    }

    private func revenue(_ inputs: [String: Any]) throws -> [String: Any] {
        let revenue = CustomerFormula.Revenue(
            opening: try inputs.money("opening"), expansion: try inputs.money("expansion"),
            contraction: try inputs.money("contraction"), churn: try inputs.money("churn"))
        return [
            "nrr": orNull(try revenue.netRetention, 4), "grr": orNull(try revenue.grossRetention, 4),
            "gross_churn": orNull(try revenue.grossChurn, 4),
        ]
    }

    private func lifetime(_ inputs: [String: Any]) throws -> [String: Any] {
        let (revenue, margin) = (try inputs.money("arpa"), try inputs.rate("gross_margin"))
        let value = try CustomerFormula.lifetimeValue(
            revenue: revenue, margin: margin, churn: try inputs.rate("churn_monthly"))
        guard inputs["sales_marketing"] != nil else { return ["ltv": orNull(value)] }
        let cost = try #require(
            try CustomerFormula.acquisitionCost(
                try inputs.money("sales_marketing"), customers: try inputs.count("new_customers")))
        return [
            "cac": orNull(cost), "ltv": orNull(value), "ltv_cac": orNull(value.flatMap { .share($0, of: cost) }, 2),
            "payback_months": orNull(try CustomerFormula.payback(cost: cost, revenue: revenue, margin: margin), 2),
        ]
    }

    private func saving(_ inputs: [String: Any]) throws -> [String: Any] {
        let (saved, spent) = (try inputs.count("saved"), try inputs.money("programme_cost"))
        let saving = try CustomerFormula.saving(saved: saved, programme: spent, acquisition: try inputs.money("cac"))
        return [
            "cost_per_saved": orNull(try CustomerFormula.retentionCost(spent, saved: saved)),
            "avoided_acquisition": orNull(saving.avoided), "net": orNull(saving.net),
        ]
    }
}
