import Kernel
import Shell

/// The two tables of the headcount board.
extension ListExport {
    static func headcountUnits(_ figures: StaffFigures) -> ListExport {
        ListExport(
            "headcount-units", of: "/headcount/units", Phrase(zh: "导出各部门人员变动", en: "Export the movement of units"),
            reading: .readHeadcount, query: HeadcountQuestion.fields
        ) { asked in
            let (viewer, question) = (asked.viewer, try HeadcountQuestion(asked.query, today: asked.house.today))
            return Export(
                Phrase(zh: "各部门人员变动", en: "Movement of units"),
                columns: [.text(HeadcountWords.unit, .public) { $0.name }]
                    + HeadcountWords.movement.map { name, value in .integer(name) { value($0.movement) } } + [
                        .integer(HeadcountWords.places) { $0.places },
                        .integer(HeadcountWords.vacancies) { $0.vacancies },
                    ]
            ) { tx in
                try HeadcountBoard.load(
                    unit: question.unit, through: question.through, months: question.months, as: viewer, figures, tx
                ).units
            }
        }
    }

    static func headcountMonths(_ figures: StaffFigures) -> ListExport {
        ListExport(
            "headcount-months", of: "/headcount/months", Phrase(zh: "导出各月人员变动", en: "Export the movement of months"),
            reading: .readHeadcount, query: HeadcountQuestion.fields
        ) { asked in
            let (viewer, question) = (asked.viewer, try HeadcountQuestion(asked.query, today: asked.house.today))
            return Export(
                Phrase(zh: "各月人员变动", en: "Movement of months"),
                columns: [.text(HeadcountWords.month, .public) { $0.month.description }]
                    + HeadcountWords.movement.map { name, value in .integer(name) { value($0.movement) } }
            ) { tx in
                try HeadcountBoard.load(
                    unit: question.unit, through: question.through, months: question.months, as: viewer, figures, tx
                ).months
            }
        }
    }
}
