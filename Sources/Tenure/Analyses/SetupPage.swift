import Analysis
import Kernel
import Markup

/// What the sheet holds, and the one question: which value says that someone has left?
struct SetupPage {
    var id: String
    var fileName: String
    var preview: SheetPreview
    var request: AnalysisRequest
    var problem: Phrase?
    var formToken: String

    static let title = Phrase(zh: "选择结果列", en: "Choose the outcome")

    /// A target and its positive value in one field, so that the form works without a script.
    static func outcomeValue(_ column: String, _ value: String) -> String { "\(column)\u{1F}\(value)" }

    @HTMLBuilder var content: HTML {
        nav(.class("breadcrumbs"), .aria("label", Phrase(zh: "位置", en: "You are here"))) {
            a(.href("/")) { HomePage.title }
        }
        h1 { Self.title }
        p(.class("lead")) {
            Phrase(
                zh: "「\(fileName)」：\(preview.rowCount) 行，\(preview.columns.count) 列。",
                en: "“\(fileName)”: \(preview.rowCount) rows, \(preview.columns.count) columns.")
        }
        if let problem {
            div(.class("notice", "problem"), .role("alert")) { p { problem } }
        }
        form(.class("stack"), .action(URLText("/analyses/\(id)/request")), .method(.post)) {
            input(.type("hidden"), .name("token"), .value(formToken))
            if preview.sheetNames.count > 1 { sheetField }
            outcomeField
            details(.class("more")) {
                summary { Phrase(zh: "更多选择", en: "More choices") }
                choices
            }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "开始分析", en: "Start the analysis") }
                a(.href("/")) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
        deletion(id: id, formToken: formToken)
    }

    private var sheetField: HTML {
        div(.class("field")) {
            label(.for("sheet")) { Phrase(zh: "工作表", en: "Sheet") }
            select(.id("sheet"), .name("sheet")) {
                for name in preview.sheetNames {
                    option(.value(name), .selected(name == preview.sheet)) { name }
                }
            }
            p(.class("hint")) {
                Phrase(zh: "换一张工作表后，请先点“开始分析”重新读取。", en: "After changing the sheet, start once to read it.")
            }
        }
    }

    private var outcomeField: HTML {
        div(.class("field")) {
            label(.for("outcome")) { Phrase(zh: "哪个取值表示“已离开”？", en: "Which value means “has left”?") }
            select(.id("outcome"), .name("outcome"), .required(), .aria("describedby", "outcome-hint")) {
                if preview.proposedTarget == nil {
                    option(.value("")) { Phrase(zh: "请选择", en: "Please choose") }
                }
                for column in preview.columns where (2...12).contains(column.levels.count) {
                    optgroup(.labelText(column.name)) {
                        for level in column.levels {
                            option(
                                .value(Self.outcomeValue(column.name, level.text)),
                                .selected(isChosen(column.name, level.text))
                            ) { "\(column.name) = \(level.text) (\(level.count))" }
                        }
                    }
                }
            }
            p(.class("hint"), .id("outcome-hint")) {
                preview.proposalReason
                    ?? Phrase(zh: "没有认出结果列，请自己选择。", en: "No outcome column was recognised; please choose.")
            }
        }
    }

    private func isChosen(_ column: String, _ value: String) -> Bool {
        column == (request.target ?? preview.proposedTarget) && value == (request.positive ?? preview.proposedPositive)
    }

    @HTMLBuilder private var choices: HTML {
        div(.class("field")) {
            label(.for("approach")) { Phrase(zh: "方法", en: "Method") }
            select(.id("approach"), .name("approach")) {
                for approach in AnalysisRequest.Approach.allCases {
                    option(.value(approach.rawValue), .selected(approach == request.approach)) { Self.words(approach) }
                }
            }
        }
        column(
            "group", Phrase(zh: "同组的行不拆开（如门店、团队）", en: "Keep rows of one group together (team, store)"), request.group)
        column("time", Phrase(zh: "按时间先后检验（日期列）", en: "Test in order of time (a day column)"), request.timeOrder)
        boxes(
            "protected", Phrase(zh: "只用于公平性检查、不参与预测的列", en: "Only for the fairness table, never a fact"),
            chosen: Set(request.protected))
        boxes("drop", Phrase(zh: "不使用的列", en: "Columns to leave out"), chosen: Set(request.drop))
    }

    private func column(_ name: String, _ words: Phrase, _ chosen: String?) -> HTML {
        div(.class("field")) {
            label(.for(name)) { words }
            select(.id(name), .name(name)) {
                option(.value("")) { Phrase(zh: "不使用", en: "Not used") }
                for column in preview.columns {
                    option(.value(column.name), .selected(column.name == chosen)) { column.name }
                }
            }
        }
    }

    private func boxes(_ name: String, _ words: Phrase, chosen: Set<String>) -> HTML {
        fieldset(.class("boxes")) {
            legend { words }
            for (index, column) in preview.columns.enumerated() {
                label(.for("\(name)-\(index)")) {
                    input(
                        .type("checkbox"), .id("\(name)-\(index)"), .name(name), .value(column.name),
                        .checked(chosen.contains(column.name)))
                    " \(column.name)"
                }
            }
        }
    }

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

/// The button that removes a sheet and everything made from it.
func deletion(id: String, formToken: String) -> HTML {
    details(.class("deletion")) {
        summary { Phrase(zh: "删除", en: "Delete") }
        form(.action(URLText("/analyses/\(id)/deletion")), .method(.post)) {
            input(.type("hidden"), .name("token"), .value(formToken))
            p {
                Phrase(
                    zh: "将从这台机器上删除上传的表格、报告和名单，无法恢复。",
                    en: "Removes the uploaded sheet, the report and the list from this machine. This cannot be undone.")
            }
            button(.type("submit"), .class("danger")) { Phrase(zh: "删除全部", en: "Delete everything") }
        }
    }
}
