import Analysis
import Kernel
import Markup
import Shell

/// What the sheet holds, and the one question: which value says that someone has left?
struct SetupPage: PageModel {
    var id: String
    var fileName: String
    var preview: SheetPreview
    var request: AnalysisRequest
    /// There is a report of an earlier run to go back to.
    var hasReport: Bool
    /// Why the analysis could not be done.
    var problem: Phrase?
    var outcomeProblem: Phrase?

    var title: Phrase { Self.heading }
    static let heading = Phrase(zh: "选择结果列", en: "Choose the outcome")

    func heading(_ view: PageView) -> any Heading { AnalysisPage.head(title, fileName) }

    func content(_ view: PageView) -> HTML {
        p(.class("lead")) {
            Phrase(
                zh: "已读取 \(preview.rowCount) 行、\(preview.columns.count) 列。",
                en: "Read: \(preview.rowCount) rows, \(preview.columns.count) columns.")
        }
        if let problem {
            Notice(.bad, title: Phrase(zh: "没有得出结果", en: "No result could be reached")) { p { problem } }
        }
        if let outcomeProblem { ProblemList([.init("outcome", outcomeProblem)]) }
        form(.action(URLText("/analyses/\(id)/request")), .method(.post)) {
            view.formMark
            if preview.sheetNames.count > 1 { sheetField }
            outcomeField
            details(.class("more")) {
                summary { Phrase(zh: "更多选择（一般不需要）", en: "More choices (rarely needed)") }
                choices
            }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "开始分析", en: "Start the analysis") }
                if hasReport {
                    a(.href(URLText("/analyses/\(id)"))) { Phrase(zh: "回到现有报告", en: "Back to the report") }
                } else {
                    a(.href("/analyses")) { Phrase(zh: "取消", en: "Cancel") }
                }
            }
        }
        DeletionForm(id: id, view: view)
    }

    private var sheetField: Field {
        Field(
            id: "sheet", label: Phrase(zh: "工作表", en: "Sheet"),
            hint: Phrase(
                zh: "换一张工作表后点“开始分析”，会先读取那张表并重新列出它的列。",
                en: "After changing it, press start: that sheet is read first and its columns are listed anew."),
            isRequired: true,
            control: .select(
                preview.sheetNames.map { Choice($0, Phrase(zh: $0, en: $0)) }, chosen: preview.sheet ?? ""))
    }

    /// A ``Field`` whose choices are grouped by column.
    private var outcomeField: HTML {
        div(.class("field", outcomeProblem == nil ? "" : "invalid")) {
            label(.for("outcome")) { Phrase(zh: "哪个取值表示“已离开”？", en: "Which value means “has left”?") }
            p(.class("hint"), .id("outcome-hint")) {
                preview.proposalReason
                    ?? Phrase(zh: "没有认出结果列，请自己选择。", en: "No outcome column was recognised; please choose.")
            }
            if let outcomeProblem { p(.class("problem"), .id("outcome-problem")) { outcomeProblem } }
            select(
                .id("outcome"), .name("outcome"), .required(),
                .aria("describedby", outcomeProblem == nil ? "outcome-hint" : "outcome-hint outcome-problem"),
                .aria("invalid", "true").when(outcomeProblem != nil)
            ) {
                if chosen == nil { option(.value("")) { Phrase(zh: "请选择", en: "Please choose") } }
                for column in preview.columns where (2...12).contains(column.levels.count) {
                    optgroup(.labelText(column.name)) {
                        for level in column.levels {
                            let value = SetupForm.outcome(column.name, level.text)
                            option(.value(value), .selected(value == chosen)) {
                                Phrase(
                                    zh: "\(column.name) = \(level.text)（\(level.count) 行）",
                                    en: "\(column.name) = \(level.text) (\(level.count) rows)")
                            }
                        }
                    }
                }
            }
        }
    }

    private var chosen: String? {
        guard let target = request.target ?? preview.proposedTarget,
            let positive = request.positive ?? preview.proposedPositive
        else { return nil }
        return SetupForm.outcome(target, positive)
    }

    @HTMLBuilder private var choices: HTML {
        Field(
            id: "approach", label: Phrase(zh: "方法", en: "Method"), isRequired: true,
            control: .select(
                AnalysisRequest.Approach.allCases.map { Choice($0.rawValue, Self.words($0)) },
                chosen: request.approach.rawValue))
        column(
            "group", Phrase(zh: "同组的行不拆开", en: "Keep rows of one group together"),
            Phrase(
                zh: "例如门店或团队：检验时，同组的行要么都用于学习，要么都用于检验。",
                en: "A team or store, say: its rows are either all learned from or all tested on."), request.group)
        column(
            "time", Phrase(zh: "按时间先后检验", en: "Test in order of time"),
            Phrase(zh: "日期列：只用较早的行预测较晚的行。", en: "A day column: later rows are predicted from earlier ones only."),
            request.timeOrder)
        boxes(
            "protected", Phrase(zh: "只用于公平性检查的列", en: "Only for the fairness table"),
            Phrase(zh: "例如性别、年龄：不参与预测。", en: "Gender or age, say: never used to predict."), request.protected)
        boxes(
            "drop", Phrase(zh: "不使用的列", en: "Columns to leave out"),
            Phrase(zh: "例如离职后才知道的内容。", en: "What was known only after someone had left, say."), request.drop)
    }

    private func column(_ name: String, _ words: Phrase, _ hint: Phrase, _ chosen: String?) -> Field {
        Field(
            id: name, label: words, hint: hint,
            control: .select(
                [Choice("", Phrase(zh: "不使用", en: "Not used"))] + columnChoices, chosen: chosen ?? ""))
    }

    private func boxes(_ name: String, _ words: Phrase, _ hint: Phrase, _ chosen: [String]) -> HTML {
        div(.class("columns")) {
            Field(id: name, label: words, hint: hint, control: .checkboxes(columnChoices, chosen: chosen))
        }
    }

    private var columnChoices: [Choice] { preview.columns.map { Choice($0.name, Phrase(zh: $0.name, en: $0.name)) } }

    static func words(_ approach: AnalysisRequest.Approach) -> Phrase {
        switch approach {
        case .auto: Phrase(zh: "自动选择最好的（推荐）", en: "Choose the best automatically (recommended)")
        case .logistic: Phrase(zh: "逻辑回归", en: "Logistic regression")
        case .tree: Phrase(zh: "一棵可读的决策树", en: "One readable tree")
        case .additive: Phrase(zh: "可加模型", en: "Additive model")
        case .boosted: Phrase(zh: "提升树", en: "Boosted trees")
        }
    }
}
