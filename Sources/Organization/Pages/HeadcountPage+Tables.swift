import Kernel
import Markup

extension HeadcountPage {
    /// Joiners and leavers month by month.
    var chart: LineChart {
        let months = board.months
        func series(_ name: Phrase, _ value: (HeadcountBoard.Movement) -> Int) -> LineChart.Series {
            LineChart.Series(
                name, points: months.enumerated().map { .init(Double($0), Double(value($1.movement))) })
        }
        return LineChart(
            id: "movement", title: Phrase(zh: "每月入职与离职", en: "Joiners and leavers by month"),
            note: months.last.flatMap { last in
                through == last.month.lastDay
                    ? nil
                    : Phrase(
                        zh: "最后一个月截至 \(through.iso)。", en: "The last month ends on \(through.iso).")
            },
            x: Axis(HeadcountWords.month, categories: months.map { Phrase(verbatim: $0.month.description) }),
            y: Axis(Phrase(zh: "人次", en: "People"), format: .count, includesZero: true),
            series: [
                series(HeadcountWords.joiners) { $0.joiners }, series(HeadcountWords.leavers) { $0.leavers },
            ])
    }

    var monthTable: DataTable {
        DataTable(
            id: "months", caption: Phrase(zh: "按月", en: "By month"),
            columns: [TableColumn(HeadcountWords.month)] + columns,
            rows: board.months.map { TableRow([.text($0.month.description)] + cells($0.movement)) }
                + [TableRow([.words(Phrase(zh: "合计", en: "Whole"))] + cells(board.whole), isEmphasised: true)],
            phone: .scrolls)
    }

    var unitTable: DataTable {
        DataTable(
            id: "by-unit", caption: Phrase(zh: "按部门", en: "By unit"),
            columns: [TableColumn(HeadcountWords.unit)] + columns + [
                TableColumn(HeadcountWords.places, isNumber: true),
                TableColumn(HeadcountWords.vacancies, isNumber: true),
            ],
            rows: board.units.map { row in
                TableRow(
                    [.text(row.name)] + cells(row.movement) + [
                        row.places.map { .count($0) } ?? .text("—"),
                        row.vacancies.map { .count($0) } ?? .text("—"),
                    ], target: target(row.unit))
            }, phone: .scrolls, isSortable: true)
    }

    /// A unit is looked into on this board; the unit asked for itself is a record.
    private func target(_ unit: ID<OrgUnit>) -> URLText {
        unit == board.unit
            ? URLText("/units/\(unit)")
            : URLText(path: "/headcount", query: [("unit", unit.description), ("through", through.iso)])
    }

    private var columns: [TableColumn] { HeadcountWords.movement.map { TableColumn($0.name, isNumber: true) } }

    private func cells(_ movement: HeadcountBoard.Movement) -> [TableCell] {
        HeadcountWords.movement.map { .count($0.value(movement)) }
    }
}
