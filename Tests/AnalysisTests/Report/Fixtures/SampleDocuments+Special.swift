import Foundation
import Kernel

@testable import Analysis

extension SampleDocuments {
    static let survival: AnalysisDocument = {
        var document = staff
        document.task = .survival
        document.outcome = OutcomeNote(column: "离职", positive: "是", proposed: false, reason: nil, duration: "司龄(月)")
        document.calibration = nil
        document.tree = nil
        document.fairness = []
        document.metrics = [
            MetricNote(
                name: "c_harrell", title: Phrase(zh: "一致性指数(Harrell)", en: "Concordance (Harrell)"),
                estimate: Estimate(0.724, low: 0.69, high: 0.757), reference: 0.5,
                meaning: Phrase(
                    zh: "两人中先离开的那位风险更高的机会。", en: "The chance that of two the one who left first had the higher risk."),
                higherIsBetter: true)
        ]
        let steps = { (hazard: Double) in
            (1...36).map { month in
                let surviving = exp(-hazard * Double(month))
                return SurvivalNote.Step(
                    time: Double(month),
                    surviving: Estimate(surviving, low: surviving * 0.94, high: min(1, surviving * 1.05)),
                    atRisk: 796 - month * 18)
            }
        }
        document.survival = SurvivalNote(
            unit: Phrase(zh: "个月", en: "months"), median: 27, curve: steps(0.0257),
            byTier: zip(Tier.allCases, [0.11, 0.062, 0.03, 0.013, 0.005]).map {
                .init(tier: $0, count: 120, steps: steps($1))
            })
        document.conclusion = [
            Phrase(zh: "一半的人在 27 个月内离开;风险「极高」的一层,一半在 6 个月内离开。", en: "Half had left after 27 months."),
            Phrase(zh: "最先看导师评分和培训完成率。", en: "Look first at mentor rating."),
        ]
        return document
    }()

    /// Nothing in the sheet tells who leaves.
    static let nothing: AnalysisDocument = {
        var document = customers
        document.model?.chosen = "logistic"
        document.metrics = metrics(auc: 0.512, base: 0.179)
        document.tiers = tiers(rows: 1200, rates: [0.19, 0.18, 0.18, 0.178, 0.176])
        document.tree = TreeNote(
            rocAUC: Estimate(0.5, low: 0.5, high: 0.5),
            sentences: [.init(text: Phrase(verbatim: ""), rate: 0.179, count: 1200)],
            root: .leaf(rate: 0.179, count: 1200))
        document.drivers = customerFacts.map {
            DriverNote(column: $0, together: [], importance: Estimate(0.0004, low: -0.006, high: 0.007))
        }
        document.conclusion = [
            Phrase(
                zh: "这张表看不出谁更可能流失。",
                en:
                    "This sheet does not tell who may leave: the ranking is no better than chance (ROC-AUC 0.512, interval 0.480–0.543)."
            )
        ]
        return document
    }()

    static let tiny: AnalysisDocument = {
        var document = staff
        document.size = SizeNote(rowsUsed: 61, events: 31, baseRate: 31.0 / 61, skipped: [], duplicates: 1)
        document.tiers = tiers(rows: 61, rates: [0.667, 0.667, 0.55, 0.44, 0.33])
        document.riskList = staffList(rows: 1)
        document.fairness = []
        document.drivers = Array(document.drivers.prefix(1))
        document.curves = []
        document.hygiene = []
        document.source.unreadable = []
        return document
    }()

    static let emptyList: AnalysisDocument = {
        var document = customers
        document.riskList = RiskListNote(
            explanation: customers.riskList?.explanation ?? Phrase(verbatim: ""), identifying: [], rows: [])
        document.drivers = []
        document.curves = []
        return document
    }()

