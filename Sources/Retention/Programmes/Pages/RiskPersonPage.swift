import Forecast
import Kernel
import Markup
import Organization
import Shell

/// One person's risk: how likely, why, since when, what became of people like this, and what would change it.
struct RiskPersonPage: PageModel {
    /// One step from where everybody starts to this person's score.
    struct Step: Codable, Sendable {
        let label: Phrase
        /// In log-odds; base and steps add up to the log-odds of the probability.
        let amount: Double
        /// The same step as a difference of probabilities; base and steps add up to the probability.
        let points: Double
    }

    struct Change: Codable, Sendable {
        let fact: Phrase
        let value: Phrase
        let usual: Phrase
        let probability: Double
    }

    struct Likeness: Codable, Sendable {
        let rule: Phrase
        let people: Int
        let leavers: Int
        let cases: [RiskPerson.Similar]
    }

    let head: RiskPerson.Head
    let programme: String
    /// Other programmes this person is scored in.
    let others: [String]
    let horizon: Int
    let day: Day?
    let tier: RiskTier
    let probability: Double?
    let low: Double?
    let high: Double?
    let change: Double?
    let points: Int?
    let drivers: [DriverLine]
    let verdict: ModelVerdict?
    let model: ID<RiskModel>?
    let trainedOn: Day?
    let baseRate: Double?
    let base: Double?
    let baseProbability: Double?
    let steps: [Step]
    let changes: [Change]
    let likeness: Likeness?
    let history: [RiskPerson.HistoryPoint]
    let events: [RiskPerson.Event]

    init(
        _ head: RiskPerson.Head, _ score: RiskPerson.Score?, programme: RiskProgramme, others: [String],
        _ brief: ModelShelf.Brief?, likeness: Likeness?, history: [RiskPerson.HistoryPoint],
        events: [RiskPerson.Event]
    ) {
        (self.head, self.programme, self.others, horizon) = (head, programme.code, others, programme.horizon)
        (day, tier, probability) = (score?.day, score?.tier ?? .unknown, score?.probability)
        (low, high, change, points) = (score?.low, score?.high, score?.change, score?.points)
        drivers = (score?.drivers ?? []).map { $0.seen(with: Set(head.classes)) }
        (verdict, model, trainedOn) = (brief?.verdict, score?.model, brief?.trainedOn)
        (baseRate, self.likeness, self.history, self.events) = (brief?.baseRate, likeness, history, events)
        guard let detail = score?.detail, let brief else {
            (base, baseProbability, steps, changes) = (nil, nil, [], [])
            return
        }
        base = Double(detail.base)
        baseProbability = Forecast.probability(ofLogOdds: Double(detail.base))
        steps = Self.steps(detail, brief.facts, Set(head.classes))
        changes = detail.changes.prefix(3).compactMap { change in
            guard brief.facts.indices.contains(change.fact), let median = brief.facts[change.fact].median,
                let part = detail.parts.first(where: { $0.fact == change.fact }),
                let now = score?.probability, Double(change.probability) < now - 0.005
            else { return nil }
            let fact = brief.facts[change.fact]
            guard head.classes.contains(fact.audience) else { return nil }
            return Change(
                fact: fact.name, value: fact.written(Double(part.value)), usual: fact.written(median),
                probability: Double(change.probability))
        }
    }

    /// The strongest first; each step as far as it moves the probability when it is its turn.
    private static func steps(
        _ detail: ScoreDetail, _ facts: [ModelFact], _ classes: Set<FieldClass>
    ) -> [Step] {
        var total = Double(detail.base)
        func step(_ label: Phrase, _ amount: Float) -> Step {
            let before = Forecast.probability(ofLogOdds: total)
            total += Double(amount)
            return Step(
                label: label, amount: Double(amount), points: Forecast.probability(ofLogOdds: total) - before)
        }
        var steps = detail.parts.filter { facts.indices.contains($0.fact) }.map { part -> Step in
            let fact = facts[part.fact]
            guard classes.contains(fact.audience) else { return step(DriverLine.hidden(fact.audience), part.amount) }
            let value = fact.written(Double(part.value))
            return step(
                Phrase(zh: "\(fact.name.zh)：\(value.zh)", en: "\(fact.name.en): \(value.en)"), part.amount)
        }
        if abs(detail.rest) > 1e-4 { steps.append(step(Phrase(zh: "其他因素合计", en: "All other facts"), detail.rest)) }
        return steps
    }

    var title: Phrase { Phrase(verbatim: head.name) }
    var trail: [Crumb] { [RiskListPage.crumb] }

