import Kernel
import Organization
import Shell

/// The board and the people behind it as files.
extension ListExport {
    static func turnover(_ desk: TurnoverDesk) -> ListExport {
        ListExport(
            "turnover", of: "/turnover", Phrase(zh: "导出离职率", en: "Export turnover"), reading: .readTurnover,
            query: TurnoverQuestion.fields
        ) { asked in
            let (viewer, house) = (asked.viewer, asked.house)
            let question = try TurnoverQuestion(asked.query, today: house.today)
            return Export(Phrase(zh: "离职率", en: "Turnover"), columns: columns(question)) { tx in
                let sheet = try desk.sheet(on: question.through, as: viewer, house, tx)
                let board = try TurnoverNames.named(try desk.board(question, sheet), tx)
                return board.rows + [board.whole]
            }
        }
    }

    private static func columns(_ question: TurnoverQuestion) -> [ExportColumn<TurnoverBoard.Row>] {
        func count(
            _ title: Phrase, _ value: @escaping @Sendable (TurnoverCount) -> Int
        ) -> ExportColumn<TurnoverBoard.Row> { .integer(title, .public) { $0.count.map(value) } }
        let definition = question.definition.name
        var columns: [ExportColumn<TurnoverBoard.Row>] = [
            .words(question.grouping == .time ? TurnoverWords.period : question.grouping.name, .public) { $0.name },
            .day(Phrase(zh: "起始日期", en: "From"), .public) { $0.period.first },
            .day(TurnoverWords.through, .public) { $0.period.last },
            .rate(Phrase(zh: "离职率（\(definition.zh)）", en: "Turnover, \(definition.en)"), .public) { $0.rate },
        ]
        if let annual = question.annual { columns.append(.rate(annual.name, .public) { $0.yearly }) }
        return columns + [
            .integer(question.kind.name, .public) { row in row.count.map { question.kind.count($0) } },
            count(TurnoverWords.leavers) { $0.leavers }, count(LeaverKind.voluntary.name) { $0.voluntary },
            count(LeaverKind.involuntary.name) { $0.involuntary }, count(LeaverKind.other.name) { $0.other },
            count(LeaverKind.unclassified.name) { $0.unclassified }, count(LeaverKind.regretted.name) { $0.regretted },
            count(TurnoverWords.opening) { $0.opening }, count(TurnoverWords.joiners) { $0.joiners },
            count(TurnoverWords.transfersIn) { $0.transfersIn }, count(TurnoverWords.closing) { $0.closing },
        ]
    }

    static func turnoverPeople(_ desk: TurnoverDesk) -> ListExport {
        ListExport(
            "turnover-people", of: "/turnover/people",
            Phrase(zh: "导出离职率背后的人员", en: "Export the people behind a figure"),
            reading: .readTurnover, query: TurnoverListQuestion.fields
        ) { asked in
            let (viewer, house) = (asked.viewer, asked.house)
            let question = try TurnoverListQuestion(asked.query, today: house.today)
            // Whoever sees groups only gets no file either, not even an empty one.
            guard viewer.canSeeRecords(.readTurnover) else { throw Missing() }
            let columns: [ExportColumn<TurnoverPerson>] = [
                .text(Phrase(zh: "姓名", en: "Name"), .public) { $0.name },
                .text(Phrase(zh: "工号", en: "Number"), .public) { $0.number },
                .text(TurnoverWords.unit, .public) { $0.unit },
                .text(Phrase(zh: "岗位", en: "Position"), .public) { $0.position },
                .text(Phrase(zh: "职级", en: "Level")) { $0.level },
                .day(Phrase(zh: "入职日期", en: "Hired")) { $0.hireDay },
                .day(Phrase(zh: "最后工作日", en: "Last day")) { $0.lastDay },
                .integer(Phrase(zh: "司龄（天）", en: "Tenure (days)")) { $0.tenure },
                .words(TurnoverWords.kind) { $0.lastDay == nil ? nil : $0.kind?.name ?? LeaverKind.unclassified.name },
                .words(Phrase(zh: "离职原因", en: "Reason"), .personal) { $0.reason?.name },
                .words(LeaverKind.regretted.name) { $0.regret?.name },
            ]
            return Export(
                Phrase(zh: "离职率背后的人员", en: "People behind a figure"),
                columns: columns.seen(by: viewer, .readTurnover)
            ) { tx in
                let sheet = try desk.sheet(on: question.board.through, as: viewer, house, tx)
                let list = try TurnoverList(question, sheet)
                return try list.people(list.places, as: viewer, tx)
            }
        }
    }
}

extension ExportColumn {
    static func rate(
        _ title: Phrase, _ fieldClass: FieldClass = .work, _ value: @escaping @Sendable (Record) -> Rate?
    ) -> ExportColumn { ExportColumn(title, fieldClass) { record, _ in value(record).map { .rate($0) } ?? .nothing } }
}
