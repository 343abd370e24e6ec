import Kernel
import Markup
import Sheets

/// How a file shall be read, and which column is which field.
struct MappingForm: Form {
    static let fields = [
        FormField("sheet", .text(), Phrase(zh: "工作表", en: "Sheet")),
        FormField(
            "encoding", .choice(TextEncoding.allCases.map { Choice($0.rawValue, Phrase(verbatim: $0.rawValue)) }),
            Phrase(zh: "文字编码", en: "Encoding")),
        FormField("header_row", .integer(1...1_048_576), Phrase(zh: "表头所在行", en: "Row of the header")),
        FormField("header_rows", .integer(1...2), Phrase(zh: "表头行数", en: "Rows of the header")),
        FormField(
            "columns", .lines(), Phrase(zh: "列与字段（列号:字段，可重复）", en: "Column and field as number:field, repeated"),
            hint: Phrase(zh: "列号从 0 开始。", en: "Columns count from 0.")),
        FormField("reread", .flag, Phrase(zh: "重新读取", en: "Read again")),
    ]

    let sheet: String?
    let encoding: TextEncoding?
    let headerRow: Int?
    let headerRows: Int?
    /// Field by column; nil: as guessed.
    let columns: [(column: Int, field: String)]?
    let isReread: Bool
    /// All that was sent, for the kind's own options.
    let raw: FormFields

    init(_ input: inout FormInput) {
        raw = input.raw
        sheet = input.optionalText("sheet")
        encoding = input.choice("encoding")
        headerRow = input.integer("header_row")
        headerRows = input.integer("header_rows")
        isReread = input.flag("reread")
        let chosen = raw.all("columns")
        var columns: [(column: Int, field: String)] = []
        for text in chosen {
            let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let column = Int(halves[0]), column >= 0, column < 16_384 else {
                input.refuse("columns", FormWords.unreadable)
                continue
            }
            if !halves[1].isEmpty { columns.append((column, String(halves[1]))) }
        }
        self.columns = chosen.isEmpty ? nil : columns
    }

    /// Whether the file has to be looked at anew.
    func isOther(than mapping: ImportMapping) -> Bool {
        isReread || sheet != nil && sheet != mapping.sheet
            || raw.all("encoding").first.map { $0 != (mapping.encoding?.rawValue ?? "") } ?? false
            || headerRow != nil && headerRow != mapping.headerRow
            || headerRows != nil && headerRows != mapping.headerRows
    }

    /// - Throws: ``FormProblem`` when two columns are the same field, one is unknown or a required one is missing.
    func columns(of kind: any ImportKind, width: Int) throws -> [String: Int]? {
        guard let columns else { return nil }
        var found: [String: Int] = [:]
        for (column, name) in columns {
            guard let field = kind.field(name), column < width else {
                throw FormProblem(
                    field: "columns",
                    problem: Phrase(zh: "没有“\(name)”这个字段或列。", en: "There is no field or column “\(column):\(name)”."))
            }
            if let other = found[name] {
                throw FormProblem(
                    field: "columns",
                    problem: Phrase(
                        zh:
                            "“\(field.label.zh)”对应了两列（\(ImportMapping.letters(other)) 和 \(ImportMapping.letters(column))）。请只保留一列。",
                        en:
                            "Columns \(ImportMapping.letters(other)) and \(ImportMapping.letters(column)) are both “\(field.label.en)”. Keep one."
                    ))
            }
            found[name] = column
        }
        let missing = kind.fields.filter { $0.isRequired && found[$0.name] == nil }.map(\.label)
        if !missing.isEmpty {
            let names = Phrase.list(missing)
            throw FormProblem(
                field: "columns",
                problem: Phrase(zh: "还没有指定必填的列：\(names.zh)。", en: "Required columns are missing: \(names.en)."))
        }
        return found
    }
}

/// Which rows are taken.
struct CommitForm: Form {
    enum Rows: String { case all, good }

    static let fields = [
        FormField(
            "rows",
            .choice([
                Choice("all", Phrase(zh: "有问题时全部不导入", en: "All or nothing")),
                Choice("good", Phrase(zh: "只导入没有问题的行", en: "Only rows without problems")),
            ]), Phrase(zh: "导入哪些行", en: "Which rows"))
    ]

    let rows: Rows

    init(_ input: inout FormInput) { rows = input.choice("rows") ?? .all }
}

/// A decision without fields.
struct DecisionForm: Form {
    static let fields: [FormField] = []
    init(_ input: inout FormInput) {}
}
