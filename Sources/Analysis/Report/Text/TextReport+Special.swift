import Kernel
import Markup

/// What only some analyses have, and what none can tell.
extension TextReport {
    func survival(_ sheet: inout TextSheet) {
        guard let survival = document.survival else { return }
        sheet.heading(say(ReportWords.survival))
        sheet.paragraph(say(ReportWords.median(survival, words)))
        let times = survival.milestones
        guard !times.isEmpty else { return }
        let curves = [(say("全体", "All"), survival.curve)] + survival.byTier.map { (say($0.tier.phrase), $0.steps) }
        sheet.table(
            [column(ReportWords.tier)]
                + times.map { TextSheet.Column(title: "\(number($0, .plain)) \(say(survival.unit))", isNumber: true) },
            curves.map { name, steps in [name] + times.map { percent(steps.surviving(at: $0)) } }, indent: 2)
    }

    func effect(_ sheet: inout TextSheet) {
        guard let effect = document.effect else { return }
        sheet.heading(say(ReportWords.effect))
        sheet.headline(say(effect.sentence))
        sheet.table(
            [column(ReportWords.measure), column(ReportWords.value), column(ReportWords.interval)],
            effect.rows.map { [say($0.name), say($0.value), $0.interval.map(say) ?? ""] }, indent: 2)
        guard !effect.balance.isEmpty else { return }
        sheet.blank()
        sheet.paragraph(say(ReportWords.balanceExplained))
        sheet.table(
            [
                column(ReportWords.column), column(ReportWords.before, isNumber: true),
                column(ReportWords.after, isNumber: true),
            ], effect.balance.map { [$0.column, number($0.before, .signed(2)), number($0.after, .signed(2))] },
            indent: 2)
    }

    func fairness(_ sheet: inout TextSheet) {
        guard !document.fairness.isEmpty else { return }
        sheet.heading(say(ReportWords.fairness))
        sheet.paragraph(say(ReportWords.fairnessExplained))
        sheet.table(
            [
                column(ReportWords.column), column(ReportWords.group), column(ReportWords.count, isNumber: true),
                column(ReportWords.selected, isNumber: true), column(ReportWords.impactRatio, isNumber: true),
                column(ReportWords.verdict, least: 24),
            ],
            document.fairness.map { note in
                let shown = { (value: Double?, format: NumberFormat) in
                    note.hidden ? NumberFormat.unknown : value.map { number($0, format) } ?? NumberFormat.unknown
                }
                return [
                    note.column, note.group, note.hidden ? NumberFormat.unknown : count(note.count),
                    shown(note.selectionRate, .percent(1)), shown(note.impactRatio, .decimal(2)), say(note.verdict),
                ]
            }, indent: 2)
    }

    func drift(_ sheet: inout TextSheet) {
        guard !document.drift.isEmpty else { return }
        sheet.heading(say(ReportWords.drift))
        sheet.paragraph(say(ReportWords.driftExplained))
        sheet.table(
            [column(ReportWords.column), TextSheet.Column(title: "PSI", isNumber: true), column(ReportWords.verdict)],
            document.drift.map { [$0.column, number($0.psi, .decimal(3)), say($0.verdict)] }, indent: 2)
    }

    func limits(_ sheet: inout TextSheet) {
        sheet.heading(say(ReportWords.limits))
        for limit in document.limits { sheet.point(say(limit)) }
        if document.riskList != nil { sheet.point(say(ReportWords.care(words))) }
    }
}
