import Kernel
import Markup
import Sheets

/// Which sheet, where the header is, and which column is which field.
struct MappingPage: PageModel {
    struct Column: Codable, Sendable {
        let letters: String
        let heading: String
        let samples: [String]
        let field: String?
    }

    struct FieldChoice: Codable, Sendable {
        let name: String
        let label: Phrase
        let isRequired: Bool
        let hint: Phrase?
    }

    let batch: BatchHead
    let sheets: [String]
    let mapping: ImportMapping
    let columns: [Column]
    let fields: [FieldChoice]
    /// Required fields without a column.
    let missing: [Phrase]
    /// Whether the viewer may choose the columns: not when some of somebody else's file are hidden.
    let mayMap: Bool
    let state: FormState
    private let options: KeptFields

    init(
        _ batch: StoredBatch, _ kind: any ImportKind, _ outline: SheetOutline, _ sight: FileSight, _ house: House,
        _ state: FormState
    ) {
        mayMap = sight.isWhole
        self.batch = BatchHead(batch, house)
        sheets = outline.sheets
        mapping = batch.mapping
        let fieldOf = Dictionary(batch.mapping.columns.map { ($0.value, $0.key) }) { first, _ in first }
        let headings = batch.mapping.headings
        columns = headings.indices.map { column in
            let field = fieldOf[column].flatMap(kind.field)
            let samples = column < outline.samples.count ? outline.samples[column] : []
            return Column(
                letters: ImportMapping.letters(column), heading: headings[column],
                samples: sight.hides(column)
                    ? samples.map { $0.isEmpty ? "" : FileSight.mask }
                    : samples.map { field?.shown($0) ?? String($0.prefix(40)) }, field: field?.name)
        }
        fields = kind.fields.map {
            FieldChoice(name: $0.name, label: $0.label, isRequired: $0.isRequired, hint: $0.hint)
        }
        missing = kind.fields.filter { $0.isRequired && batch.mapping.columns[$0.name] == nil }.map(\.label)
        options = KeptFields(kind.options, values: batch.options)
        self.state = state
    }

