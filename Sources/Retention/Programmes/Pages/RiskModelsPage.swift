import Kernel
import Markup
import Shell

/// The programmes, what is in force, and every model that was learned.
struct RiskModelsPage: PageModel {
    struct Programme: Codable, Sendable {
        let code: String
        let name: Phrase
        let outcome: Phrase
        let rhythm: Phrase
        let shares: TierShares
        let leftOut: [String]
        let model: ID<RiskModel>?
        let scored: Day?
        let snapshots: Int
        let newest: Day?
        /// A job of learning that waits or runs.
        let job: ID<Job>?
    }

    let programmes: [Programme]
    let models: [RiskModels.Line]

    static let crumb = Crumb(RiskWords.models, "/risk/models")
    var title: Phrase { Self.crumb.title }
    var trail: [Crumb] { [RiskListPage.crumb] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "模型用本公司的历史快照训练，并按实际使用的方式检验；是否启用由人决定，每次变更都有记录。",
                en:
                    "Models learn from the company’s own past and are tested the way they are used. People decide which one is in force; every change is recorded."
            ), breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            for programme in programmes {
                section {
                    h2 { programme.name }
                    KeyValueList([
                        .init(Phrase(zh: "预测的结果", en: "What is predicted"), .words(programme.outcome)),
                        .init(Phrase(zh: "节奏", en: "Rhythm"), .words(programme.rhythm)),
                        .init(Phrase(zh: "各层级占比", en: "Shares of the tiers"), .words(Self.words(programme.shares))),
                        .init(
                            Phrase(zh: "快照", en: "Snapshots"),
                            programme.newest.map {
                                .words(
                                    Phrase(
                                        zh: "\(programme.snapshots) 个，最近 \($0)",
                                        en: "\(programme.snapshots), the newest of \($0)"))
                            } ?? .unknown(RiskRefusal.noSnapshots(.employees).explanation)),
                        .init(
                            Phrase(zh: "最近评分", en: "Last scored"),
                            programme.scored.map { .day($0) }
                                ?? .unknown(Phrase(zh: "尚未评分", en: "Not yet"))),
                    ])
                    div(.class("actions")) {
                        if let job = programme.job {
                            a(.class("button"), .href(URLText("/jobs/\(job)"))) { Phrase(zh: "正在训练…", en: "Learning…") }
                        } else {
                            PageAction.post(
                                Phrase(zh: "开始训练", en: "Train now"),
                                URLText("/risk/programmes/\(programme.code)/training"),
                                hidden: view.hidden, look: .primary)
                        }
                        if programme.model != nil {
                            PageAction.post(
                                Phrase(zh: "重新评分", en: "Score now"),
                                URLText("/risk/programmes/\(programme.code)/scoring"),
                                hidden: view.hidden)
                        }
                        PageAction.link(
                            Phrase(zh: "修改层级和数据项", en: "Change tiers and facts"),
                            URLText("/risk/programmes/\(programme.code)"))
                    }
                }
            }
            if models.isEmpty {
                EmptyState(
                    title: Phrase(zh: "还没有模型", en: "No models yet"),
                    explanation: Phrase(
                        zh: "训练完成后，模型和检验结果会列在这里。",
                        en: "Models and their tests are listed here once something was learned."))
            } else {
                table
            }
        }
    }

    static func words(_ shares: TierShares) -> Phrase {
        let parts = zip(RiskTier.ranked, shares.percent).map { tier, percent in
            Phrase(zh: "\(tier.name.zh) \(percent)%", en: "\(tier.name.en.lowercased()) \(percent)%")
        }
        return Phrase(zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
    }

    private var table: DataTable {
        DataTable(
            id: "models", caption: Phrase(zh: "全部模型", en: "All models"),
            columns: [
                TableColumn(Phrase(zh: "训练日期", en: "Trained on")), TableColumn(RiskWords.programme, isOnCard: true),
                TableColumn(Phrase(zh: "主动离职人数", en: "Left by own wish"), isNumber: true),
                TableColumn(Phrase(zh: "区分能力（ROC-AUC）", en: "Ranking (ROC-AUC)"), isNumber: true),
                TableColumn(Phrase(zh: "结论", en: "Finding"), isOnCard: true),
                TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: models.map { line in
                TableRow(
                    [
                        .day(line.trainedOn),
                        .words(Population(rawValue: line.programme)?.name ?? Phrase(verbatim: line.programme)),
                        .count(line.leavers), .number(line.area ?? .nan, .decimal(3)), .words(line.verdict.name),
                        TableCell { line.state },
                    ], target: URLText("/risk/models/\(line.id)"), isEmphasised: line.isInForce)
            }, phone: .twoLines)
    }
}

extension RiskModels.Line {
    var state: StatusBadge {
        if isInForce { return StatusBadge(.good, Phrase(zh: "启用中", en: "In force")) }
        return wasInForce
            ? StatusBadge(.over, Phrase(zh: "曾启用", en: "Was in force"))
            : StatusBadge(.planned, Phrase(zh: "候选", en: "Candidate"))
    }
}
