import Kernel
import Markup

/// The tiers and the list.
extension TextReport {
    func tiers(_ sheet: inout TextSheet) {
        guard !document.tiers.isEmpty else { return }
        sheet.heading(say(ReportWords.tiers))
        if let sentence = ReportWords.reach(of: document.tiers, words) { sheet.paragraph(say(sentence)) }
        sheet.table(
            [
                column(ReportWords.tier), column(ReportWords.count, isNumber: true),
                column(ReportWords.predicted, isNumber: true), column(words.actualShare, isNumber: true),
                column(ReportWords.interval),
            ],
            document.tiers.map {
                [
                    say($0.tier.phrase), count($0.count), percent($0.predicted), percent($0.actual.value),
                    $0.actual.intervalText(.percent(1)).map(say) ?? NumberFormat.unknown,
                ]
            }, indent: 2)
    }

    func riskList(_ sheet: inout TextSheet) {
        guard let list = document.riskList else { return }
        sheet.heading(say(ReportWords.riskList))
        sheet.paragraph(say(list.explanation))
        if document.isNoBetterThanLuck, !list.rows.isEmpty { sheet.headline(say(ReportWords.listIsLuck)) }
        if list.rows.isEmpty { sheet.paragraph(say(ReportWords.emptyList)) }
        for (index, row) in list.rows.prefix(max(0, options.listRows)).enumerated() {
            let identity = row.identity.filter { !$0.isEmpty }.joined(separator: " ")
            let line = say("第 \(row.line) 行", "line \(row.line)")
            let who = identity.isEmpty ? line : say("\(identity)（\(line)）", "\(identity) (\(line))")
            let chance = say(
                "\(words.chance.zh)：\(row.tier.phrase.zh)（约 \(number(row.probability, .percent(0)))，"
                    + "\(words.ofAHundred(row.probability).zh)）",
                "\(words.chance.en.lowercasedFirst): \(row.tier.phrase.en.lowercasedFirst) "
                    + "(about \(number(row.probability, .percent(0))), \(words.ofAHundred(row.probability).en))")
            let known =
                (list.tellsOutcomes ? row.left : nil).map {
                    say("；已知结果：\(words.known($0).zh)", "; known outcome: \(words.known($0).en)")
                } ?? ""
            sheet.point(say("\(who) \(chance)\(known)", "\(who), \(chance)\(known)"), mark: "\(index + 1).")
            for reason in row.reasons.prefix(3) {
                sheet.point(say(reason.text), mark: reason.contribution < 0 ? "↓" : "↑", indent: 4)
            }
        }
        if list.rows.count > options.listRows, options.listRows > 0 {
            sheet.paragraph(
                say(
                    "名单共 \(count(list.rows.count)) 行；完整名单见报告、表格或 JSON 文件。",
                    "The list has \(count(list.rows.count)) rows; all of them are in the report, the workbook or the JSON file."
                ))
        }
    }
}
