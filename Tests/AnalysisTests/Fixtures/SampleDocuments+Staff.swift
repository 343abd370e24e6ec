import Forecast
import Foundation
import Kernel

@testable import Analysis

extension SampleDocuments {
    static let staffFacts = ["导师评分", "培训完成率", "连续零增长周数", "首月成交额(元)", "通勤(分钟)", "面谈次数", "年龄", "部门", "学历"]

    static let staff: AnalysisDocument = {
        var document = base(
            .zh, file: "销售花名册.xlsx",
            outcome: OutcomeNote(
                column: "离职", positive: "是", proposed: true,
                reason: Phrase(zh: "列名是「离职」,只有「是」「否」两个取值。", en: "The column is called “离职” and has two values.")),
            rows: 796, events: 190)
        document.source.sheet = "花名册"
        document.source.encoding = nil
        document.source.delimiter = nil
        document.source.headerLine = 3
        document.source.unreadable = [
            UnreadableNote(
                column: "导师评分", count: 2, examples: [.init(line: 18, text: "暂无"), .init(line: 204, text: "8.2分")])
        ]
        document.size.skipped = [
            .init(count: 4, reason: Phrase(zh: "结果列为空。", en: "The outcome is blank."))
        ]
        document.hygiene = [
            HygieneNote(
                column: "工号", action: .dropped, reason: Phrase(zh: "每行都不同,是编号。", en: "All distinct: an identifier.")),
            HygieneNote(
                column: "离职原因", action: .dropped,
                reason: Phrase(zh: "离开之后才会有,单凭它就几乎能认出结果(AUC 0.997)。", en: "Known only after leaving (AUC 0.997).")),
            HygieneNote(column: "国籍", action: .dropped, reason: Phrase(zh: "只有一个取值。", en: "Has only one value.")),
            HygieneNote(
                column: "培训完成率", action: .converted,
                reason: Phrase(zh: "百分数已读作数字。", en: "Percentages were read as numbers.")),
        ]
        document.facts = staffFacts
        document.model = model(0.816)
        document.metrics = metrics(auc: 0.816, base: 0.239)
        document.calibration = calibration(0.9, count: 790)
        document.tree = staffTree
        document.drivers = zip(staffFacts, [0.081, 0.064, 0.041, 0.018, 0.011, 0.006, 0.002, 0.001, -0.001]).map {
            DriverNote(
                column: $0, together: $0 == "首月成交额(元)" ? ["首月成交单数", "首月回款额"] : [],
                importance: Estimate($1, low: $1 - 0.009, high: $1 + 0.01))
        }
        document.curves = [mentorCurve, completionCurve, departmentCurve]
        document.tiers = tiers(rows: 796, rates: [0.83, 0.58, 0.27, 0.09, 0.03])
        document.riskList = staffList(rows: 24)
        document.fairness = [
            FairnessNote(
                column: "性别", group: "女", count: 402, hidden: false, selectionRate: 0.19, impactRatio: 0.91,
                pValue: 0.61,
                truePositiveRate: 0.58, falsePositiveRate: 0.08, predicted: 0.23,
                observed: Estimate(0.235, low: 0.19, high: 0.28),
                verdict: Phrase(zh: "未见明显差异。", en: "No clear difference.")),
            FairnessNote(
                column: "性别", group: "男", count: 391, hidden: false, selectionRate: 0.21, impactRatio: 1, pValue: nil,
                truePositiveRate: 0.6, falsePositiveRate: 0.09, predicted: 0.25,
                observed: Estimate(0.244, low: 0.2, high: 0.29),
                verdict: Phrase(zh: "比较的基准。", en: "The group compared with.")),
            FairnessNote(
                column: "性别", group: "未填写", count: 3, hidden: true,
                verdict: Phrase(zh: "人数太少,不显示。", en: "Too few to show.")),
        ]
        document.conclusion = [
            Phrase(
                zh: "能看出谁更可能离开:名单最前的 5% 中,每 100 人约 83 人后来离开,全体是每 100 人约 24 人。",
                en:
                    "Who may leave can be told: of the first 5% of the list about 83 in 100 left, against 24 in 100 overall."
            ),
            Phrase(zh: "最先看导师评分和培训完成率:它们与离开的关系最大。", en: "Look first at mentor rating and training completion."),
            Phrase(zh: "概率可以直接使用:预计 40% 的人中,实际约 40% 离开。", en: "The probabilities can be used as they are."),
        ]
        document.limits = [
            Phrase(zh: "只看到表中的资料;没有记录的原因(家庭、外部机会)不在其内。", en: "Only what the sheet holds was seen."),
            Phrase(zh: "相关不等于因果:改变一项驱动因素不保证结果随之改变。", en: "Association is not causation."),
        ]
        return document
    }()