    var title: Phrase { Phrase(zh: "对应列", en: "Match the columns") }
    var trail: [Crumb] { BatchHead.trail }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, note: Phrase(verbatim: "\(batch.fileName) · ") + batch.kindName, breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            batch.steps(1)
            state.problemList
            if mayMap { choosing(view) } else { looking }
            p {
                PageAction.post(
                    Phrase(zh: "删除这个批次和文件", en: "Delete this batch and its file"),
                    URLText(batch.path + "/deletion"), hidden: view.hidden, look: .destructive)
            }
        }
    }

    @HTMLBuilder private func choosing(_ view: PageView) -> HTML {
        if !missing.isEmpty, !state.isRefused {
            Notice(.warning) {
                p {
                    Phrase(zh: "还没有找到必填的列：", en: "Not found yet, but required: ")
                        + Phrase.list(missing) + Phrase(zh: "。请在下面指定。", en: ". Choose below.")
                }
            }
        }
        form(.method(.post), .action(URLText(batch.path + "/mapping")), .class("stack")) {
            view.formMark
            reading
            table
            if !unused.isEmpty {
                p(.class("hint")) {
                    Phrase(zh: "不导入的列：", en: "Left out: ")
                        + Phrase(zh: unused.joined(separator: "、"), en: unused.joined(separator: ", "))
                }
            }
            options.fields
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "检查文件", en: "Check the file") }
                a(.href("/imports")) { Phrase(zh: "稍后继续", en: "Later") }
            }
        }
    }

    /// The columns of somebody else's file, some of which are hidden.
    @HTMLBuilder private var looking: HTML {
        Notice(.information) {
            p {
                ImportRefusal.hiddenColumns.explanation
                    + Phrase(zh: "您无权查看的内容显示为 ***。", en: " What you may not see is shown as ***.")
            }
        }
        table
        p { a(.href(URLText(batch.path + "/check"))) { Phrase(zh: "查看检查结果", en: "See what the check found") } }
    }

    private var table: DataTable {
        DataTable(
            id: "columns", caption: Phrase(zh: "文件中的列", en: "Columns of the file"),
            columns: [
                TableColumn(Phrase(zh: "列", en: "Column")), TableColumn(Phrase(zh: "列名", en: "Heading")),
                TableColumn(Phrase(zh: "示例", en: "Examples")), TableColumn(Phrase(zh: "导入为", en: "Becomes")),
            ], rows: columns.enumerated().map(row))
    }

    private var unused: [String] { columns.filter { $0.field == nil && !$0.heading.isEmpty }.map(\.heading) }

    /// How the file is read; most never need it.
    @HTMLBuilder private var reading: HTML {
        details(.open(columns.allSatisfy { $0.field == nil })) {
            summary { Phrase(zh: "读取方式：工作表、编码、表头", en: "How it is read: sheet, encoding, header") }
            if sheets.count > 1 {
                Field(
                    id: "sheet", label: Phrase(zh: "工作表", en: "Sheet"), isRequired: true,
                    control: .select(sheets.map { Choice($0, Phrase(verbatim: $0)) }, chosen: mapping.sheet ?? ""))
            }
            if sheets.isEmpty {
                Field(
                    id: "encoding", label: Phrase(zh: "文字编码", en: "Encoding"),
                    control: .select(Self.encodings, chosen: mapping.encoding?.rawValue ?? ""))
            }
            Field(
                id: "header_row", label: Phrase(zh: "表头所在行", en: "Row of the header"),
                hint: Phrase(zh: "表头占两行时，填写下面一行。", en: "The lower one when it takes two rows."), isRequired: true,
                control: .number(String(mapping.headerRow), min: "1"))
            Field(
                id: "header_rows", label: Phrase(zh: "表头行数", en: "Rows of the header"), isRequired: true,
                control: .select(
                    [Choice("1", Phrase(verbatim: "1")), Choice("2", Phrase(verbatim: "2"))],
                    chosen: String(mapping.headerRows)))
            button(.type("submit"), .name("reread"), .value("yes")) { Phrase(zh: "重新读取", en: "Read again") }
        }
    }

    private static let encodings =
        [Choice("", Phrase(zh: "自动识别", en: "As found"))]
        + TextEncoding.allCases.filter { $0 != .utf8BOM }.map { encoding in
            Choice(encoding.rawValue, Phrase(verbatim: encoding.rawValue.uppercased()))
        }

    private func row(_ index: Int, _ column: Column) -> TableRow {
        let name = column.heading.isEmpty ? column.letters : column.heading
        return TableRow([
            .text(column.letters), .text(column.heading.isEmpty ? "—" : column.heading),
            TableCell {
                for (place, sample) in column.samples.enumerated() {
                    if place > 0 { Phrase(zh: "，", en: ", ") }
                    code(.class("raw")) { sample }
                }
            },
            mayMap ? choice(index, column, name) : .words(label(of: column)),
        ])
    }

    private func label(of column: Column) -> Phrase {
        fields.first { $0.name == column.field }?.label ?? Phrase(zh: "不导入", en: "Leave out")
    }

    private func choice(_ index: Int, _ column: Column, _ name: String) -> TableCell {
        TableCell {
            select(
                .name("columns"), .aria("label", Phrase(zh: "“\(name)”导入为", en: "“\(name)” becomes"))
            ) {
                option(.value("\(index):"), .selected(column.field == nil)) { Phrase(zh: "不导入", en: "Leave out") }
                for field in fields {
                    option(.value("\(index):\(field.name)"), .selected(column.field == field.name)) {
                        field.label
                        if field.isRequired { Phrase(zh: "（必填）", en: " (required)") }
                    }
                }
            }
        }
    }
}

/// A kind's own options with what was chosen.
struct KeptFields: Codable, Sendable {
    private let values: [String: [String]]
    private let state: FormState
    private let names: [String]
    /// Controls are not part of the model's JSON.
    private var controls: [FormField] = []

    private enum CodingKeys: String, CodingKey { case values, state, names }

    init(_ fields: [FormField], values: [String: [String]]) {
        var state = FormState()
        state.values = values
        self.state = state
        self.values = values
        names = fields.map(\.name)
        controls = fields
    }

    @HTMLBuilder var fields: HTML {
        for field in controls { state.part(field) }
    }
}
