import Kernel

@testable import Analysis

extension SampleDocuments {
    static let customerFacts = [
        "Complaints", "Change in use", "Days to contract end", "Months as customer", "Orders last quarter", "Segment",
    ]

    static let customers: AnalysisDocument = {
        var document = base(
            .en, file: "customers-2026.csv",
            outcome: OutcomeNote(column: "Churned", positive: "Yes", proposed: false, reason: nil), rows: 1200,
            events: 215)
        document.facts = customerFacts
        document.hygiene = [
            HygieneNote(
                column: "Customer", action: .dropped,
                reason: Phrase(zh: "每行都不同,是编号。", en: "Every value is different: an identifier."))
        ]
        document.model = model(0.791)
        document.metrics = metrics(auc: 0.791, base: 0.179)
        document.calibration = calibration(0.7, count: 1200)
        document.tree = TreeNote(
            rocAUC: Estimate(0.713, low: 0.68, high: 0.746),
            sentences: [
                .init(text: Phrase(verbatim: "Complaints ≥ 3 and Days to contract end < 90"), rate: 0.71, count: 62),
                .init(text: Phrase(verbatim: "Complaints ≥ 3 and Days to contract end ≥ 90"), rate: 0.36, count: 240),
                .init(text: Phrase(verbatim: "Complaints < 3"), rate: 0.09, count: 898),
            ],
            root: .split(
                condition: Phrase(verbatim: "Complaints ≥ 3"), rate: 0.179, count: 1200,
                yes: .split(
                    condition: Phrase(verbatim: "Days to contract end < 90"), rate: 0.43, count: 302,
                    yes: .leaf(rate: 0.71, count: 62), no: .leaf(rate: 0.36, count: 240)),
                no: .leaf(rate: 0.09, count: 898)))
        document.drivers = zip(customerFacts, [0.072, 0.055, 0.031, 0.022, 0.008, 0.0]).map {
            DriverNote(column: $0, together: [], importance: Estimate($1, low: $1 - 0.008, high: $1 + 0.008))
        }
        document.curves = [
            CurveNote(
                column: "Complaints", isNumeric: true,
                points: (0..<7).map { index in
                    let share = 0.08 + Double(index) * 0.09
                    return .init(
                        x: Double(index), label: String(index),
                        share: Estimate(share, low: share * 0.8, high: share * 1.2),
                        count: 400 / (index + 1))
                })
        ]
        document.tiers = tiers(rows: 1200, rates: [0.68, 0.42, 0.18, 0.07, 0.02])
        document.riskList = RiskListNote(
            explanation: Phrase(
                zh: "按可能性由高到低。",
                en: "From the highest chance down; each chance comes from a model that had not seen the row."),
            identifying: ["Customer"],
            rows: (0..<14).map { index in
                .init(
                    row: index * 31, line: index * 31 + 2, identity: ["C-\(10_001 + index * 31)"],
                    probability: 0.88 - Double(index) * 0.02, tier: index < 6 ? .veryHigh : .high, left: index % 3 != 1,
                    reasons: [
                        .init(
                            column: "Complaints", text: Phrase(verbatim: "Complaints 5, median 1"), contribution: 1.2),
                        .init(
                            column: "Change in use", text: Phrase(verbatim: "Change in use −32%, median 1%"),
                            contribution: 0.8),
                        .init(
                            column: "Months as customer", text: Phrase(verbatim: "Months as customer 61, median 41"),
                            contribution: -0.3),
                    ], base: -1.52, contributions: [1.2, 0.8, 0.4, -0.3, 0.1, 0.05])
            })
        document.conclusion = [
            Phrase(
                zh: "能看出哪些客户更可能流失。",
                en:
                    "Which customers may leave can be told: of the first 5% of the list about 68 in 100 left, against 18 in 100 overall."
            ),
            Phrase(zh: "先看投诉。", en: "Look first at complaints and falling use."),
        ]
        document.limits = [Phrase(zh: "只看到表中的资料。", en: "Only what the sheet holds was seen.")]
        return document
    }()

    static let effect: AnalysisDocument = {
        var document = base(
            .en, file: "campaign.csv",
            outcome: OutcomeNote(
                column: "visit", positive: "1", proposed: false, treatment: "segment", treated: "Mens E-Mail",
                control: "No E-Mail"), rows: 21_300, events: 3_110)
        document.task = .effect
        document.facts = ["recency", "history", "mens", "womens", "channel"]
        document.validation.repeats = 1
        document.effect = EffectNote(
            design: "randomised", effect: Estimate(0.0766, low: 0.067, high: 0.0862),
            naive: Estimate(0.0766, low: 0.067, high: 0.0862), treatedCount: 10_650, controlCount: 10_650,
            overlap: 0.998,
            trimmed: 12,
            sentence: Phrase(
                zh: "有措施的组比没有的高 7.7 个百分点(95% 区间 6.7 至 8.6)。",
                en: "The treated visited 7.7 points more often than the others (95% interval 6.7 to 8.6)."),
            balance: [
                .init(column: "recency", before: 0.012, after: 0.001),
                .init(column: "history", before: -0.21, after: 0.02),
                .init(column: "channel", before: 0.08, after: -0.004),
            ], qini: Estimate(0.0123, low: 0.004, high: 0.0206), auuc: Estimate(0.0451, low: 0.039, high: 0.0512),
            gain: (0...20).map { index in
                let share = Double(index) / 20
                return .init(share: share, gain: 0.0766 * (share + 0.35 * share * (1 - share)), random: 0.0766 * share)
            })
        document.conclusion = [
            Phrase(zh: "措施有效。", en: "The treatment worked: visits rose by 7.7 points (95% interval 6.7 to 8.6)."),
            Phrase(zh: "可以先发给更有希望的人。", en: "Treating the most promising half brings 59% of the whole gain."),
        ]
        document.limits = [Phrase(zh: "只看了两周。", en: "The outcome was observed for two weeks only.")]
        return document
    }()
}
