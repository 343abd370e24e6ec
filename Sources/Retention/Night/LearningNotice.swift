import Kernel
import Markup
import Shell

/// On the list of risks, before there is anything to list: that it is being learned, or how to begin.
struct LearningNotice: Sendable, Codable {
    /// What is under way.
    let standing: RiskLearning.Standing?
    /// Employed today.
    let people: Int
    /// Whether the viewer may look at the job.
    let seesJob: Bool

    static let begin = Phrase(zh: "开始训练", en: "Start learning")
    static let path: URLText = "/risk/learning"

    var isLargeEnough: Bool { people >= RiskRefusal.leastPeople }

    @HTMLBuilder func notice(_ view: PageView) -> HTML {
        if let standing {
            Notice(.information, title: Self.title(standing)) {
                ProgressBar(id: "learning", label: standing.name, value: standing.share, step: standing.step)
                p {
                    Phrase(
                        zh: "依次生成历史快照、检查预警信号、训练模型、评分。可以离开本页，完成后这里会列出结果。",
                        en:
                            "Snapshots of the past, signals, learning, then scores. You can leave this page; the result will be listed here."
                    )
                }
                p {
                    if seesJob {
                        a(.class("button"), .href(URLText("/jobs/\(standing.job)"))) {
                            Phrase(zh: "查看进度", en: "See how far it is")
                        }
                    } else {
                        a(.class("button"), .href("/risk")) { Phrase(zh: "刷新", en: "Refresh") }
                    }
                }
            }
        }
    }

    private static func title(_ standing: RiskLearning.Standing) -> Phrase {
        Phrase(
            zh: "正在训练模型，约需 \(standing.minutes) 分钟",
            en: "Learning, about \(standing.minutes) minute\(standing.minutes == 1 ? "" : "s")")
    }

    /// What stands in place of the list.
    func empty(_ view: PageView) -> EmptyState {
        let title = Phrase(zh: "还没有评分", en: "Nothing was scored yet")
        if standing != nil {
            return EmptyState(
                title: title,
                explanation: Phrase(
                    zh: "训练完成后，这里会列出可能离开的人和原因。", en: "People who may leave are listed here with the reasons."))
        }
        guard isLargeEnough else {
            return EmptyState(
                title: title,
                explanation: Phrase(
                    zh: "至少有 \(RiskRefusal.leastPeople) 名在职员工才能训练模型，目前有 \(people) 名。请先导入花名册和历史离职记录，人数较少时请使用预警信号。",
                    en:
                        "At least \(RiskRefusal.leastPeople) people have to work here to learn from, now there are \(people). Import the staff list with those who left; in a small company use signals."
                )
            ) {
                if view.can(.importData) {
                    a(.class("button"), .href("/imports/new?kind=staff")) {
                        Phrase(zh: "导入花名册", en: "Import a staff list")
                    }
                }
                a(.class("button"), .href("/signals")) { SignalWords.register }
            }
        }
        return EmptyState(
            title: title,
            explanation: Phrase(
                zh: "用本公司的历史数据训练模型后，这里会列出可能离开的人和原因。导入花名册、离职记录和指标数据后即可开始，历史越长越准确。",
                en:
                    "Once something was learned from the company’s own history, people who may leave are listed here with the reasons. Import staff, those who left and metrics, then begin; a longer history tells more."
            )
        ) {
            button(view)
        }
    }

    @HTMLBuilder func button(_ view: PageView) -> HTML {
        if view.can(.manageRisk), standing == nil, isLargeEnough {
            PageAction.post(Self.begin, Self.path, hidden: view.hidden, look: .primary)
        }
    }
}
