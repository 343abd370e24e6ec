import Kernel
import Markup
import Shell

/// The figures on top and in the rows, each with its formula and its inputs.
extension TurnoverPage {
    var summary: [SummaryFigures.Entry] {
        guard let count = board.whole.count else { return [] }
        let period = board.whole.period
        var entries = [
            SummaryFigures.Entry(
                TurnoverWords.rate, note: board.whole.yearly == nil ? question.definition.name : question.annual?.name
            ) { figure("whole", board.whole) },
            SummaryFigures.Entry(question.kind.name, note: period.days) { number("leavers", .leavers, board.whole) },
            SummaryFigures.Entry(TurnoverWords.opening) { number("opening", .opening, board.whole) },
            SummaryFigures.Entry(TurnoverWords.closing) { number("closing", .closing, board.whole) },
        ]
        for kind in [LeaverKind.voluntary, .regretted] where kind != question.kind {
            let rate = question.definition.rate(
                leavers: kind.count(count), opening: count.opening, closing: count.closing, entered: count.entered)
            entries.append(
                SummaryFigures.Entry(Phrase(zh: "\(kind.name.zh)率", en: "\(kind.name.en) turnover")) {
                    Figure(
                        id: "figure-\(kind.rawValue)", value: TurnoverWords.percent(rate?.rate),
                        reason: reason(kind, board.whole, count, yearly: nil))
                })
        }
        if question.annual != nil, !period.isWhole {
            entries.append(
                SummaryFigures.Entry(
                    TurnoverWords.annual,
                    note: Phrase(zh: "周期尚未结束，不折算成年", en: "The period is not over: no rate of a year")
                ) { "—" })
        }
        return entries
    }

    /// The rate of a row with its reason.
    func figure(_ id: String, _ row: TurnoverBoard.Row) -> HTML {
        guard let count = row.count else { return Unknown(TurnoverWords.tooFew).html }
        guard row.shown != nil else {
            let why =
                row.rate == nil
                ? Phrase(zh: "基数为 0，离职率没有意义", en: "The base is zero, so there is no rate")
                : row.period.isWhole
                    ? Phrase(zh: "离职率超过 100%，无法按复利折算", en: "Above 100%, which does not compound")
                    : Phrase(zh: "周期尚未结束，不折算成年", en: "The period is not over: no rate of a year")
            return Unknown(why).html
        }
        return Figure(
            id: "figure-\(id)", value: TurnoverWords.percent(row.shown),
            reason: reason(question.kind, row, count, yearly: row.yearly)
        ).html
    }

    private func reason(
        _ kind: LeaverKind, _ row: TurnoverBoard.Row, _ count: TurnoverCount, yearly: Rate?
    ) -> Reason {
        var inputs = [input(kind.name, kind.count(count), .leavers, row, kind)]
        inputs.append(input(TurnoverWords.opening, count.opening, .opening, row, kind))
        switch question.definition {
        case .opening: break
        case .average: inputs.append(input(TurnoverWords.closing, count.closing, .closing, row, kind))
        case .cumulative:
            inputs.append(input(TurnoverWords.joiners, count.joiners, .joiners, row, kind))
            if count.transfersIn > 0 {
                inputs.append(input(TurnoverWords.transfersIn, count.transfersIn, .transfers, row, kind))
            }
        }
        var formula = question.definition.formula
        if yearly != nil, let annual = question.annual {
            let more = annual.formula(months: row.period.length.months)
            formula = Phrase(zh: "\(formula.zh)；年化：\(more.zh)", en: "\(formula.en); per year: \(more.en)")
            inputs.append(.init(Phrase(zh: "本期离职率", en: "Rate of the period"), TurnoverWords.percent(row.rate)))
        }
        return Reason(
            formula: formula, inputs: inputs, n: count.people, asOf: row.period.days,
            version: Phrase(verbatim: question.definition.id))
    }

    private func input(
        _ name: Phrase, _ value: Int, _ part: TurnoverPart, _ row: TurnoverBoard.Row, _ kind: LeaverKind
    ) -> Reason.Input {
        Reason.Input(name, TurnoverWords.number(value), target: target(part, row, kind))
    }

    /// A count as a link to the people behind it, for those who may see them.
    func number(_ id: String, _ part: TurnoverPart, _ row: TurnoverBoard.Row) -> HTML {
        guard let count = row.count else { return Unknown(TurnoverWords.tooFew).html }
        let value = TurnoverWords.number(part.count(count, question.kind))
        guard let target = target(part, row, question.kind) else { return HTML { value } }
        return a(.href(target)) { value }
    }

    private func target(_ part: TurnoverPart, _ row: TurnoverBoard.Row, _ kind: LeaverKind) -> URLText? {
        guard listsPeople else { return nil }
        var question = question
        question.kind = kind
        // The whole stands for its period, whatever is compared.
        if row.key == board.whole.key { question.grouping = .time }
        let key = question.grouping == .time ? row.period.first.iso : row.key
        return question.address("/turnover/people", [("part", part.rawValue), ("at", key)])
    }
}