    static let staffTree = TreeNote(
        rocAUC: Estimate(0.752, low: 0.716, high: 0.788),
        sentences: [
            .init(
                text: Phrase(zh: "培训完成率 < 80% 且 导师评分 < 7", en: "training completion < 80% and mentor rating < 7"),
                rate: 0.9,
                count: 41),
            .init(
                text: Phrase(zh: "培训完成率 < 80% 且 导师评分 ≥ 7", en: "training completion < 80% and mentor rating ≥ 7"),
                rate: 0.38, count: 178),
            .init(
                text: Phrase(
                    zh: "培训完成率 ≥ 80% 且 连续零增长周数 ≥ 2", en: "training completion ≥ 80% and weeks without growth ≥ 2"),
                rate: 0.29, count: 163),
            .init(
                text: Phrase(
                    zh: "培训完成率 ≥ 80% 且 连续零增长周数 < 2", en: "training completion ≥ 80% and weeks without growth < 2"),
                rate: 0.1, count: 414),
        ],
        root: .split(
            condition: Phrase(zh: "培训完成率 < 80%", en: "training completion < 80%"),
            otherwise: Phrase(zh: "培训完成率 ≥ 80%", en: "training completion ≥ 80%"), rate: 0.239, count: 796,
            yes: .split(
                condition: Phrase(zh: "导师评分 < 7", en: "mentor rating < 7"),
                otherwise: Phrase(zh: "导师评分 ≥ 7", en: "mentor rating ≥ 7"), rate: 0.477, count: 219,
                yes: .leaf(rate: 0.9, count: 41), no: .leaf(rate: 0.38, count: 178)),
            no: .split(
                condition: Phrase(zh: "连续零增长周数 ≥ 2", en: "weeks without growth ≥ 2"),
                otherwise: Phrase(zh: "连续零增长周数 < 2", en: "weeks without growth < 2"), rate: 0.154, count: 577,
                yes: .leaf(rate: 0.29, count: 163), no: .leaf(rate: 0.1, count: 414))))

    static let mentorCurve = CurveNote(
        column: "导师评分", isNumeric: true,
        points: (0..<12).map { index in
            let x = 4.5 + Double(index) * 0.45
            let share = 0.08 + 0.5 / (1 + Double(index * index) / 14)
            return .init(
                x: x, label: String((x * 10).rounded() / 10),
                share: Estimate(share, low: share - 0.05, high: share + 0.06),
                count: 20 + index * 9)
        })

    static let completionCurve = CurveNote(
        column: "培训完成率", isNumeric: true,
        points: (0..<10).map { index in
            let share = index < 5 ? 0.46 - Double(index) * 0.01 : 0.2 - Double(index) * 0.008
            return .init(
                x: 0.55 + Double(index) * 0.05, label: "\(55 + index * 5)%",
                share: Estimate(share, low: share - 0.04, high: share + 0.04), count: 60)
        })

    static let departmentCurve = CurveNote(
        column: "部门", isNumeric: false,
        points: zip(["华东一区", "华东二区", "华南区", "西南区", "总部直销"], [0.26, 0.22, 0.25, 0.23, 0.21]).map {
            .init(x: nil, label: $0, share: Estimate($1, low: $1 - 0.05, high: $1 + 0.06), count: 160)
        })

    static func staffList(rows: Int) -> RiskListNote {
        var random = SeededRandom(seed: 7)
        let surnames = ["王", "李", "张", "欧阳", "陈", "赵", "司马", "周"]
        let given = ["小雨", "建国", "雪", "子涵", "海燕", "一鸣", "思远", "丽"]
        return RiskListNote(
            explanation: Phrase(
                zh: "按可能性由高到低;每一行的概率来自没见过这一行的模型。",
                en: "From the highest chance down; each from a model that had not seen the row."),
            identifying: ["工号", "姓名"],
            rows: (0..<rows).map { index in
                let probability = 0.94 * (1 - Double(index) / Double(rows + 6))
                let mentor = 4.6 + random.unit() * 2
                let tier: Tier =
                    index < rows / 4 ? .veryHigh : index < rows / 2 ? .high : index < rows * 3 / 4 ? .medium : .low
                let contributions = [1.32, 0.94, 0.48, 0.21, 0.11, -0.17, -0.08, 0.05, 0.01].map {
                    $0 * (0.6 + random.unit() * 0.7)
                }
                let base = log(probability / (1 - probability)) - contributions.reduce(0, +)
                return .init(
                    row: index * 13 + 2, line: index * 13 + 6,
                    identity: [
                        "TN\(String(1000 + index * 13).suffix(4))",
                        surnames[Int(random.unit() * 8)] + given[Int(random.unit() * 8)],
                    ],
                    probability: probability, tier: tier, left: index % 5 == 3 ? nil : index % 4 != 2,
                    reasons: [
                        .init(
                            column: "导师评分",
                            text: Phrase(
                                zh: "导师评分 \(Int(mentor * 10) / 10).\(Int(mentor * 10) % 10),中位数 7.9",
                                en: "mentor rating \(Int(mentor * 10) / 10), median 7.9"),
                            contribution: contributions[0]),
                        .init(
                            column: "培训完成率",
                            text: Phrase(zh: "培训完成率 62%,中位数 87%", en: "training completion 62%, median 87%"),
                            contribution: contributions[1]),
                        .init(
                            column: "面谈次数", text: Phrase(zh: "面谈次数 4,中位数 2", en: "talks 4, median 2"),
                            contribution: contributions[5]),
                    ], base: base, contributions: contributions)
            })
    }
}
