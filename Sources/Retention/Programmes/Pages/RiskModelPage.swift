import Forecast
import Kernel
import Markup
import Shell

/// One model: what it found, how it was tested, whether it can be trusted, and whether it is in force.
struct RiskModelPage: PageModel {
    let line: RiskModels.Line
    let horizon: Int
    let report: ModelReport
    /// The area under the curve of the model before.
    let before: ModelReport.Measure?
    let drift: [DriftLine]
    let scored: Day?

    var title: Phrase {
        Phrase(
            zh: "模型 \(line.trainedOn)（\(programme.zh)）", en: "Model of \(line.trainedOn) (\(programme.en.lowercased()))"
        )
    }
    var trail: [Crumb] { [RiskListPage.crumb, RiskModelsPage.crumb] }

    private var programme: Phrase { Population(rawValue: line.programme)?.name ?? Phrase(verbatim: line.programme) }

    func heading(_ view: PageView) -> any Heading {
        let words =
            line.wasInForce
            ? Phrase(zh: "恢复使用", en: "Put back into force") : Phrase(zh: "启用此模型", en: "Put into force")
        return PageHead(
            title,
            note: line.promotedBy.map { name in
                name == RiskModels.program
                    ? Phrase(
                        zh: "\(line.state.word.zh)。它是该方案的第一个模型，由系统自动启用。",
                        en: "\(line.state.word.en); the first model of a programme comes into force by itself.")
                    : Phrase(
                        zh: "\(line.state.word.zh)，由\(name)启用。", en: "\(line.state.word.en); put into force by \(name)."
                    )
            } ?? line.state.word,
            breadcrumbs: trail.steps,
            actions: line.isInForce || !view.can(.manageRisk)
                ? []
                : [.post(words, URLText("/risk/models/\(line.id)/promotion"), hidden: view.hidden, look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            conclusion
            learned
            if line.verdict != .tooFew {
                figures
                backTest
                calibration
                candidates
                facts
                tree
                fairness
            }
            drifting
            findings
        }
    }

    private var conclusion: Notice {
        switch line.verdict {
        case .predicts:
            let area = report[.rocAUC]
            let lift = report[.liftTop5]
            return Notice(.good, title: Phrase(zh: "可以区分谁更可能离开", en: "It tells who is more likely to leave")) {
                p {
                    Phrase(
                        zh:
                            "在没有见过的快照上，区分能力 \(three(area?.estimate.value))（随机为 0.5），风险最高的 5% 中离开的比例是总体的 \(one(lift?.estimate.value)) 倍。",
                        en:
                            "On snapshots it had not seen: ranking \(three(area?.estimate.value)) (chance is 0.5); of the top 5% \(one(lift?.estimate.value)) times as many left as of everybody."
                    )
                }
            }
        case .nothing:
            return Notice(.warning, title: Phrase(zh: "现有数据无法预测谁会离开", en: "Nothing here is predictable")) {
                p {
                    Phrase(
                        zh:
                            "区分能力的 95% 区间（\(three(report[.rocAUC]?.estimate.low)) 至 \(three(report[.rocAUC]?.estimate.high))）包含 0.5，或者概率不比“每个人都按总体比例”更准。因此每个人都按总体比例 \(RiskWords.share(report.baseRate).zh) 显示，层级不高于“中”，不列出原因。",
                        en:
                            "The 95% interval of the ranking (\(three(report[.rocAUC]?.estimate.low)) to \(three(report[.rocAUC]?.estimate.high))) holds 0.5, or the probabilities are no better than the overall share for everybody. So everybody is shown with the overall share, \(RiskWords.share(report.baseRate).en), nobody above “medium”, and no reasons are given."
                    )
                }
            }
        case .tooFew:
            return Notice(.information, title: Phrase(zh: "数据不足", en: "Not enough data")) {
                p {
                    Phrase(
                        zh:
                            "只有 \(report.leavers) 人主动离职，至少需要 \(RiskTraining.leastLeavers) 人才能训练模型。在此之前按预警信号计分：\(SignalPoints.rule.zh)",
                        en:
                            "Only \(report.leavers) people have left by own wish; \(RiskTraining.leastLeavers) are needed to learn. Until then signals are counted: \(SignalPoints.rule.en)"
                    )
                }
            }
        }
    }

    @HTMLBuilder private var learned: HTML {
        h2 { Phrase(zh: "训练用的数据", en: "What it learned from") }
        KeyValueList([
            .init(
                Phrase(zh: "快照", en: "Snapshots"),
                .words(
                    Phrase(
                        zh:
                            "\(report.snapshots) 个（\(report.firstSnapshot?.iso ?? "—") 至 \(report.lastSnapshot?.iso ?? "—")）",
                        en:
                            "\(report.snapshots) (\(report.firstSnapshot?.iso ?? "—") to \(report.lastSnapshot?.iso ?? "—"))"
                    ))),
            .init(
                Phrase(zh: "记录", en: "Rows"),
                .words(
                    Phrase(
                        zh: "\(grouped(report.rows)) 行，\(grouped(report.people)) 人，其中 \(grouped(report.leavers)) 人主动离职",
                        en:
                            "\(grouped(report.rows)) rows about \(grouped(report.people)) people, \(grouped(report.leavers)) of whom left by own wish"
                    ))),
            .init(
                Phrase(zh: "总体比例", en: "Overall share"),
                .words(
                    Phrase(
                        zh: "\(RiskWords.share(report.baseRate).zh)在 \(horizon) 天内主动离开",
                        en: "\(RiskWords.share(report.baseRate).en) left by own wish within \(horizon) days"))),
            .init(
                Phrase(zh: "没有计入的记录", en: "Rows left out"),
                .words(
                    Phrase(
                        zh: "\(grouped(report.censored)) 行以其他方式离职，\(grouped(report.announced)) 行当时已提出离职；结果尚未明确的快照也不使用",
                        en:
                            "\(grouped(report.censored)) left in another way, \(grouped(report.announced)) had given notice by then; snapshots whose outcome is not known yet are not used"
                    ))),
            .init(Phrase(zh: "检验方式", en: "How it was tested"), .words(report.scheme.explanation)),
        ])
    }

    @HTMLBuilder private var figures: HTML {
        h2 { Phrase(zh: "检验结果", en: "Figures of the test") }
        DataTable(
            id: "metrics", caption: Phrase(zh: "在没有见过的记录上", en: "On rows it had not seen"),
            columns: [
                TableColumn(Phrase(zh: "指标", en: "Figure")), TableColumn(Phrase(zh: "数值", en: "Value"), isNumber: true),
                TableColumn(Phrase(zh: "95% 区间", en: "95% interval"), isNumber: true),
                TableColumn(Phrase(zh: "不用任何数据", en: "Without any fact"), isNumber: true),
                TableColumn(Phrase(zh: "含义", en: "What it says")),
            ],
            rows: report.metrics.map { measure in
                TableRow([
                    .words(measure.name), .number(measure.estimate.value, .decimal(3)),
                    .interval(measure.estimate.low ?? .nan, measure.estimate.high ?? .nan, .decimal(3)),
                    .number(measure.reference, .decimal(3)), .words(measure.meaning),
                ])
            }, phone: .twoLines, hidesCaption: true)
        if let comparison = report.comparison {
            let (signals, model) = (comparison.signals, comparison.model)
            p {
                Phrase(
                    zh:
                        "在 \(comparison.from) 起的快照上，只用预警信号计分，区分能力为 \(three(signals.value))（\(three(signals.low)) 至 \(three(signals.high))）；本模型为 \(three(model.value))（\(three(model.low)) 至 \(three(model.high))）。",
                    en:
                        "On the snapshots from \(comparison.from) the signal rules alone rank with \(three(signals.value)) (\(three(signals.low)) to \(three(signals.high))), this model with \(three(model.value)) (\(three(model.low)) to \(three(model.high)))."
                )
            }
        }
        if let before, let now = report[.rocAUC] {
            p {
                Phrase(
                    zh: "上一个模型的区分能力为 \(three(before.estimate.value))，本模型为 \(three(now.estimate.value))。",
                    en:
                        "The model before ranked with \(three(before.estimate.value)), this one with \(three(now.estimate.value))."
                )
            }
        }
    }

    /// Per stretch of time: what was predicted for each tier, and what became true.
    @HTMLBuilder private var backTest: HTML {
        h2 { Phrase(zh: "回测：预测与实际", en: "Back-test: predicted and actual") }
        for (place, period) in report.periods.enumerated() {
            DataTable(
                id: "period-\(place)",
                caption: Phrase(
                    zh:
                        "\(period.from) 至 \(period.through)：\(grouped(period.rows)) 条记录，\(grouped(period.leavers)) 人主动离职",
                    en:
                        "\(period.from) to \(period.through): \(grouped(period.rows)) rows, \(grouped(period.leavers)) people left by own wish"
                ),
                columns: [
                    TableColumn(RiskWords.tier), TableColumn(Phrase(zh: "记录数", en: "Rows"), isNumber: true),
                    TableColumn(Phrase(zh: "预测比例", en: "Predicted"), isNumber: true),
                    TableColumn(Phrase(zh: "实际比例", en: "Actual"), isNumber: true),
                    TableColumn(Phrase(zh: "95% 区间", en: "95% interval"), isNumber: true),
                ],
                rows: period.tiers.map { tier in
                    TableRow([
                        TableCell { if let step = tier.tier.step { TierBadge(step) } else { tier.tier.name } },
                        .count(tier.count), .number(tier.predicted, .percent(1)),
                        .number(tier.actual.value, .percent(1)),
                        .interval(tier.actual.low ?? .nan, tier.actual.high ?? .nan, .percent(1)),
                    ])
                }, phone: .twoLines)
        }
    }

    @HTMLBuilder private var calibration: HTML {
        CalibrationChart(
            id: "calibration",
            title: Phrase(zh: "校准：预测 30% 的人中，实际约有 30% 离开吗", en: "Calibration: of those told 30%, do 30% leave?"),
            note: report.slope.map {
                Phrase(
                    zh: "校准斜率 \(two($0.value))（理想为 1；低于 1 表示过于极端）。",
                    en: "Slope \(two($0.value)) (1 is ideal; below 1 predictions are too extreme).")
            },
            groups: report.calibration.map {
                .init(
                    predicted: $0.predicted, observed: $0.observed.value, low: $0.observed.low ?? .nan,
                    high: $0.observed.high ?? .nan, n: $0.count)
            })
    }

    @HTMLBuilder private var candidates: HTML {
        h2 { Phrase(zh: "比较过的模型", en: "Models compared") }
        DataTable(
            id: "candidates", caption: Phrase(zh: "在同样的记录上比较", en: "On the same rows"),
            columns: [
                TableColumn(Phrase(zh: "模型", en: "Model")), TableColumn(FitMetric.rocAUC.title, isNumber: true),
                TableColumn(Phrase(zh: "95% 区间", en: "95% interval"), isNumber: true),
                TableColumn(FitMetric.logLoss.title, isNumber: true), TableColumn(Phrase(zh: "选用", en: "Chosen")),
            ],
            rows: report.candidates.map { one in
                TableRow(
                    [
                        .words(one.name), .number(one.area.value, .decimal(3)),
                        .interval(one.area.low ?? .nan, one.area.high ?? .nan, .decimal(3)),
                        .number(one.logLoss.value, .decimal(4)),
                        one.isChosen ? TableCell { Badge(.good, Phrase(zh: "选用", en: "Chosen")) } : .text("—"),
                    ], isEmphasised: one.isChosen)
            }, phone: .twoLines, hidesCaption: true)
    }

    @HTMLBuilder private var fairness: HTML {
        h2 { Phrase(zh: "公平性", en: "Fairness") }
        p {
            Phrase(
                zh: "性别和年龄从不参与训练和评分，只在这里用来检查：各组进入高、极高层级的比例是否相近，预测是否同样准确。",
                en:
                    "Gender and age never enter a model. Here alone they serve to test whether groups are listed alike and predicted equally well."
            )
        }
        if report.fairness.isEmpty {
            p(.class("hint")) {
                Phrase(zh: "档案中没有性别和出生日期，无法检查。", en: "The records hold no gender or birthday to test with.")
            }
        } else {
            DataTable(
                id: "fairness", caption: Phrase(zh: "按组比较", en: "By group"),
                columns: [
                    TableColumn(Phrase(zh: "组", en: "Group")),
                    TableColumn(Phrase(zh: "人数", en: "People"), isNumber: true),
                    TableColumn(Phrase(zh: "列入高和极高", en: "High or very high"), isNumber: true),
                    TableColumn(Phrase(zh: "与最高组之比", en: "Ratio to the highest"), isNumber: true),
                    TableColumn(Phrase(zh: "预测比例", en: "Predicted"), isNumber: true),
                    TableColumn(Phrase(zh: "实际比例", en: "Actual"), isNumber: true),
                    TableColumn(Phrase(zh: "判断", en: "Verdict")),
                ],
                rows: report.fairness.map { group in
                    TableRow([
                        .words(
                            Phrase(
                                zh: "\(group.attribute.zh)：\(group.group.zh)",
                                en: "\(group.attribute.en): \(group.group.en)")),
                        group.isHidden ? .text("<5") : .count(group.count),
                        .number(group.selected ?? .nan, .percent(1)),
                        .number(group.ratio ?? .nan, .decimal(2)), .number(group.predicted ?? .nan, .percent(1)),
                        .number(group.observed?.value ?? .nan, .percent(1)), .words(group.verdict),
                    ])
                }, phone: .twoLines, hidesCaption: true)
        }
    }

    @HTMLBuilder private var drifting: HTML {
        if !drift.isEmpty {
            h2 { Phrase(zh: "现在的人员与训练时是否相似", en: "Whether people are still like those learned from") }
            p {
                Phrase(
                    zh: "截至 \(scored?.iso ?? "—") 的评分与训练时的比较。稳定性指数超过 0.1 请留意，超过 0.25 应重新训练或查明原因。",
                    en:
                        "Scores of \(scored?.iso ?? "—") beside the training. Above 0.1 keep an eye on it; above 0.25 train anew, or find out why."
                )
            }
            DataTable(
                id: "drift", caption: Phrase(zh: "偏移", en: "Drift"),
                columns: [
                    TableColumn(Phrase(zh: "数据项", en: "Fact")),
                    TableColumn(Phrase(zh: "稳定性指数", en: "Stability index"), isNumber: true),
                    TableColumn(Phrase(zh: "判断", en: "Verdict")),
                ],
                rows: drift.map { one in
                    TableRow([
                        .words(one.fact ?? Phrase(zh: "评分本身", en: "The score itself")), .number(one.index, .decimal(3)),
                        .words(one.verdict),
                    ])
                }, phone: .twoLines, hidesCaption: true)
        }
    }

    @HTMLBuilder private var findings: HTML {
        if !report.findings.isEmpty {
            h2 { Phrase(zh: "数据检查", en: "Check of the facts") }
            ul {
                for finding in report.findings {
                    li {
                        Phrase(
                            zh: (finding.fact.map { "\($0.zh)：" } ?? "") + finding.reason.zh,
                            en: (finding.fact.map { "\($0.en): " } ?? "") + finding.reason.en)
                    }
                }
            }
        }
    }

    private func grouped(_ count: Int) -> String { NumberFormat.count.text(Double(count), in: .zh) }
    private func one(_ value: Double?) -> String { NumberFormat.decimal(1).text(value ?? .nan, in: .zh) }
    private func two(_ value: Double?) -> String { NumberFormat.decimal(2).text(value ?? .nan, in: .zh) }
    private func three(_ value: Double?) -> String { NumberFormat.decimal(3).text(value ?? .nan, in: .zh) }
}
