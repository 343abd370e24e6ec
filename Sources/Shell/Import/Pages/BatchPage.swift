import Kernel
import Markup

/// A batch after its commit: what was done, to compare with the file, and the way back.
struct BatchPage: PageModel {
    let batch: BatchHead
    let work: BatchWork?
    let reconciliation: Reconciliation?
    let refusedRows: Int
    let takesGoodRows: Bool
    let committedBy: String?
    let committedAt: String?
    let undoneBy: String?
    let undoneAt: String?
    /// Until when it can be undone; nil when it cannot.
    let undoUntil: String?
    let state: FormState

    init(_ batch: StoredBatch, _ work: BatchWork?, _ house: House, _ state: FormState) {
        self.batch = BatchHead(batch, house)
        self.work = work
        reconciliation = batch.reconciliation
        refusedRows = batch.refusedRows
        takesGoodRows = batch.takesGoodRows
        committedBy = batch.committedBy
        committedAt = batch.committedAt.map { BatchHead.clock($0, house) }
        undoneBy = batch.undoneBy
        undoneAt = batch.undoneAt.map { BatchHead.clock($0, house) }
        let canUndo = batch.state == .committed && batch.traceUntil.map { $0 > house.now } ?? false
        undoUntil = canUndo ? batch.traceUntil.map { BatchHead.clock($0, house) } : nil
        self.state = state
    }

    var title: Phrase { Phrase(verbatim: batch.fileName) }
    var trail: [Crumb] { BatchHead.trail }

    func heading(_ view: PageView) -> any Heading {
        PageHead(title, note: batch.kindName, breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            state.problemList
            work?.part(batch, back: batch.path)
            if work?.isRunning != true {
                switch batch.state {
                case .uploaded, .checked:
                    batch.steps(batch.state == .uploaded ? 1 : 2)
                    PageAction.link(Phrase(zh: "继续", en: "Continue"), URLText(batch.place), look: .primary)
                case .committed, .undone: outcome(view)
                }
            }
        }
    }

    @HTMLBuilder private func outcome(_ view: PageView) -> HTML {
        KeyValueList(facts)
        if let reconciliation {
            if !reconciliation.counts.changesSomething {
                Notice(.good) {
                    p {
                        Phrase(
                            zh: "没有任何变化：文件内容与系统中的资料一致。", en: "Nothing changed: what the file says was already there.")
                    }
                }
            }
            h2 { Phrase(zh: "核对", en: "Reconciliation") }
            ImportWords.counts(reconciliation.counts)
            if !reconciliation.lines.isEmpty { table(reconciliation.lines) }
        }
        if let undoUntil {
            h2 { Phrase(zh: "撤销", en: "Undo") }
            p {
                Phrase(
                    zh: "撤销会把这个批次写入的内容全部恢复到导入之前；之后被修改过、或已有其他记录依赖时不能撤销。可撤销至 \(undoUntil)。",
                    en:
                        "Undoing puts everything this batch wrote back to what it was, unless it was changed since or other records stand on it. Possible until \(undoUntil)."
                )
            }
            DecisionDialog(
                id: "undo",
                open: .link(
                    Phrase(zh: "撤销这个批次", en: "Undo this batch"), URLText(batch.path + "/undoing"), look: .destructive),
                title: Phrase(zh: "撤销这个批次？", en: "Undo this batch?"),
                confirm: .post(
                    Phrase(zh: "撤销", en: "Undo"), URLText(batch.path + "/undoing"), hidden: view.hidden,
                    look: .destructive)
            ) { p { UndoPage.words(batch, reconciliation) } }
        }
    }

    private var facts: [KeyValueList.Entry] {
        var facts: [KeyValueList.Entry] = [
            .init(Phrase(zh: "状态", en: "State"), .part(batch.badge)),
            .init(Phrase(zh: "上传", en: "Uploaded"), .text("\(batch.uploadedBy) · \(batch.uploadedAt)")),
        ]
        if let committedBy, let committedAt {
            facts.append(.init(Phrase(zh: "导入", en: "Committed"), .text("\(committedBy) · \(committedAt)")))
        }
        if takesGoodRows, refusedRows > 0 {
            facts.append(
                .init(
                    Phrase(zh: "未导入的行", en: "Rows left out"), .part(Badge(.warning, Phrase(verbatim: "\(refusedRows)")))
                ))
        }
        if let undoneBy, let undoneAt {
            facts.append(.init(Phrase(zh: "撤销", en: "Undone"), .text("\(undoneBy) · \(undoneAt)")))
        }
        return facts
    }

    private func table(_ lines: [Reconciliation.Line]) -> DataTable {
        DataTable(
            id: "reconciliation", caption: Phrase(zh: "核对", en: "Reconciliation"),
            columns: [
                TableColumn(Phrase(zh: "项目", en: "Figure")),
                TableColumn(Phrase(zh: "文件", en: "File"), isNumber: true),
                TableColumn(Phrase(zh: "导入前", en: "Before"), isNumber: true),
                TableColumn(Phrase(zh: "导入后", en: "After"), isNumber: true),
            ],
            rows: lines.map { line in
                TableRow(
                    [.words(line.title)]
                        + [line.file, line.before, line.after].map { $0.map { .words($0.phrase) } ?? .text("—") })
            }, hidesCaption: true)
    }
}

/// The question before undoing, for those without script.
struct UndoPage: PageModel {
    let batch: BatchHead
    let reconciliation: Reconciliation?
    let state: FormState

    var title: Phrase { Phrase(zh: "撤销这个批次？", en: "Undo this batch?") }
    var trail: [Crumb] { BatchHead.trail + [Crumb(Phrase(verbatim: batch.fileName), batch.path)] }

    func content(_ view: PageView) -> HTML {
        HTML {
            state.problemList
            p { Self.words(batch, reconciliation) }
            div(.class("actions")) {
                PageAction.post(
                    Phrase(zh: "撤销", en: "Undo"), URLText(batch.path + "/undoing"), hidden: view.hidden,
                    look: .destructive)
                a(.href(URLText(batch.path))) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }

    static func words(_ batch: BatchHead, _ reconciliation: Reconciliation?) -> Phrase {
        let counts = reconciliation?.counts ?? ImportCounts()
        return Phrase(
            zh: "“\(batch.fileName)”新增的 \(counts.created) 条记录将被删除，更新的 \(counts.updated) 条将恢复原值。",
            en:
                "The \(counts.created) records “\(batch.fileName)” made will be removed, and the \(counts.updated) it changed will be put back."
        )
    }
}
