import Kernel

/// How a score came about: from the base through what each fact adds or takes away to the result.
public struct WaterfallChart: Part {
    public struct Contribution: Sendable {
        public let label: Phrase
        public let amount: Double

        public init(_ label: Phrase, _ amount: Double) {
            self.label = label
            self.amount = amount
        }
    }

    public let id: String
    public let title: Phrase
    public let note: Phrase?
    public let base: Contribution
    public let contributions: [Contribution]
    public let resultLabel: Phrase
    /// How running totals are written.
    public let format: NumberFormat
    /// How contributions are written.
    public let changeFormat: NumberFormat

    /// - Parameters:
    ///   - base: where everyone starts, and its name.
    ///   - resultLabel: name of the sum, which is computed.
    public init(
        id: String, title: Phrase, note: Phrase? = nil, base: Contribution, contributions: [Contribution],
        resultLabel: Phrase, format: NumberFormat = .decimal(2), changeFormat: NumberFormat = .signed(2)
    ) {
        self.id = id
        self.title = title
        self.note = note
        self.base = base
        self.contributions = contributions
        self.resultLabel = resultLabel
        self.format = format
        self.changeFormat = changeFormat
    }

    /// The running total before and after each contribution; one that is not known changes nothing.
    private var runs: [(from: Double, to: Double)] {
        var total = base.amount.isFinite ? base.amount : 0
        return contributions.map { part in
            let from = total
            if part.amount.isFinite { total = min(1e100, max(-1e100, total + part.amount)) }
            return (from, total)
        }
    }

    public var html: HTML {
        ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "瀑布图：从「\(base.label.zh)」经 \(contributions.count) 项到「\(resultLabel.zh)」。数值见数据表。",
                en: "From \(base.label.en) through \(contributions.count) parts to \(resultLabel.en). "
                    + "Values are in the table."),
            table: table, isEmpty: !base.amount.isFinite, draw: draw
        ).html
    }

    private func draw(_ layout: Layout, _ language: Language) -> Drawing {
        let runs = runs
        let result = runs.last?.to ?? base.amount
        let labels = [base.label] + contributions.map(\.label) + [resultLabel]
        let values =
            [format.text(base.amount, in: language)]
            + contributions.map { changeFormat.text($0.amount, in: language) } + [format.text(result, in: language)]
        let widest = values.map { TextMeasure.width($0, size: Layout.fontSize) }.max() ?? 0
        let rows = RowLayout(layout, labels: labels.map { $0[language] }, valueWidth: widest + 14, top: 4)
        let scale = Scale(
            [base.amount, result] + runs.map(\.to), axis: Axis(title), ticks: 6, rounds: false,
            from: rows.barLeft + 8, to: rows.barRight - 8)
        return Drawing(width: layout.width, height: rows.bottom + 6) {
            for index in labels.indices {
                rows.label(index)
                Draw.text(
                    values[index], layout.width, rows.middle(index) + 4, anchor: .end,
                    .class("value", index == 0 || index == labels.count - 1 ? "total" : ""))
                if index < labels.count - 1 {
                    let place = scale(index == 0 ? base.amount : runs[index - 1].to)
                    Draw.line(place, rows.middle(index) + 9, place, rows.middle(index + 1) - 9, .class("connector"))
                }
            }
            post(scale(base.amount), rows.middle(0))
            for (index, run) in runs.enumerated() {
                Draw.tip(labels[index + 1][language] + ": " + values[index + 1]) {
                    Draw.box(
                        scale(run.from), rows.middle(index + 1) - 8, scale(run.to), rows.middle(index + 1) + 8,
                        .class("fill", run.to >= run.from ? "up" : "down"))
                    rows.target(index + 1)
                }
            }
            post(scale(result), rows.middle(labels.count - 1))
        }
    }

    private func post(_ x: Double, _ y: Double) -> HTML {
        Draw.box(x - 2, y - 9, x + 2, y + 9, .class("fill", "post"))
    }

    private var table: DataTable {
        let runs = runs
        let result = runs.last?.to ?? base.amount
        return DataTable(
            caption: title,
            columns: [
                TableColumn(Words.item), TableColumn(Words.amount, isNumber: true),
                TableColumn(Words.runningTotal, isNumber: true),
            ],
            rows: [TableRow([.words(base.label), "", .number(base.amount, format)], isEmphasised: true)]
                + zip(contributions, runs).map { part, run in
                    TableRow([.words(part.label), .number(part.amount, changeFormat), .number(run.to, format)])
                } + [TableRow([.words(resultLabel), "", .number(result, format)], isEmphasised: true)],
            phone: .scrolls)
    }
}