    func heading(_ view: PageView) -> any Heading {
        RecordHeader(
            name: head.name, identity: [HTML(head.number), HTML(head.position ?? ""), HTML(head.unit ?? "")],
            breadcrumbs: trail.steps,
            actions: view.can(.readPeople)
                ? [.link(Phrase(zh: "查看档案", en: "See the record"), URLText("/people/\(head.person)"))] : [])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if !others.isEmpty {
                Tabs(
                    ([programme] + others).sorted().map { code in
                        .init(
                            Population(rawValue: code)?.name ?? Phrase(verbatim: code),
                            URLText(path: "/risk/\(head.person)", query: [("programme", code)]),
                            isCurrent: code == programme)
                    })
            }
            p(.class("lead")) { conclusion }
            p(.class("hint")) { RiskWords.care }
            RecordLayout(asideTitle: Phrase(zh: "近期经历", en: "Lately")) {
                main
            } aside: {
                TimelineList(
                    events.map { .init($0.day, kind: $0.kind, title: $0.title, isPlanned: $0.day > view.today) },
                    empty: Phrase(zh: "没有可显示的经历。", en: "Nothing to show."))
            }
        }
    }

    /// The one thing to take away.
    private var conclusion: Phrase {
        guard day != nil else {
            return Phrase(
                zh: "最近一次评分中没有此人：可能刚入职、已提出离职，或评分尚未运行。",
                en:
                    "The last run holds no score for this person: just hired, leaving already, or nothing was scored yet."
            )
        }
        if tier == .unknown {
            return Phrase(
                zh: "风险未知：已有的此人数据太少。\(RiskScoring.unknownRule.zh)",
                en: "Unknown: too little is known about this person. \(RiskScoring.unknownRule.en)")
        }
        guard let probability else {
            return Phrase(
                zh: "按预警信号计 \(points ?? 0) 分，层级：\(tier.name.zh)。主动离职的人太少，还不能给出概率。",
                en:
                    "\(points ?? 0) points of signals, tier: \(tier.name.en.lowercased()). Too few people have left to give a probability."
            )
        }
        if verdict == .nothing {
            return Phrase(
                zh: "现有数据无法预测谁会离开，这里显示的是所有人共同的比例：\(RiskWords.share(probability).zh)。",
                en:
                    "Nothing here tells who will leave; shown is the share of everybody: \(RiskWords.share(probability).en)."
            )
        }
        let interval = RiskWords.interval(low, high)
        return Phrase(
            zh:
                "可能在 \(horizon) 天内主动离开：\(tier.name.zh)（约 \(RiskWords.percent(probability).zh)）。情况相近的人中，\(RiskWords.share(probability).zh)离开"
                + (interval.map { "（95% 区间 \($0.zh)）" } ?? "") + "。",
            en:
                "May leave by own wish within \(horizon) days: \(tier.name.en.lowercased()) (about \(RiskWords.percent(probability).en)). Of people in a similar situation \(RiskWords.share(probability).en) left"
                + (interval.map { " (95% interval \($0.en))" } ?? "") + ".")
    }

    @HTMLBuilder private var main: HTML {
        if day != nil { SummaryFigures(figures) }
        if !drivers.isEmpty {
            h2 { Phrase(zh: "主要因素", en: "Main drivers") }
            DirectedReasons(drivers.map { .init($0.sentence, raises: $0.raises) })
        }
        if let baseProbability, !steps.isEmpty {
            h2 { Phrase(zh: "评分是怎样得出的", en: "How the score came about") }
            WaterfallChart(
                id: "contributions", title: Phrase(zh: "从一般水平到此人", en: "From the usual to this person"),
                note: Phrase(
                    zh: "从一般水平出发，按影响从大到小逐项计入，合起来就是评分。",
                    en: "From the usual level, the strongest fact first; together they make the score."),
                base: .init(Phrase(zh: "一般水平", en: "Usual level"), baseProbability),
                contributions: steps.map { .init($0.label, $0.points) },
                resultLabel: Phrase(zh: "此人", en: "This person"), format: .percent(1), changeFormat: .points(1))
        }
        if !changes.isEmpty {
            h2 { Phrase(zh: "什么会改变它", en: "What would change it") }
            ul {
                for change in changes {
                    li {
                        Phrase(
                            zh:
                                "如果“\(change.fact.zh)”是常见的 \(change.usual.zh)（现为 \(change.value.zh)），可能性会是\(RiskWords.share(change.probability).zh)。",
                            en:
                                "With “\(change.fact.en)” at the usual \(change.usual.en) instead of \(change.value.en), it would be \(RiskWords.share(change.probability).en)."
                        )
                    }
                }
            }
            p(.class("hint")) {
                Phrase(
                    zh: "这是模型的推算：某个因素与离职相关，不等于改变它就一定能留住人。",
                    en:
                        "This is what the model computes: a fact goes together with leaving; changing it need not keep anybody."
                )
            }
        }
        if history.count > 1 {
            h2 { Phrase(zh: "变化", en: "Over time") }
            historyChart
        }
        if let likeness {
            h2 { Phrase(zh: "情况相近的人后来怎样", en: "What became of people like this") }
            similar(likeness)
        }
        if let model {
            p(.class("hint")) {
                Phrase(
                    zh: "模型训练于 \(trainedOn?.iso ?? "—")，评分截至 \(day?.iso ?? "—")，编号 \(model)。",
                    en: "Model of \(trainedOn?.iso ?? "—"), scored as of \(day?.iso ?? "—"), number \(model).")
            }
        }
    }

    private var figures: [SummaryFigures.Entry] {
        var entries: [SummaryFigures.Entry] = [
            .init(RiskWords.tier) {
                if let step = tier.step { TierBadge(step) } else { Badge(.neutral, tier.name) }
            }
        ]
        if probability != nil {
            entries.append(
                .init(RiskWords.likely, note: RiskWords.interval(low, high)) {
                    Figure(
                        id: "figure-likely", value: RiskWords.percent(probability),
                        reason: Reason(
                            formula: Phrase(
                                zh: "模型用截至当日已知的数据计算的概率，经校准；区间来自检验中预测相近的人实际离开的比例。",
                                en:
                                    "Computed from what was known that day, calibrated; the interval comes from the share that left among people with similar predictions in the test."
                            ),
                            inputs: [
                                .init(Phrase(zh: "概率", en: "Probability"), RiskWords.percent(probability)),
                                .init(Phrase(zh: "总体比例", en: "Share of everybody"), RiskWords.percent(baseRate)),
                            ], interval: RiskWords.interval(low, high),
                            asOf: day.map { Phrase(verbatim: $0.iso) },
                            version: model.map { Phrase(zh: "模型 \($0)", en: "model \($0)") }
                        ))
                })
            entries.append(.init(RiskWords.changed) { RiskWords.change(change) })
        }
        if head.seesPay, let pay = head.yearlyPay { entries.append(.init(RiskWords.payAtStake) { pay.phrase }) }
        return entries
    }

    private var historyChart: LineChart {
        LineChart(
            id: "history", title: Phrase(zh: "\(horizon) 天内离开的可能性", en: "How likely to leave within \(horizon) days"),
            x: Axis(Phrase(zh: "日期", en: "Day"), categories: history.map { Phrase(verbatim: $0.day.iso) }),
            y: Axis(RiskWords.likely, format: .percent(0), includesZero: true),
            series: [
                .init(
                    Phrase(verbatim: head.name),
                    points: history.enumerated().map { .init(Double($0.offset), $0.element.probability) })
            ])
    }

    @HTMLBuilder private func similar(_ likeness: Likeness) -> HTML {
        p {
            Phrase(
                zh:
                    "过去符合同一条件（\(likeness.rule.zh)）的 \(likeness.people) 人中（每人随机取一个时点），\(likeness.leavers) 人在随后 \(horizon) 天内主动离开。",
                en:
                    "Of \(likeness.people) people for whom the same held in the past (\(likeness.rule.en)), each seen at one moment picked by chance, \(likeness.leavers) left by own wish within \(horizon) days."
            )
        }
        p(.class("hint")) {
            Phrase(
                zh: "这些人参与过模型训练，上面的比例往往偏高；此人的可能性按未参与训练的数据校准，以它为准。",
                en:
                    "The model learned from these people, so their share tends to be too high; what is said of this person is calibrated on people it had not seen."
            )
        }
        if !likeness.cases.isEmpty {
            DataTable(
                id: "similar", caption: Phrase(zh: "评分最接近的几位", en: "Those with the nearest scores"),
                columns: [
                    TableColumn(RiskWords.person), TableColumn(Phrase(zh: "当时", en: "At that time")),
                    TableColumn(RiskWords.likely), TableColumn(Phrase(zh: "结果", en: "What happened")),
                ],
                rows: likeness.cases.map { one in
                    TableRow([
                        .text(one.name), .day(one.day), .words(RiskWords.share(one.probability)),
                        .words(
                            one.leftOn.map { Phrase(zh: "\($0) 离开", en: "Left on \($0)") }
                                ?? Phrase(zh: "留下了", en: "Stayed")),
                    ])
                }, phone: .twoLines)
        }
    }
}