    /// Marks of HTML, of formulas and of terminals, and very long names, wherever the sheet's own words can stand.
    static let hostile: AnalysisDocument = {
        var document = staff
        let column = "<script>alert(\"1\")</script> & '=cmd()' \u{1B}[31m\u{202E}"
        let long = String(repeating: "集团总部华东大区直销事业部重点客户", count: 4)
        document.source.file = "\"><img src=x onerror=alert(1)>.csv"
        document.outcome.positive = "=HYPERLINK(\"http://x\",\"y\")"
        document.facts = [column, long] + staffFacts.dropFirst(2)
        document.hygiene.append(
            HygieneNote(column: column, action: .flagged, reason: Phrase(verbatim: "</style><script>x()</script>")))
        document.drivers[0].column = column
        document.drivers[1].column = long
        document.curves[2].points[0].label = column
        document.curves[2].points[1].label = long
        document.curves[2].column = long
        document.tree = TreeNote(
            rocAUC: Estimate(0.7),
            sentences: [.init(text: Phrase(verbatim: "\(column) < 3 且 \(long) ∈ {\(long)}"), rate: 0.5, count: 9)],
            root: .split(
                condition: Phrase(verbatim: "\(column) < 3"), rate: 0.2, count: 99, yes: .leaf(rate: 0.5, count: 9),
                no: .split(
                    condition: Phrase(verbatim: "\(long) ∈ {\(long)}"), rate: 0.1, count: 90,
                    yes: .leaf(rate: 0.2, count: 45),
                    no: .leaf(rate: 0, count: 45))))
        document.riskList?.identifying = [column, long]
        document.riskList?.rows[0].identity = ["=1+1", "+cmd|' /C calc'!A0"]
        document.riskList?.rows[1].identity = ["@SUM(A1)", long]
        document.riskList?.rows[2].identity = ["<b>x</b>", "买买提·阿不都热合曼·吾买尔江·阿不力米提"]
        document.riskList?.rows[0].reasons[0].text = Phrase(verbatim: "=\(column) 5")
        document.fairness[0].group = "<script>"
        return document
    }()

    /// A sheet scored with a saved model.
    static let scored: AnalysisDocument = {
        var document = staff
        document.validation = ValidationNote(
            scheme: .loaded, folds: 0, repeats: 0, seed: 1,
            explanation: Phrase(zh: "用已保存的模型打分,没有重新学习。", en: "Scored with a saved model; nothing was learned anew."))
        document.size.events = 0
        document.size.baseRate = .nan
        document.model = nil
        document.metrics = []
        document.calibration = nil
        document.tree = nil
        document.fairness = []
        document.tiers = []
        document.drift = [
            DriftNote(column: "导师评分", psi: 0.312, verdict: Phrase(zh: "变化大", en: "changed much")),
            DriftNote(column: "年龄", psi: 0.034, verdict: Phrase(zh: "相近", en: "similar")),
        ]
        document.conclusion = [Phrase(zh: "已用保存的模型为 796 人打分。", en: "796 people were scored with the saved model.")]
        return document
    }()

    /// Numbers that could not be computed.
    static let unknown: AnalysisDocument = {
        var document = customers
        document.metrics[0].estimate = Estimate(.nan, low: .nan, high: .nan)
        document.metrics[1].reference = .infinity
        document.tiers[0].actual = Estimate(.nan)
        document.tiers[1].predicted = .nan
        document.drivers[0].importance = Estimate(.infinity, low: -.infinity, high: .nan)
        document.calibration?.bins[0].observed = Estimate(.nan)
        document.calibration?.eceAfter = .nan
        document.tree?.rocAUC = Estimate(.nan)
        document.curves[0].points[2].share = Estimate(.nan, low: .nan, high: .nan)
        document.riskList?.rows[0].probability = .nan
        document.riskList?.rows[0].contributions = [.nan, .infinity, 0, 0, 0, 0]
        document.survival = SurvivalNote(
            unit: Phrase(zh: "天", en: "days"), median: nil,
            curve: [
                .init(time: 1, surviving: Estimate(0.9), atRisk: 10),
                .init(time: 2, surviving: Estimate(.nan), atRisk: 0),
            ],
            byTier: [])
        document.effect = effect.effect
        document.effect?.balance[0].before = .nan
        document.effect?.effect = Estimate(.nan)
        document.effect?.gain = []
        document.effect?.design = "adjusted"
        document.calibration?.method = "isotonic, none"
        document.drift = [DriftNote(column: "Segment", psi: .nan, verdict: Phrase(zh: "未知", en: "not known"))]
        return document
    }()
}
