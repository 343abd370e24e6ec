import Kernel
import Markup
import Shell

/// A benchmark as typed; its source is asked for, so that nobody compares with a figure from nowhere.
struct BenchmarkForm: Form {
    static let name = FormField(
        "name", .text(maximum: 80), Phrase(zh: "名称", en: "Name"),
        hint: Phrase(zh: "例如 零售业", en: "Such as retail"), isRequired: true)
    static let year = FormField("year", .integer(1990...2100), Phrase(zh: "年份", en: "Year"), isRequired: true)
    static let rate = FormField(
        "rate", .text(maximum: 20), Phrase(zh: "年离职率", en: "Turnover of the year"),
        hint: Phrase(zh: "例如 18.5%", en: "Such as 18.5%"), isRequired: true)
    static let kind = FormField(
        "kind", .choice([LeaverKind.all, .voluntary, .involuntary, .regretted].map { Choice($0.rawValue, $0.name) }),
        TurnoverWords.kind)
    static let definition = FormField(
        "definition", .choice(TurnoverDefinition.allCases.map { Choice($0.rawValue, $0.name) }),
        TurnoverWords.definition,
        hint: Phrase(zh: "只与相同口径的离职率对比", en: "Compared only with rates by the same definition"))
    static let source = FormField(
        "source", .text(maximum: 300), Phrase(zh: "来源", en: "Source"),
        hint: Phrase(zh: "发布机构、报告名称和页码或网址", en: "Who published it, the report, the page or address"), isRequired: true)
    static let fields = [name, year, rate, kind, definition, source]

    let name: String
    let year: Int
    let rate: Rate
    let kind: LeaverKind
    let definition: TurnoverDefinition
    let source: String

    init(_ input: inout FormInput) {
        name = input.text("name")
        year = input.integer("year") ?? 0
        rate = input.rate("rate", upTo: .percent(1_000)) ?? .zero
        kind = input.choice("kind") ?? .all
        definition = input.choice("definition") ?? .opening
        source = input.text("source")
    }

    func benchmark(_ id: ID<Benchmark>) -> Benchmark {
        Benchmark(id: id, name: name, year: year, kind: kind, definition: definition, rate: rate, source: source)
    }

    static func state(_ benchmark: Benchmark) -> FormState {
        FormState([
            "name": benchmark.name, "year": "\(benchmark.year)", "rate": benchmark.rate.percentText,
            "kind": benchmark.kind.rawValue, "definition": benchmark.definition.rawValue, "source": benchmark.source,
        ])
    }
}

/// The list of benchmarks.
struct BenchmarksPage: PageModel {
    let rows: [Benchmark]
    let mayEdit: Bool

    var title: Phrase { Phrase(zh: "行业基准", en: "Benchmarks") }
    static var width: AppFrame.Width { .full }
    var trail: [Crumb] { [TurnoverTabs.crumb] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "离职率图表会画出口径和离职类型相同的基准线。", en: "Charts draw the benchmarks of the same definition and kind."),
            breadcrumbs: trail.steps,
            actions: mayEdit
                ? [.link(Phrase(zh: "新增基准", en: "Add a benchmark"), "/turnover/benchmarks/new", look: .primary)] : [])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            TurnoverTabs.tabs(.settings, view)
            ListPage(
                export: view.exports(of: "/turnover/benchmarks"),
                table: DataTable(
                    id: "benchmarks", caption: title,
                    columns: [
                        TableColumn(BenchmarkForm.name.label), TableColumn(BenchmarkForm.year.label, isNumber: true),
                        TableColumn(BenchmarkForm.rate.label, isNumber: true), TableColumn(TurnoverWords.kind),
                        TableColumn(TurnoverWords.definition), TableColumn(BenchmarkForm.source.label),
                    ],
                    rows: rows.map { row in
                        TableRow(
                            [
                                .text(row.name), .text("\(row.year)"), .text(row.rate.percentText),
                                .words(row.kind.name), .words(row.definition.name), .text(row.source),
                            ], target: mayEdit ? URLText("/turnover/benchmarks/\(row.id)") : nil)
                    }, phone: .twoLines, hidesCaption: true),
                empty: EmptyState(
                    title: Phrase(zh: "还没有行业基准", en: "No benchmarks yet"),
                    explanation: Phrase(
                        zh: "录入您信任的行业离职率及其来源后，离职率图表会与之对比。",
                        en: "Enter rates you trust, with their source, and the charts compare with them.")))
        }
    }
}

/// One benchmark, new or known.
struct BenchmarkPage: PageModel {
    /// Nil for a new one.
    let id: ID<Benchmark>?
    let name: String?
    let form: FormState

    var title: Phrase { name.map { Phrase(verbatim: $0) } ?? Phrase(zh: "新增基准", en: "A new benchmark") }
    var trail: [Crumb] { [TurnoverTabs.crumb, Crumb(TurnoverTabs.Tab.settings.name, "/turnover/benchmarks")] }

    private var path: String { "/turnover/benchmarks/" + (id.map { "\($0)" } ?? "new") }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, breadcrumbs: trail.steps,
            actions: id == nil
                ? []
                : [
                    .post(
                        Phrase(zh: "删除", en: "Delete"), URLText(path + "/deletion"), hidden: view.hidden,
                        look: .destructive)
                ])
    }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action(URLText(path)), .class("stack")) {
            view.formMark
            form.problemList
            for field in BenchmarkForm.fields { form.part(field) }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                a(.href("/turnover/benchmarks")) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }
}
