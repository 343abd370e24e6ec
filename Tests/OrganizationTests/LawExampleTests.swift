import Foundation
import Kernel
import Testing

@testable import Organization

/// Every row of labour_examples.csv that concerns this room, exactly.
@Suite struct LawExampleTests {
    @Test(arguments: try Example.all("probation_limit_months"))
    func probationLimit(_ example: Example) throws {
        let kind = try #require(ContractKind(rawValue: example.inputs.text("kind") ?? ""))
        let months = ProbationRules.limitMonths(
            kind, termMonths: example.inputs.count("term_months"), partTime: example.inputs.flag("part_time") ?? false)
        #expect(months == example.expected.count("limit_months"))
    }

    @Test(arguments: try Example.all("probation_wage_floor"))
    func probationPay(_ example: Example) throws {
        let floor = try ProbationPay.floor(
            agreed: try #require(try example.inputs.money("contract_wage")),
            lowestOfPost: try example.inputs.money("lowest_same_post"),
            localMinimum: try #require(try example.inputs.money("local_minimum")))
        #expect(floor.plain == example.expected.text("floor"))
    }

    @Test(arguments: try Example.all("excess_probation_damages"))
    func damages(_ example: Example) throws {
        let damages = try ProbationRules.damages(
            limitMonths: try #require(example.inputs.count("limit_months")),
            servedMonths: try #require(example.inputs.count("served_months")),
            fullPay: try #require(try example.inputs.money("full_wage")))
        #expect(damages.plain == example.expected.text("damages"))
    }

    @Test(arguments: try Example.all("must_offer_open_ended_at_expiry"))
    func openEnded(_ example: Example) throws {
        let inputs = example.inputs
        let history = RenewalRules.History(
            fixedTerms: try #require(inputs.count("fixed_terms_signed")),
            continuousYears: try #require(inputs.count("continuous_years")),
            unsignedYears: inputs.count("years_unsigned") ?? 0,
            employeeAsksFixed: inputs.flag("employee_asks_fixed") ?? false,
            hasGroundsToDismiss: inputs.flag("art39_or_40_1_2") ?? false)
        #expect((RenewalRules.duty(history) != nil) == example.expected.flag("open_ended"))
        #expect(RenewalRules.findings(renewingAs: .openEnded, after: history).isEmpty)
    }

    @Test(arguments: try Example.all("severance_years"))
    func serviceYears(_ example: Example) throws {
        let years = ServiceYears(
            from: try #require(example.inputs.day("start")),
            through: try #require(example.inputs.day("last_day_inclusive")))
        #expect(years?.text == example.expected.text("years"))
    }

    @Test(arguments: try Example.all("severance"))
    func compensation(_ example: Example) throws {
        let (inputs, expected) = (example.inputs, example.expected)
        let result = try Compensation(
            Compensation.Inputs(
                start: try #require(inputs.day("start")), lastDay: try #require(inputs.day("last_day_inclusive")),
                averagePay: try #require(try inputs.money("avg_12_months")),
                localAverage: try inputs.money("local_average_month"),
                localMinimum: try inputs.money("local_minimum"),
                basis: try #require(Compensation.Basis(rawValue: inputs.text("basis") ?? "")),
                lastMonthPay: try inputs.money("last_month_wage")))
        #expect(result.years.text == expected.text("years"))
        #expect(result.monthlyPay.plain == expected.text("month_wage_used"))
        #expect(result.n.plain == expected.text("n"))
        #expect(result.extra.plain == expected.text("extra"))
        #expect(result.total.plain == expected.text("total"))
        #expect(result.isCapped == expected.flag("wage_capped"))
        // The last step of the explanation shows the very figure.
        #expect(result.steps.last?.figure == result.total.phrase)
    }

    @Test(arguments: try Example.all("double_wage_window"))
    func doublePay(_ example: Example) throws {
        let days = SigningRules.doublePay(
            hired: try #require(example.inputs.day("start")), signed: example.inputs.day("signed_on"),
            asOf: try #require(example.inputs.day("as_of")))
        #expect(days?.start.iso == example.expected.text("first"))
        #expect(days?.last?.iso == example.expected.text("last"))
    }

    @Test(arguments: try Example.all("resignation_notice"))
    func resignation(_ example: Example) throws {
        let probation = example.inputs.flag("probation") == true
        #expect(NoticeRules.resignationDays(inProbation: probation) == example.expected.count("days"))
    }

    @Test(arguments: try Example.all("art40_notice"))
    func payInLieu(_ example: Example) throws {
        let days = try #require(example.inputs.count("days_given"))
        #expect(NoticeRules.owesPayInLieu(daysGiven: days) == example.expected.flag("pay_in_lieu"))
        let basis = NoticeRules.basis(.incompetent, daysGiven: days)
        #expect((basis == .plusMonth) == example.expected.flag("pay_in_lieu"))
    }

    @Test(arguments: try Example.all("mass_layoff_procedure"))
    func massLayoff(_ example: Example) throws {
        let applies = NoticeRules.isMassLayoff(
            cut: try #require(example.inputs.count("cut")), headcount: try #require(example.inputs.count("headcount")))
        #expect(applies == example.expected.flag("art41_applies"))
    }

    @Test(arguments: try Example.all("training_penalty_cap"))
    func trainingPenalty(_ example: Example) throws {
        let cap = try BindingAgreements.trainingPenalty(
            cost: try #require(try example.inputs.money("cost")),
            months: try #require(example.inputs.count("service_months")),
            served: try #require(example.inputs.count("served_months")))
        #expect(cap.plain == example.expected.text("cap"))
    }

    @Test(arguments: try Example.all("noncompete_default_compensation"))
    func nonCompete(_ example: Example) throws {
        let pay = try BindingAgreements.nonCompetePay(
            averagePay: try #require(try example.inputs.money("avg_12_months")),
            localMinimum: try #require(try example.inputs.money("local_minimum")))
        #expect(pay.plain == example.expected.text("monthly"))
    }

    @Test(arguments: try Example.all("minimum_wage_check"))
    func minimumWage(_ example: Example) throws {
        let inputs = example.inputs
        let compared = try MinimumWage.compared(
            gross: try #require(try inputs.money("gross")),
            contributions: try #require(try inputs.money("employee_contributions")),
            excluded: try #require(try inputs.money("excluded_items")), net: inputs.flag("net_rule") == true)
        #expect(compared.plain == example.expected.text("compared"))
        let minimum = try #require(try inputs.money("minimum"))
        #expect((compared >= minimum) == example.expected.flag("ok"))
        // The table knows the same figure and the same rule for the place.
        let known = MinimumWage.of(inputs.text("city") ?? "", on: try day("2026-01-01"))
        #expect(known?.monthly == minimum)
        #expect(known?.comparesNet == inputs.flag("net_rule"))
    }

    @Test(arguments: try Example.all("retirement_month"))
    func retirement(_ example: Example) throws {
        let kind = try #require(RetirementAge(rawValue: example.inputs.text("kind") ?? ""))
        let birth = try #require(Month(iso: example.inputs.text("birth") ?? ""))
        #expect(kind.delay(bornIn: birth) == example.expected.count("delay_months"))
        #expect(kind.month(bornIn: birth).iso == example.expected.text("month"))
    }

    /// The copy beside the tests holds the rows of the source unchanged, and every row of these kinds.
    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: Example.shared.appending(path: "rules").path),
            "needs ../shared/rules"))
    func copyIsTheSource() throws {
        let copy = try Example.records(in: Example.folder.appending(path: "Data/examples.csv"))
        let kinds = Set(copy.compactMap { $0["kind"] })
        var source: [[String: String]] = []
        for name in ["labour_examples", "hr_examples"] {
            source += try Example.records(in: Example.shared.appending(path: "rules/\(name).csv"))
        }
        #expect(copy == source.filter { kinds.contains($0["kind"] ?? "") })
        #expect(copy.count > 60)
    }

    /// Ground by ground: article, what is owed, and the documents, against labour_rules.json.
    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: Example.shared.appending(path: "rules").path),
            "needs ../shared/rules"))
    func endingGrounds() throws {
        struct Rules: Decodable {
            struct Ground: Decodable {
                let code: String
                let article: String
                let notice: String
                let pay: String
                let evidence: [String]?
            }
            let termination: [Ground]
        }
        let file = Example.shared.appending(path: "rules/labour_rules.json")
        let grounds = try JSONDecoder().decode(Rules.self, from: Data(contentsOf: file)).termination
        #expect(Set(grounds.map(\.code)) == Set(EndingGround.allCases.map(\.rawValue)))
        for source in grounds {
            let ground = try #require(EndingGround(rawValue: source.code))
            #expect(ground.articles == source.article)
            let owed = ["N": Compensation.Basis.plain, "2N or reinstatement": .double][source.pay]
            #expect(ground.compensation == owed, "\(source.code)")
            #expect(ground.allowsPayInLieu == (source.notice == "30 days or one month's pay"), "\(source.code)")
            #expect(ground.evidence.count == (source.evidence ?? []).count, "\(source.code)")
        }
    }

    /// minimum_wage.csv, row by row.
    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: Example.shared.appending(path: "rules").path),
            "needs ../shared/rules"))
    func minimumWageTable() throws {
        let rows = try Example.records(in: Example.shared.appending(path: "rules/minimum_wage.csv"))
        #expect(rows.count == MinimumWage.published.count)
        for row in rows {
            let from = try #require(Day(iso: row["effective_from"] ?? ""))
            let known = try #require(MinimumWage.of(row["city"] ?? "", on: from))
            #expect(known.from == from)
            #expect(known.monthly == (try Money(row["monthly"] ?? "")))
            #expect(known.hourly == (try Money(row["hourly"] ?? "")))
            #expect(known.comparesNet == (row["net_of_employee_contributions"] == "true"))
            #expect((known.confidence == .verified) == (row["confidence"] == "verified"))
        }
    }
}
